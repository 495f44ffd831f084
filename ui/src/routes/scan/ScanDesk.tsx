/** The scan on every screen: a pack's code that no page takes itself, one typed or pasted into the search, and the panel. */
import { ScanBarcode } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useAction, usePaletteSource } from "../../app/palette";
import { useScan } from "../../app/scanner";
import { useFollowTags } from "../../components/followTags";
import { ScanPanel } from "./ScanPanel";
import { closeScan, openScan } from "./asked";
import { looksLikeCode, packCodeIn } from "./codes";
import { visible } from "./visible";

export function ScanDesk() {
  const { t } = useTranslation();
  useScan(packCodeIn, openScan, { last: true });
  useAction({ id: "scan-open", title: t("scan.open"), keywords: "scan barcode qr udi gtin saoma sm tiaoma tm", icon: ScanBarcode, run: () => { openScan(); } });
  usePaletteSource({
    id: "scan",
    title: t("scan.source"),
    search: (query) => Promise.resolve(looksLikeCode(query) ? [{ id: "read", title: t("scan.readCode"), note: visible(query), run: () => { openScan(query); } }] : []),
  });
  // Whether its pack came in, or was used, is the stock's.
  useFollowTags("scan.read", ["stock", "treatments"]);
  // The frame is made anew for each person: what one scanned is not what the next one sees.
  useEffect(() => closeScan, []);
  return <ScanPanel />;
}
