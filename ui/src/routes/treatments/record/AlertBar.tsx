/** The client's allergies and contraindications across the top, and what of the chosen products meets an allergy. */
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ClientId, Product, ProductId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { heldAlerts, meetings } from "./allergies";
import styles from "./record.module.css";

interface AlertBarProps {
  client: ClientId;
  products: readonly Product[];
  chosen: readonly ProductId[];
}

export function AlertBar({ client, products, chosen }: AlertBarProps) {
  const { t } = useTranslation();
  const may = useMay()("see_health");
  const health = useRead("clients", "clients.health", { client }, { enabled: may });
  if (!health.data) return null;
  const held = heldAlerts(health.data.alerts);
  const met = meetings(held, products.filter(({ id }) => chosen.includes(id)));
  return (
    <section className={styles.alerts} aria-label={t("treatments.alerts.title")} data-testid="treatment-alerts">
      {held.length === 0 && <span className="quiet">{t("treatments.alerts.none")}</span>}
      {held.map((alert) => (
        <span key={alert.id} className={styles.alert} data-tone={alert.severity === "severe" || (alert.kind === "allergy" && alert.severity === "moderate") ? "danger" : "caution"}>
          <TriangleAlert aria-hidden size={14} strokeWidth={1.75} />
          <b>{t(`today.alert.${alert.kind}`, { substance: alert.substance })}</b> {t(`today.alert.severity.${alert.severity}`)}
          {alert.reaction !== "" && <span>{alert.reaction}</span>}
        </span>
      ))}
      {met.length > 0 && (
        <span role="alert" className={styles.alert} data-tone="met" data-testid="treatment-allergen">
          <TriangleAlert aria-hidden size={14} strokeWidth={1.75} />
          <b>{met.map(({ product, ingredient }) => t("treatments.alerts.contains", { product: product.name, ingredient })).join(t("common.listGap"))}</b>
        </span>
      )}
    </section>
  );
}
