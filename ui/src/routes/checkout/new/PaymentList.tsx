/** How something is paid: the ways that are offered, by button or digit, and what is typed for each that was chosen. */
import { Button } from "antd";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Balances, Fen, PaymentMethod, QuotedPoints } from "../../../api/generated";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { grouped, money } from "../../../components/format";
import { methodName } from "../words";
import { PaymentRow } from "./PaymentRow";
import type { DraftPayment } from "./draft";
import styles from "./new.module.css";
import { type Limits, byPoints, deposit, pressed, storedValue } from "./payments";
import { paymentFieldId } from "./problems";

interface PaymentListProps {
  methods: readonly PaymentMethod[];
  payments: readonly DraftPayment[];
  /** What is to be paid. */
  total: Fen;
  limits: Limits;
  balances: Balances;
  /** Null where points pay nothing. */
  points: QuotedPoints | null;
  refused: { key: number; words: string } | null;
  /** In a dialog its digits work too. */
  inDialog?: boolean;
  onChange: (payments: DraftPayment[]) => void;
  onEnter: () => void;
}

/** There are as many keys. */
const digits = 9;

export function PaymentList({ methods, payments, total, limits, balances, points, refused, inDialog = false, onChange, onEnter }: PaymentListProps) {
  const { t } = useTranslation();
  const active = methods.filter((method) => method.active);
  const press = (code: string) => {
    const next = pressed(payments, code, total, limits);
    onChange(next.payments);
    const { key } = next;
    // Once it stands there.
    if (key !== null) window.setTimeout(() => { document.getElementById(paymentFieldId(key, "amount"))?.focus(); }, 0);
  };
  return (
    <div className={styles.payments}>
      <div className={styles.methods} role="group" aria-label={t("checkout.new.method")}>
        {active.map((method, index) =>
          // A digit stays the same method's, shown or not.
          limits.get(method.code) === 0 ? null : (
            <MethodButton key={method.code} name={methodName(t, method)} code={method.code} digit={index < digits ? String(index + 1) : null} disabled={total <= 0} inDialog={inDialog} onPress={() => { press(method.code); }} />
          ))}
      </div>
      {payments.length > 0 && (
        <ul className={styles.paymentRows}>
          {payments.map((payment) => {
            const method = methods.find(({ code }) => code === payment.method);
            return (
              <PaymentRow
                key={payment.key}
                payment={payment}
                method={method}
                name={methodName(t, method ?? { code: payment.method, name: "" })}
                limits={limits}
                balance={balanceWords(t, payment.method, balances, points)}
                refused={refused?.key === payment.key ? refused.words : ""}
                onChange={(changed) => { onChange(payments.map((other) => (other.key === changed.key ? changed : other))); }}
                onRemove={() => { onChange(payments.filter((other) => other.key !== payment.key)); }}
                onEnter={onEnter}
              />
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** What the client has of what is paid with. */
function balanceWords(t: TFunction, method: string, { principal, gift, deposit: left }: Balances, points: QuotedPoints | null): string {
  if (method === byPoints) {
    if (!points?.money) return "";
    const { pointsPerYuan, least } = points.money;
    return t("checkout.new.points.balance", { points: grouped(points.available), perYuan: grouped(pointsPerYuan), payable: money(points.payable) }) + (least > 0 ? t("checkout.new.points.least", { points: grouped(least) }) : "");
  }
  if (method === storedValue) return t("checkout.new.balance", { all: money(principal + gift), principal: money(principal), gift: money(gift) });
  return method === deposit ? t("checkout.new.depositBalance", { all: money(left) }) : "";
}

interface MethodButtonProps {
  name: string;
  code: string;
  digit: string | null;
  disabled: boolean;
  inDialog: boolean;
  onPress: () => void;
}

function MethodButton({ name, code, digit, disabled, inDialog, onPress }: MethodButtonProps) {
  const { t } = useTranslation();
  useShortcut(digit ?? "", t("checkout.new.keys.method", { method: name }), onPress, { when: digit !== null && !disabled, inDialog });
  return <Button disabled={disabled} data-testid={`checkout-method-${code}`} onClick={onPress}>{name} {digit !== null && <Hotkey keys={digit} />}</Button>;
}
