/** The stock: what is there, what came in, counting, the vial book of toxin, suppliers; and before them a delivery that comes in. */
import { Button, Tabs } from "antd";
import { PackagePlus } from "lucide-react";
import { Activity, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useMay } from "../../app/session";
import { Count } from "./count/Count";
import { Deliveries } from "./deliveries/Deliveries";
import { OnHand } from "./onHand/OnHand";
import { type Tab, receivePath, tabPath, useTabs } from "./places";
import { Receive } from "./receive/Receive";
import styles from "./stock.module.css";
import { Suppliers } from "./suppliers/Suppliers";
import { VialBook } from "./vials/VialBook";

export default function StockScreen() {
  const [first = ""] = (useParams()["*"] ?? "").split("/");
  const mayReceive = useMay()("keep_stock");
  const receiving = first === "receive" && mayReceive;
  // Made when it is first asked for, and anew after each delivery.
  const [delivery, setDelivery] = useState(0);
  if (receiving && delivery === 0) setDelivery(1);
  return (
    <>
      <Activity mode={receiving ? "hidden" : "visible"}><TabbedStock /></Activity>
      {delivery > 0 && (
        <Activity mode={receiving ? "visible" : "hidden"}>
          <Receive key={delivery} onSaved={() => { setDelivery(delivery + 1); }} />
        </Activity>
      )}
    </>
  );
}

function TabbedStock() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayReceive = useMay()("keep_stock");
  const tabs = useTabs();
  const [tab, opened] = useTab(tabs);
  const bodies: Record<Tab, (opened: string) => ReactNode> = {
    onhand: (id) => <OnHand opened={id} />,
    deliveries: (id) => <Deliveries opened={id} />,
    count: () => <Count />,
    vials: (day) => <VialBook asked={day} />,
    suppliers: (id) => <Suppliers opened={id} />,
  };
  return (
    <div className={styles.screen}>
      <h1 className="unseen">{t("frame.screens.stock")}</h1>
      <Tabs
        activeKey={tab}
        onChange={(next) => void navigate(tabPath(next as Tab))}
        items={tabs.map((key) => ({
          key,
          label: <span data-testid={`stock-tab-${key}`}>{t(`stock.tabs.${key}`)}</span>,
          // A tab that is not looked at keeps what was typed in it, and hears no keys and no scans.
          children: <Activity mode={key === tab ? "visible" : "hidden"}>{bodies[key](key === tab ? opened : "")}</Activity>,
        }))}
      />
      {mayReceive && (tab === "onhand" || tab === "deliveries") && (
        <Button type="primary" className={styles.besideTabs ?? ""} icon={<PackagePlus aria-hidden size={16} strokeWidth={1.5} />} data-testid="stock-receive" onClick={() => void navigate(receivePath)}>
          {t("stock.receive.title")} {tab === "onhand" && <span className={styles.onPrimary}>R</span>}
        </Button>
      )}
    </div>
  );
}

/** The tab of the address, or else the one looked at last; and what is opened in it, "" for nothing. */
function useTab(tabs: readonly Tab[]): [Tab, string] {
  const [first = "", opened = ""] = (useParams()["*"] ?? "").split("/");
  const [last, setLast] = useState<Tab>("onhand");
  const found = first === "" ? "onhand" : tabs.find((tab) => tab === first);
  if (found !== undefined && found !== last) setLast(found);
  return [found ?? last, found === undefined ? "" : opened];
}
