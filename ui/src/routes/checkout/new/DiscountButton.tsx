/** A discount given by hand: so many tenths are paid, so much off, or this is what is paid. */
import { Button, Input, Popover, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Discount } from "../../../api/generated";
import { isComposing } from "../../../app/shortcuts";
import { type DiscountKind, discountKinds, discountText, discountWords, percentOf, readDiscount } from "./discount";
import styles from "./new.module.css";

interface DiscountButtonProps {
  value: Discount | null;
  /** What it is on. */
  label: string;
  /** Begins the test ids. */
  name: string;
  words: string;
  onChange: (discount: Discount | null) => void;
}

export function DiscountButton({ value, label, name, words, onChange }: DiscountButtonProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Typed value={value} label={label} name={name} onClose={() => { setOpen(false); }} onChange={(discount) => { setOpen(false); onChange(discount); }} />}
    >
      <Button size="small" type="text" className={styles.discount ?? ""} data-given={value === null ? undefined : ""} aria-label={value === null ? label : `${label} ${discountWords(t, value)}`} data-testid={name}>
        {value === null ? words : discountWords(t, value)}
      </Button>
    </Popover>
  );
}

interface TypedProps extends Pick<DiscountButtonProps, "value" | "label" | "name" | "onChange"> {
  onClose: () => void;
}

function Typed({ value, label, name, onClose, onChange }: TypedProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<DiscountKind>(value?.kind ?? "rate");
  const [text, setText] = useState(value === null ? "" : discountText(value));
  const [asked, setAsked] = useState(false);
  const read = readDiscount(kind, text);
  const wrong = read === null && (asked || text.trim().length > 6);
  const apply = () => {
    setAsked(true);
    if (text.trim() === "" && value !== null) onChange(null);
    else if (read !== null) onChange(read);
  };
  return (
    // Keys pass on to the fields within.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className={styles.discountBox}
      onKeyDown={(event) => {
        if (isComposing(event)) return;
        if (event.key === "Escape") onClose();
        // The page's own Enter takes the money.
        event.stopPropagation();
        if (event.key === "Escape") event.nativeEvent.preventDefault();
      }}
    >
      <Segmented<DiscountKind>
        value={kind}
        aria-label={label}
        options={discountKinds.map((one) => ({ value: one, label: <span data-testid={`${name}-${one}`}>{t(`checkout.new.discount.${one}`)}</span> }))}
        onChange={setKind}
      />
      <Input
        key={kind}
        autoFocus
        inputMode="decimal"
        maxLength={16}
        value={text}
        placeholder={t(`checkout.new.discount.hint.${kind}`)}
        aria-label={t(`checkout.new.discount.label.${kind}`)}
        data-testid={`${name}-value`}
        {...(wrong ? { status: "error" as const } : {})}
        // Always there: a field that gets one while it is typed in loses the caret.
        suffix={<span className="quiet">{read?.kind === "rate" ? t("checkout.new.discount.means", { percent: percentOf(read.value) }) : ""}</span>}
        onFocus={(event) => { event.target.select(); }}
        onChange={(event) => { setText(event.target.value); }}
        onPressEnter={(event) => { if (!isComposing(event)) apply(); }}
      />
      {wrong && <p className={`danger ${styles.small ?? ""}`} role="alert">{t(`checkout.new.discount.wrong.${kind}`)}</p>}
      <div className={styles.buttons}>
        {value !== null && <Button size="small" data-testid={`${name}-clear`} onClick={() => { onChange(null); }}>{t("checkout.new.discount.clear")}</Button>}
        <Button size="small" type="primary" data-testid={`${name}-apply`} onClick={apply}>{t("checkout.new.discount.apply")}</Button>
      </div>
    </div>
  );
}
