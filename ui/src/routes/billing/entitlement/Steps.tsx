/** What came of an entitlement, step by step as the client can be shown it, the oldest first. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { EntitlementChange, EntitlementEntry, EntitlementId } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useFormat } from "../../../components/format";
import { useOpenSale } from "../useOpenSale";
import styles from "./entitlement.module.css";
import { aboutWords, agreedWords, becameWords, signedCount, stepMoney, stepWord } from "./words";

interface StepsProps {
  entries: readonly EntitlementEntry[];
  onOpen: (entitlement: EntitlementId) => void;
  onUndo: (change: EntitlementChange) => void;
}

export function Steps({ entries, onOpen, onUndo }: StepsProps) {
  const { t } = useTranslation();
  return (
    <section className={styles.part} aria-label={t("billing.entitlement.history")}>
      <h3 className={styles.heading}>{t("billing.entitlement.history")}</h3>
      {entries.length === 0 ? <p className="quiet" data-testid="entitlement-unused">{t("billing.entitlement.nothing")}</p> : (
        <ol className={styles.steps}>{entries.map((entry) => <Step key={entry.id} entry={entry} onOpen={onOpen} onUndo={onUndo} />)}</ol>
      )}
    </section>
  );
}

function Step({ entry, onOpen, onUndo }: { entry: EntitlementEntry } & Pick<StepsProps, "onOpen" | "onUndo">) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const open = useOpenSale();
  const { at, cause, sessions, after, change, doctor, refund, sale, settlement, by } = entry;
  const treated = cause === "redeemed" && doctor !== null;
  const about = [
    treated ? t("billing.entitlement.doctor", { name: doctor }) : "",
    ...(change ? [becameWords(t, change), ...aboutWords(t, change), ...agreedWords(t, change)] : [settlement ?? "", treated || by === null ? "" : t("billing.entitlement.by", { name: by })]),
  ].filter(Boolean).join(" \u00b7 ");
  const money = stepMoney(t, entry);
  const into = change?.reverses ? null : (change?.into ?? null);
  const refundWords = refund === null ? "" : t("billing.entitlement.refund", { number: refund });
  return (
    <li className={styles.step} data-reversed={change?.reversed ? "" : undefined} data-testid="entitlement-step">
      <time className="quiet">{format.moment(at)}</time>
      <span className={styles.what}>
        <b>{stepWord(t, entry)}</b>
        {change?.reversed && <span className={styles.mark}>{t("billing.entitlement.reversed")}</span>}
        {refundWords !== "" && (sale !== null && may("see_money")
          ? <Button type="link" size="small" className={styles.link ?? ""} data-testid="entitlement-refund" onClick={() => { open(sale); }}>{refundWords}</Button>
          : <span className="quiet">{refundWords}</span>)}
        {into !== null && <Button type="link" size="small" className={styles.link ?? ""} data-testid="entitlement-became" onClick={() => { onOpen(into); }}>{t("billing.entitlement.openBecame")}</Button>}
      </span>
      <span className={styles.count}>{sessions === 0 ? "" : t("billing.entitlement.sessions", { sessions: signedCount(sessions) })}</span>
      <span className={`${styles.after ?? ""} ${after < 0 ? "danger" : "quiet"}`}>{t("billing.entitlement.after", { count: after })}</span>
      {(money !== "" || about !== "") && (
        <p className={styles.about}>
          {money !== "" && <span className={styles.money}>{money}</span>}
          {about !== "" && <span className="quiet">{about}</span>}
        </p>
      )}
      {change && !change.reverses && !change.reversed && may("sell") && (
        <Button size="small" className={styles.undo ?? ""} data-testid="entitlement-undo" onClick={() => { onUndo(change); }}>{t("billing.change.undo.open")}</Button>
      )}
    </li>
  );
}
