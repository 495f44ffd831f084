/** Everything that came and went, the latest first; what was taken back is struck through. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { PointsCause, PointsLine } from "../../../api/generated";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState } from "../../../components/States";
import { grouped } from "../../../components/format";
import { salePath } from "../../checkout/places";
import { aboutWords, isReversible, kindWord, signedPoints } from "./words";

interface LinesProps {
  lines: readonly PointsLine[];
  onUndo?: (line: PointsLine) => void;
}

/** Of what expired the id is that of what had brought it in: only the place tells two lines apart. */
interface Row {
  key: string;
  line: PointsLine;
}

export function Lines({ lines, onUndo }: LinesProps) {
  const { t } = useTranslation();
  const rows = lines.map((line, place): Row => ({ key: String(lines.length - place), line }));
  return <DataTable name="client-points" label={t("billing.points.lines")} columns={useColumns(onUndo)} rows={rows} rowKey={({ key }) => key} empty={<EmptyState title={t("billing.points.nothing")} hint={t("billing.points.nothingHint")} />} />;
}

function useColumns(onUndo?: (line: PointsLine) => void): readonly Column<Row>[] {
  const { t } = useTranslation();
  const title = (key: "day" | "what" | "points" | "after" | "ends" | "reason" | "by" | "approvedBy" | "acts") => t(`billing.points.column.${key}`);
  const struck = (reversed: boolean, words: string) => (reversed ? <s className="quiet">{words}</s> : words);
  const what = (line: PointsLine) => [kindWord(t, line), line.letGo > 0 ? t("billing.points.letGo", { points: grouped(line.letGo) }) : "", line.reversed ? t("billing.points.reversed") : ""].filter(Boolean).join(" \u00b7 ");
  const acts: Column<Row> = {
    key: "acts", title: title("acts"), width: 120, text: () => "",
    render: ({ line }) => onUndo && isReversible(line) && <Button type="text" size="small" data-testid="points-undo" onClick={() => { onUndo(line); }}>{t("billing.points.undo.open")}</Button>,
  };
  return [
    { key: "day", title: title("day"), width: 112, text: ({ line }) => line.day },
    { key: "what", title: title("what"), width: 144, text: ({ line }) => what(line), render: ({ line }) => <span data-testid="points-line" data-kind={line.expired === null ? line.kind : "expired"} data-reversed={line.reversed ? "" : undefined}>{what(line)}</span> },
    { key: "points", title: title("points"), width: 104, align: "right", text: ({ line }) => signedPoints(line.points), render: ({ line }) => struck(line.reversed, signedPoints(line.points)) },
    { key: "after", title: title("after"), width: 104, align: "right", text: ({ line }) => grouped(line.after), render: ({ line }) => <span className={line.after < 0 ? "danger" : ""}>{grouped(line.after)}</span> },
    { key: "ends", title: title("ends"), width: 112, text: ({ line }) => line.expiresOn ?? "" },
    { key: "reason", title: title("reason"), width: 256, text: ({ line }) => aboutWords(t, line), render: ({ line }) => <About line={line} /> },
    { key: "by", title: title("by"), width: 96, text: ({ line }) => line.by ?? "" },
    { key: "approvedBy", title: title("approvedBy"), width: 96, text: ({ line }) => line.approvedBy ?? "" },
    ...(onUndo ? [acts] : []),
  ];
}

/** What can be opened leads there. */
function About({ line }: { line: PointsLine }) {
  const { t } = useTranslation();
  const words = aboutWords(t, line);
  const to = pathOf(line.cause);
  return to === null ? <span title={words}>{words}</span> : <Link to={to} title={words} data-testid="points-cause">{words}</Link>;
}

function pathOf(cause: PointsCause | null): string | null {
  switch (cause?.kind) {
    case "sale":
    case "reward":
    case "refund": return salePath(cause.sale);
    case "referral": return `/clients/${cause.client.id}`;
    default: return null;
  }
}
