/** What of today is there on every screen: F3 checks in, and the board hears of everything it shows. */
import { LogIn } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../app/palette";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { useFollowTags } from "../../components/followTags";
import { ClientTriage } from "../client-facing/ClientTriage";
import { CheckInDialog } from "./checkIn/CheckInDialog";
import { askToCheckIn } from "./checkIn/asked";
import { useScannedCode } from "./checkIn/scanned";

const alsoOn = ["appointments", "clients", "clinic", "staff"] as const;

export function TodayCompanion() {
  const { t } = useTranslation();
  const mayRun = useMay()("run_visits");
  const open = () => { askToCheckIn(); };
  useFollowTags("visits.board", alsoOn);
  useShortcut("F3", t("today.checkIn.title"), open, { when: mayRun, inFields: true });
  useScannedCode((code) => { askToCheckIn(code); }, mayRun);
  useAction({ id: "check-in", title: t("today.checkIn.title"), keywords: "check in arrive dd daodian dengji", keys: "F3", icon: LogIn, run: open }, mayRun);
  return (
    <>
      <CheckInDialog />
      <ClientTriage />
    </>
  );
}
