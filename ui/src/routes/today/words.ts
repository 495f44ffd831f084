/** Steps and alerts in words. */
import type { TFunction } from "i18next";
import type { ArrivalAlert } from "../../api/generated";

/** A step by its name; one that the clinic made up is its own name. */
export function stepWord(t: TFunction, step: string): string {
  return t(`settings.steps.${step}` as "settings.steps.left", { defaultValue: step });
}

export type Tone = "danger" | "caution" | "quiet";

export interface AlertWords {
  /** For a card. */
  short: string;
  /** For the panel. */
  full: string;
  todo: string;
  tone: Tone;
}

export function alertWords(t: TFunction, alert: ArrivalAlert): AlertWords {
  switch (alert.kind) {
    case "allergy":
    case "contraindication": {
      const { kind, substance, severity } = alert;
      const severe = severity === "severe";
      return {
        short: t(`today.alert.${kind}Short`, { substance }),
        full: `${t(`today.alert.${kind}`, { substance })} · ${t(`today.alert.severity.${severity}`)}`,
        todo: t(kind === "allergy" ? (severe ? "today.alert.todo.allergySevere" : "today.alert.todo.allergy") : "today.alert.todo.contraindication"),
        tone: severe || (kind === "allergy" && severity === "moderate") ? "danger" : "caution",
      };
    }
    case "declared_allergy": {
      const { text } = alert;
      return { short: t("today.alert.declared_allergyShort", { text }), full: t("today.alert.declared_allergy", { text }), todo: t("today.alert.todo.declared_allergy"), tone: "danger" };
    }
    case "complaint": {
      const { of, severity, text, closed } = alert;
      const words = { kind: t(`complaints.kind.${of}`), severity: t(`complaints.severity.${severity}`), text };
      return {
        short: t("complaints.mark", words),
        full: t(closed ? "complaints.alertClosed" : "complaints.alert", words),
        todo: t(closed ? "complaints.alertTodoClosed" : "complaints.alertTodo"),
        tone: closed ? "quiet" : severity === "severe" ? "danger" : "caution",
      };
    }
    case "pregnancy": {
      const words = t(`today.alert.pregnancy.${alert.pregnancy}`);
      return { short: words, full: words, todo: t("today.alert.todo.pregnancy"), tone: "caution" };
    }
    case "birthday": {
      const words = alert.days === 0 ? t("today.alert.birthdayToday") : t("today.alert.birthdayIn", { days: alert.days });
      return { short: words, full: words, todo: t("today.alert.todo.birthday"), tone: "quiet" };
    }
    case "no_data_consent":
      return { short: t("today.alert.no_data_consentShort"), full: t("today.alert.no_data_consent"), todo: t("today.alert.todo.no_data_consent"), tone: "quiet" };
    case "possible_duplicate":
      return {
        short: t("today.alert.possible_duplicateShort"),
        full: t("today.alert.possible_duplicate", { name: alert.name, number: alert.member_number }),
        todo: t("today.alert.todo.possible_duplicate"),
        tone: "quiet",
      };
  }
}
