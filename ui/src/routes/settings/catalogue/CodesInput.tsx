/** A product's codes as tags: typed, pasted, or scanned off the pack while the caret is here. */
import { Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import { wordsFor } from "../../../api/failure";
import type { Product } from "../../../api/generated";
import { useScan } from "../../../app/scanner";
import { looksLikeCode } from "../../scan/codes";

interface CodesInputProps {
  value?: string[];
  onChange?: (codes: string[]) => void;
  products: readonly Product[];
  /** The product that is edited; null for a new one. */
  own: string | null;
  onProblem: (problem: string | null) => void;
  id?: string;
}

/** Fewer characters are typed, not scanned. */
const shortest = 7;
/** What a person types off a pack is the product's code itself, and Rust says what is wrong with it. */
const plainCode = /^(?:[\d\s]+|MA\..*|AHM.*)$/i;

export function CodesInput({ value = [], onChange, products, own, onProblem, id }: CodesInputProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLSpanElement>(null);
  const [reading, setReading] = useState(false);
  // Another scan may be read before the last one has arrived in the form.
  const codes = useRef(value);
  useEffect(() => {
    codes.current = value;
  });
  const set = (next: string[]) => {
    codes.current = next;
    onChange?.(next);
  };
  const read = async (text: string) => {
    setReading(true);
    onProblem(null);
    try {
      const { scanned, product } = await call("scan.read", { text });
      const code = scanned.productCode;
      if (code === null) onProblem(t("catalogue.noProductCode"));
      else if (product !== null && product !== own) onProblem(t("catalogue.codeOf", { name: products.find((other) => other.id === product)?.name ?? "" }));
      else if (!codes.current.includes(code)) set([...codes.current, code]);
    } catch (reason) {
      const { message, remedy } = wordsFor(t, reason);
      onProblem([message, remedy].filter(Boolean).join(t("common.sentenceGap")));
    } finally {
      setReading(false);
    }
  };
  useScan(
    ({ scanned }) => (scanned.length >= shortest && root.current?.contains(document.activeElement) ? scanned : null),
    (text) => void read(text),
  );
  return (
    <span ref={root} data-testid="product-codes">
      <Select<string[]>
        {...(id === undefined ? {} : { id })}
        mode="tags"
        open={false}
        suffix={false}
        value={value}
        tokenSeparators={[" ", ",", "\u3001", "\uff0c"]}
        onChange={(next) => {
          const whole = next.filter((code) => !value.includes(code) && !plainCode.test(code) && looksLikeCode(code));
          set(next.filter((code) => !whole.includes(code)));
          onProblem(null);
          for (const text of whole) void read(text);
        }}
      />
      {reading && <span role="status" className="quiet">{t("catalogue.codeReading")}</span>}
    </span>
  );
}
