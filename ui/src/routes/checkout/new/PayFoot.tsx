/** What is left, what is still missing in words, and the button that says what Enter will do. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Fen } from "../../../api/generated";
import { money } from "../../../components/format";
import styles from "./new.module.css";
import type { Problem } from "./problems";

interface PayFootProps {
  left: Fen;
  /** Whether something is to be paid and some of it is typed. */
  begun: boolean;
  problem: Problem | null;
  /** What to know before pressing. */
  caution: string;
  label: string;
  pending: boolean;
  onPay: () => void;
}

export function PayFoot({ left, begun, problem, caution, label, pending, onPay }: PayFootProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.payFoot}>
      {begun && (
        <p className={styles.restLine} data-testid="checkout-rest" data-tone={left === 0 ? "good" : "caution"}>
          <span>{t(left > 0 ? "checkout.new.still" : left < 0 ? "checkout.new.over" : "checkout.new.exact")}</span> {left !== 0 && <b>{money(Math.abs(left))}</b>}
        </p>
      )}
      {caution !== "" && <p className={`caution ${styles.small ?? ""}`} data-testid="checkout-caution">{caution}</p>}
      <p className={`quiet ${styles.small ?? ""} ${styles.missing ?? ""}`} role="status" id="checkout-missing" data-testid="checkout-problem">{problem?.words ?? ""}</p>
      <Button type="primary" size="large" block disabled={problem !== null} loading={pending} aria-describedby="checkout-missing" data-testid="checkout-pay" onClick={onPay}>
        {label} <span className={styles.onPrimary}>Enter</span>
      </Button>
    </div>
  );
}
