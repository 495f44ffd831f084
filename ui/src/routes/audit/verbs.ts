/** The verbs in words. One that is newer than the locales is shown by its own name. */
import { useTranslation } from "react-i18next";
import { zh } from "../../locales/zh";

type Verb = keyof (typeof zh)["audit"]["verbs"];
const all = Object.keys(zh.audit.verbs) as Verb[];

export interface Verbs {
  all: { verb: string; word: string }[];
  word: (verb: string) => string;
}

export function useVerbs(): Verbs {
  const { t } = useTranslation();
  // The names have dots, which t() would take for depth.
  const words: Partial<Record<string, string>> = t("audit.verbs", { returnObjects: true });
  return {
    all: all.map((verb) => ({ verb, word: words[verb] ?? verb })),
    word: (verb) => words[verb] ?? verb,
  };
}
