/** Small marks that several of the stock's lists share. */
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Batch, Product } from "../../api/generated";
import { type CareDays, expiryState } from "./expiry";
import styles from "./stock.module.css";

export function ProductName({ product, testId }: { product: Product; testId?: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles.name} {...(testId === undefined ? {} : { "data-testid": testId })}>
      <span className="figure">{product.name}</span>
      {product.toxin && <ToxinMark />}
      {product.genericName !== product.name && <span className="quiet" title={product.genericName}>{product.genericName}</span>}
      {!product.active && <span className="quiet">{t("stock.inactive")}</span>}
    </span>
  );
}

export function ToxinMark() {
  const { t } = useTranslation();
  return <span className={styles.mark} title={t("stock.toxin")}>{t("stock.toxinMark")}</span>;
}

export function Expiry({ expiresOn, daysLeft, care }: { expiresOn: string; daysLeft: number; care: CareDays }) {
  const { t } = useTranslation();
  const { words, tone } = expiryState(t, daysLeft, care);
  return <>{expiresOn} {words !== "" && <span className={tone} data-testid="batch-expiry" data-tone={tone}>{words}</span>}</>;
}

export interface StatusWords {
  words: string;
  tone: "" | "quiet" | "caution" | "danger";
}

/** Whether a batch may be used, and why not. */
export function statusWords(t: TFunction, { status, statusReason, daysLeft, onHand }: Batch): StatusWords {
  if (status !== "released") return { words: t("stock.status.because", { status: t(`stock.status.${status}`), reason: statusReason }), tone: status === "recalled" ? "danger" : "caution" };
  if (onHand <= 0) return { words: t("stock.status.usedUp"), tone: "quiet" };
  return daysLeft < 0 ? { words: t("stock.status.expired"), tone: "danger" } : { words: t("stock.status.released"), tone: "quiet" };
}
