/** Tiers as they are written, the highest first: what each asks for and gives. */
import { useTranslation } from "react-i18next";
import type { TierRule } from "../../../api/generated";
import { useDirectory } from "../../../components/directory";
import { once, timesText } from "../points/ruleValues";
import styles from "./tiers.module.css";
import { discountWords, scopeWords, thresholdWords } from "./words";

export function TierTable({ tiers }: { tiers: readonly TierRule[] }) {
  const { t } = useTranslation();
  if (tiers.length === 0) return <p className="quiet">{t("tierRules.inForce.noTiers")}</p>;
  const heading = (key: "tier" | "threshold" | "discount" | "benefits") => <th scope="col">{t(`tierRules.inForce.column.${key}`)}</th>;
  return (
    <table className={styles.tiers} data-testid="tiers-table">
      <thead><tr>{heading("tier")}{heading("threshold")}{heading("discount")}{heading("benefits")}</tr></thead>
      <tbody>{tiers.map((tier, place) => <Row key={tier.code} tier={tier} below={tiers.slice(0, place)} />).reverse()}</tbody>
    </table>
  );
}

function Row({ tier, below }: { tier: TierRule; below: readonly TierRule[] }) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const scope = scopeWords(t, tier);
  // Those of a discount that is there.
  const names = scope === "" || tier.allProcedures ? "" : tier.procedures.map((id) => directory.name(id)).filter(Boolean).join(t("common.listGap"));
  return (
    <tr data-testid="tier-row">
      <th scope="row">{tier.name}</th>
      <td className={styles.number}>{thresholdWords(t, tier)}</td>
      <td>
        <div className={scope === "" ? "quiet" : ""}>{discountWords(t, tier.rate, below)}</div>
        {scope !== "" && <div>{scope}</div>}
        {names !== "" && <div className={`${styles.names ?? ""} quiet`}>{names}</div>}
      </td>
      <td>{tier.pointsMultiplier > once && <div>{t("tiers.gives.points", { times: timesText(tier.pointsMultiplier) })}</div>}{tier.benefits.map((benefit, place) => <div key={place}>{benefit}</div>)}</td>
    </tr>
  );
}
