/** One quiet line of what needs care, each part leading to what it is about; nothing where nothing does. */
import { Button } from "antd";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { StockAlerts } from "../../../api/generated";
import { useMay } from "../../../app/session";
import type { CareDays } from "../expiry";
import { tabPath } from "../places";
import type { Products } from "../products";
import styles from "../stock.module.css";
import type { Filter } from "./batchFilter";
import { lowWords } from "./lowWords";

interface AlertsProps {
  alerts: StockAlerts;
  care: CareDays;
  products: Products;
  onFilter: (filter: Filter) => void;
}

export function Alerts({ alerts: { expiring, low, vials }, care, products, onFilter }: AlertsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayVials = useMay()("use_vials");
  const expired = expiring.filter((batch) => batch.care === "now").length;
  const month = expiring.filter((batch) => batch.care === "month").length;
  const [shortest] = low;
  const parts = [
    ...(expired > 0 ? [{ key: "expired", tone: "danger", words: t("stock.alerts.expired", { count: expired }), go: () => { onFilter("expired"); } }] : []),
    ...(month > 0 ? [{ key: "month", tone: "caution", words: t("stock.alerts.month", { count: month, days: care.month }), go: () => { onFilter("month"); } }] : []),
    ...(shortest ? [{ key: "low", tone: "caution", words: t("stock.alerts.low", { count: low.length, first: lowWords(t, shortest, products) }), go: () => { onFilter("low"); } }] : []),
    ...(vials.length > 0 ? [{ key: "vials", tone: "caution", words: t("stock.alerts.vials", { count: vials.length }), go: mayVials ? () => void navigate(tabPath("vials")) : null }] : []),
  ];
  if (parts.length === 0) return null;
  return (
    <div className={styles.alerts} role="group" aria-label={t("stock.alerts.label")} data-testid="stock-alerts">
      <TriangleAlert aria-hidden size={16} strokeWidth={1.5} className="caution" />
      {parts.map(({ key, tone, words, go }) =>
        go ? (
          <Button key={key} type="text" size="small" data-testid={`stock-alert-${key}`} onClick={go}><span className={tone}>{words}</span></Button>
        ) : (
          <span key={key} className={tone} data-testid={`stock-alert-${key}`}>{words}</span>
        ),
      )}
    </div>
  );
}
