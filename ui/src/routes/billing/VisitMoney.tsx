/** The money of a visit: to the checkout, and what the client has bought and not had yet. */
import { Button } from "antd";
import { Wallet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { VisitCard } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { Hotkey } from "../../components/Hotkey";
import { Loaded } from "../../components/States";
import { newPath } from "../checkout/places";
import panel from "../today/panel/panel.module.css";
import { EntitlementLines } from "./client/EntitlementsPart";

export function VisitMoney({ card }: { card: VisitCard }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const maySell = may("sell");
  const maySee = may("see_entitlements");
  const read = useRead("money", "entitlements.of_client", { client: card.client.id, all: false }, { enabled: maySee });
  const sell = () => void navigate(newPath(card.client.id, { visit: card.id }));
  useShortcut("F8", t("billing.sell"), sell, { when: maySell });
  if (!maySell && !maySee) return null;
  return (
    <section className={panel.section} data-testid="visit-money">
      <h3 className={panel.heading}>{t("billing.entitlements.title")}</h3>
      {maySee && <Loaded read={read} rows={1}>{(left) => <EntitlementLines left={left} />}</Loaded>}
      {maySell && (
        <div className={panel.row}>
          <Button type={card.step === "paying" ? "primary" : "default"} icon={<Wallet aria-hidden size={16} strokeWidth={1.5} />} data-testid="visit-sell" onClick={sell}>{t("billing.sell")}</Button>
          <Hotkey keys="F8" />
        </div>
      )}
    </section>
  );
}
