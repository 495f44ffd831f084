/** Takes back points that were given or taken by hand. */
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { Failure, PointsLine, ReversePoints } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { grouped } from "../../../components/format";
import { LedgerAct, type Reasoned } from "../ledger/LedgerAct";

export function UndoPoints({ line: { id: entry, points, day }, onClose }: { line: PointsLine; onClose: () => void }) {
  const { t } = useTranslation();
  const approves = useMay()("change_ledgers");
  const refusal = ({ code, params }: Failure) => {
    if (code === "points_too_few") return { at: "reason", words: t("billing.points.undo.spent", { available: grouped(Number(params["available"] ?? 0)) }) };
    return code === "cannot_reverse" ? { at: "reason", words: t("billing.points.undo.settles") } : null;
  };
  return (
    <LedgerAct<Reasoned, ReversePoints>
      name="points"
      about={`undo ${entry}`}
      title={t("billing.points.undo.title")}
      initial={{ reason: "" }}
      reason={{ label: t("billing.points.undo.reason"), hint: t("billing.points.undo.reasonHint") }}
      approval={!approves}
      what={() => t(points > 0 ? "billing.points.undo.whatGiven" : "billing.points.undo.whatTaken", { points: grouped(Math.abs(points)), day })}
      submit={() => t("billing.points.undo.apply")}
      danger
      input={(id, { reason }) => ({ id, entry, reason: reason.trim() })}
      send={(sent) => call("points.reverse", sent)}
      // What cannot be taken back says so where one says why.
      fields={{ entry: "reason" }}
      refusal={refusal}
      done={() => t("billing.points.undo.done")}
      onClose={onClose}
    />
  );
}
