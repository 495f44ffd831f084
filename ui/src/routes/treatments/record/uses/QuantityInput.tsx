/** A quantity in its product's unit; what is half typed stays typed, what is none is said. */
import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Product, Quantity } from "../../../../api/generated";
import { readDecimal, writeDecimal } from "../../../../components/decimals";

interface QuantityInputProps {
  value: Quantity;
  measure: Pick<Product, "unit" | "scale">;
  label: string;
  testId: string;
  onChange: (quantity: Quantity) => void;
}

export function QuantityInput({ value, measure: { unit, scale }, label, testId, onChange }: QuantityInputProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) => {
    const amount = readDecimal(unit !== "" && text.trim().toLowerCase().endsWith(unit.toLowerCase()) ? text.trim().slice(0, -unit.length) : text, scale);
    return amount !== null && amount > 0 ? amount : null;
  };
  const wrong = typed !== null && read(typed) === null;
  return (
    <Input
      size="small"
      inputMode="decimal"
      maxLength={12}
      value={typed ?? writeDecimal(value, scale)}
      suffix={<span className="quiet">{unit}</span>}
      aria-label={label}
      aria-invalid={wrong}
      title={wrong ? t("treatments.uses.quantityForm") : ""}
      {...(wrong ? { status: "error" as const } : {})}
      data-testid={testId}
      onFocus={(event) => { event.target.select(); }}
      onBlur={() => { setTyped(null); }}
      onChange={(event) => {
        setTyped(event.target.value);
        const amount = read(event.target.value);
        if (amount !== null && amount !== value) onChange(amount);
      }}
      onKeyDown={(event) => {
        const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (step === undefined || value + step <= 0) return;
        event.preventDefault();
        setTyped(null);
        onChange(value + step);
      }}
    />
  );
}
