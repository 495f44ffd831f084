/** What a tier gives, then what it takes over from the tiers below; what is said once is not said again. */
import { useTranslation } from "react-i18next";
import type { TierRule } from "../../../api/generated";
import { useDirectory } from "../../../components/directory";
import { once, timesText } from "../../settings/points/ruleValues";
import styles from "./tiers.module.css";
import { discountWords, lowersMore } from "./words";

type Thing = "procedures" | "cards" | "products";
const things: readonly Thing[] = ["procedures", "cards", "products"];

interface Given {
  code: string;
  tier: string;
  /** What its discount is on. */
  lowers: Thing[];
  words: string[];
}

/** The rules are the highest first. */
export function useGiven(rules: readonly TierRule[]): Given[] {
  const { t } = useTranslation();
  const { name } = useDirectory();
  return rules
    .map((rule, place): Given => {
      const higher = rules.slice(0, place);
      const more = lowersMore(rule, higher);
      const discount = discountWords(t, more, name);
      // Only the highest holds.
      const points = rule.pointsMultiplier > Math.max(once, ...higher.map(({ pointsMultiplier }) => pointsMultiplier)) ? t("tiers.gives.points", { times: timesText(rule.pointsMultiplier) }) : "";
      const benefits = rule.benefits.filter((benefit) => !higher.some((above) => above.benefits.includes(benefit)));
      return { code: rule.code, tier: rule.name, lowers: discount === "" ? [] : thingsOf(more), words: [discount, points, ...benefits].filter(Boolean) };
    })
    .filter(({ words }) => words.length > 0);
}

const thingsOf = (rule: TierRule): Thing[] => things.filter((thing) => (thing === "procedures" ? rule.allProcedures || rule.procedures.length > 0 : rule[thing]));

/** `own` is the tier that one has; what others give is said to be theirs. */
export function Gives({ given, own, testId }: { given: readonly Given[]; own: string; testId: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.gives} data-testid={testId}>
      {given.map(({ code, tier, words }) => (
        <div key={code}>
          {code !== own && <p className="quiet">{t("tiers.gives.lower", { tier })}</p>}
          <ul>{words.map((line) => <li key={line}>{line}</li>)}</ul>
        </div>
      ))}
      {things.some((thing) => given.filter(({ lowers }) => lowers.includes(thing)).length > 1) && <p className={`quiet ${styles.small ?? ""}`}>{t("tiers.gives.lowest")}</p>}
    </div>
  );
}
