/** Verbs and details in words. What is newer than the locales is shown by its own name. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AuditLine, AuditWords, SettingKey } from "../../api/generated";
import { zh } from "../../locales/zh";
import { isChoice, ruleValueWords } from "../settings/ruleWords";

type Verb = keyof (typeof zh)["audit"]["verbs"];
const verbs = Object.keys(zh.audit.verbs) as Verb[];
const rules = Object.keys(zh.settings.rules) as SettingKey[];
/** As Rust joins the lines of a rule that is a list. */
const listGap = "\u3001";

export interface AuditDictionary {
  verbs: { verb: string; word: string }[];
  verb: (verb: string) => string;
  details: (line: AuditLine) => { name: string; value: string }[];
  /** For the file that Rust writes. */
  words: AuditWords;
}

export function useAuditDictionary(): AuditDictionary {
  const { t } = useTranslation();
  return useMemo(() => {
    const words: AuditWords = {
      headings: [t("audit.at"), t("audit.staff"), t("audit.verb"), t("audit.kind"), t("audit.client"), t("audit.detail")],
      system: t("audit.system"),
      read: t("audit.read"),
      done: t("audit.done"),
      // The verbs' names have dots, which t() would take for depth.
      verbs: t("audit.verbs", { returnObjects: true }),
      details: t("audit.details", { returnObjects: true }),
      values: {
        specialty: t("common.specialty", { returnObjects: true }),
        what: {
          phone: t("clients.phone"),
          id_number: t("clients.idNumber"),
          guardian_phone: t("clients.imports.fields.guardian_phone"),
          emergency_phone: t("clients.imports.fields.emergency_phone"),
        },
        role: t("clients.assignment", { returnObjects: true }),
        purpose: t("clients.purpose", { returnObjects: true }),
        everybody: { true: t("common.all"), false: t("audit.onlyFound") },
        key: Object.fromEntries(rules.map((key) => [key, t(`settings.rules.${key}.name`)])),
        outcome: t("clients.outcome", { returnObjects: true }),
        to: t("settings.steps", { returnObjects: true }),
        kind: { ...t("complaints.kind", { returnObjects: true }), ...t("audit.ledgerKind", { returnObjects: true }) },
        severity: t("complaints.severity", { returnObjects: true }),
        step: t("complaints.step", { returnObjects: true }),
        takenBack: t("complaints.step", { returnObjects: true }),
        filled_by: { client: t("audit.client"), staff: t("audit.staff") },
      },
    };
    const verb = (name: string) => words.verbs[name] ?? name;
    /** A rule's value means nothing without the rule. */
    const ruleValue = (key: string | undefined, value: string) => {
      const rule = rules.find((known) => known === key);
      if (rule === undefined) return value;
      if (/^\d+$/.test(value)) return ruleValueWords(t, rule, Number(value));
      return ruleValueWords(t, rule, isChoice(rule) ? value : value.split(listGap).filter((line) => line !== ""));
    };
    return {
      verbs: verbs.map((name) => ({ verb: name, word: verb(name) })),
      verb,
      details: ({ detail }) =>
        Object.entries(detail).map(([name, value]) => ({
          name: words.details[name] ?? name,
          value: name === "value" ? ruleValue(detail["key"], value) : (words.values[name]?.[value] ?? value),
        })),
      words,
    };
  }, [t]);
}
