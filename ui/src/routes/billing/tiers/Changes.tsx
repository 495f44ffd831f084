/** Every change of a client's tier, the latest first, each with why; a sale that caused it opens. */
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import type { TierCause, TierChange } from "../../../api/generated";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { type From, salePath } from "../../checkout/places";
import { causeWords, nameOf } from "./words";

/** Two changes may be alike in all: only the place tells them apart. */
interface Row {
  key: string;
  change: TierChange;
}

export function Changes({ changes }: { changes: readonly TierChange[] }) {
  const { t } = useTranslation();
  const rows = changes.map((change, place): Row => ({ key: String(changes.length - place), change }));
  return <DataTable name="client-tier-changes" label={t("tiers.changes.title")} columns={useColumns()} rows={rows} rowKey={({ key }) => key} empty={<EmptyState title={t("tiers.changes.none")} hint={t("tiers.changes.noneHint")} />} />;
}

function useColumns(): readonly Column<Row>[] {
  const { t } = useTranslation();
  const title = (key: "day" | "change" | "why") => t(`tiers.changes.column.${key}`);
  return [
    { key: "day", title: title("day"), width: 112, text: ({ change }) => change.day },
    { key: "change", title: title("change"), width: 280, text: ({ change: { from, to } }) => t("tiers.changes.fromTo", { from: nameOf(t, from), to: nameOf(t, to) }) },
    { key: "why", title: title("why"), width: 480, text: ({ change }) => causeWords(t, change.cause), render: ({ change }) => <Why cause={change.cause} /> },
  ];
}

function Why({ cause }: { cause: TierCause }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const words = causeWords(t, cause);
  if (!("sale" in cause)) return <span title={words}>{words}</span>;
  return <Link to={salePath(cause.sale)} state={{ from: pathname } satisfies From} data-testid="client-tier-sale">{words}</Link>;
}
