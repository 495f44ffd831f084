/** Clients found and made from everywhere: the search box asks here, and a scanned member code is its only answer. */
import { FileSpreadsheet, UserRoundPlus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "../../api/call";
import { useAction, usePaletteSource } from "../../app/palette";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { useFollowTags } from "../../components/followTags";
import { useClientWords } from "./words";

const shown = 8;

export function ClientsCompanion() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const words = useClientWords();
  const add = () => void navigate("/clients/new");
  // How often and when somebody came, and a file's timeline, are of visits and appointments.
  useFollowTags("clients.find", ["visits"]);
  useFollowTags("clients.open", ["visits", "appointments"]);
  // Consents are the file's.
  useFollowTags("photos.of_client", ["clients", "staff"]);
  // What a joined file has spent counts for the tier.
  useFollowTags("tiers.of_client", ["clients", "staff"]);
  useFollowTags("tiers.of_sale", ["clients"]);
  useFollowTags("tiers.members", ["clients"]);
  usePaletteSource({
    id: "clients",
    title: t("clients.found"),
    search: async (query) => {
      const hits = await call("clients.find", { query, limit: shown });
      return hits.map((hit) => ({
        id: hit.id,
        title: hit.name,
        note: [words.sexAge(hit), hit.memberNumber, hit.phone ?? ""].filter(Boolean).join(" · "),
        run: () => void navigate(`/clients/${hit.id}`),
        ...(may("see_treatments") ? { shift: () => void navigate(`/clients/${hit.id}/treatments`) } : {}),
      }));
    },
  }, may("see_clients"));
  useAction({ id: "client-new", title: t("clients.new"), keywords: "client new xinjian guke xjgk", keys: "Ctrl+N", icon: UserRoundPlus, run: add }, may("edit_clients"));
  useAction({ id: "client-import", title: t("clients.imports.title"), keywords: "import daoru excel csv", icon: FileSpreadsheet, run: () => void navigate("/clients/import") }, may("import_clients"));
  // Without words: the list has the same key and says what it does.
  useShortcut("Ctrl+N", "", add, { when: may("edit_clients") });
  return null;
}
