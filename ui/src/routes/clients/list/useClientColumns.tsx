import { useTranslation } from "react-i18next";
import type { ClientHit } from "../../../api/generated";
import { Avatar } from "../../../components/Avatar";
import type { Column } from "../../../components/DataTable";
import { useFormat } from "../../../components/format";
import { AlertMark } from "../AlertMark";
import { useClientWords } from "../words";

export function useClientColumns(): Column<ClientHit>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useClientWords();
  const lastVisit = ({ lastVisitAt }: ClientHit) => (lastVisitAt === null ? t("clients.never") : format.date(format.dayOf(lastVisitAt)));
  return [
    {
      key: "name",
      title: t("clients.name"),
      width: 280,
      text: (hit) => (hit.hasAlert ? `${hit.name} (${t("clients.hasAlert")})` : hit.name),
      render: (hit) => (
        <span data-testid="clients-row" style={{ display: "flex", alignItems: "center", gap: 12 }}>
          <Avatar name={hit.name} size={28} />
          <span className="figure" style={{ overflow: "hidden", textOverflow: "ellipsis" }}>{hit.name}</span>
          {hit.hasAlert && <AlertMark />}
        </span>
      ),
    },
    { key: "sex", title: t("clients.sexAge"), width: 130, text: words.sexAge },
    { key: "number", title: t("clients.memberNumber"), width: 130, text: (hit) => hit.memberNumber, render: (hit) => <span className="quiet">{hit.memberNumber}</span> },
    { key: "phone", title: t("clients.phone"), width: 160, text: (hit) => hit.phone ?? "" },
    { key: "last", title: t("clients.lastVisit"), width: 170, text: lastVisit, render: (hit) => <span className={hit.lastVisitAt === null ? "quiet" : ""}>{lastVisit(hit)}</span> },
    { key: "visits", title: t("clients.visits"), width: 100, align: "right", text: (hit) => String(hit.visits) },
  ];
}
