/** The checkout's first page: at the left who waits to pay and what was put aside, at the right the day's sales. */
import { Button } from "antd";
import { HandCoins } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMay } from "../../../app/session";
import { choosePath } from "../places";
import { Day } from "./Day";
import { Held } from "./Held";
import { Waiting } from "./Waiting";
import styles from "./home.module.css";

export function Home() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t("checkout.title")}</h1>
        <span className={styles.spring} />
        {may("sell") && (
          <Button type="primary" icon={<HandCoins aria-hidden size={16} strokeWidth={1.5} />} data-testid="checkout-new" onClick={() => void navigate(choosePath)}>
            {t("checkout.home.begin")} <span className={styles.onPrimary}>F4</span>
          </Button>
        )}
      </header>
      <div className={styles.sides}>
        {may("sell") && (
          <div className={`${styles.left ?? ""} scrolls`}>
            <Held />
            {may("see_board") && <Waiting />}
          </div>
        )}
        <Day />
      </div>
    </div>
  );
}
