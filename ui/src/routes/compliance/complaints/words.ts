/** A complaint in words. */
import type { TFunction } from "i18next";
import type { ComplaintKind, ComplaintLine, ComplaintOutcome, Severity } from "../../../api/generated";

export const severities: readonly Severity[] = ["mild", "moderate", "severe"];

/** The ends that each kind usually has. */
export const outcomes: Record<ComplaintKind, readonly ComplaintOutcome[]> = {
  complaint: ["settled", "unfounded", "referred"],
  adverse_reaction: ["recovered", "lasting", "referred", "unfounded"],
};

export const severityTone = (severity: Severity): "danger" | "caution" | "quiet" => ({ mild: "quiet", moderate: "caution", severe: "danger" } as const)[severity];

export function stateWords(t: TFunction, { closedAt, answeredAt, dropped, outcome }: ComplaintLine): string {
  if (dropped) return t("complaints.state.dropped");
  if (closedAt !== null) return outcome === null ? t("complaints.state.closed") : `${t("complaints.state.closed")} · ${t(`complaints.outcome.${outcome}`)}`;
  return t(answeredAt === null ? "complaints.state.waiting" : "complaints.state.open");
}

/** Which treatment it is about; "" where none is known. */
export function treatmentWords(t: TFunction, { procedureName, treatedOn, doctorName }: Pick<ComplaintLine, "procedureName" | "treatedOn" | "doctorName">): string {
  if (procedureName === null) return "";
  return t("complaints.about", { procedure: procedureName, day: treatedOn ?? "", doctor: doctorName ?? "" });
}
