/** A number that is there but not shown: typing replaces it, and it can be kept after all. */
import { Button, Input, type InputRef } from "antd";
import { type ChangeEvent, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { type Masked, nothingTyped } from "./values";

interface MaskedInputProps {
  value?: Masked;
  onChange?: (value: Masked) => void;
  label: string;
  testId: string;
  /** What an emptied one means. */
  emptied?: string;
  maxLength?: number;
  inputMode?: "tel" | "text";
  placeholder?: string;
  id?: string;
  ref?: Ref<InputRef>;
}

export function MaskedInput({ value = nothingTyped, onChange, label, testId, emptied, maxLength = 24, inputMode = "tel", placeholder, id, ref }: MaskedInputProps) {
  const { t } = useTranslation();
  const { masked, typed } = value;
  const change = (event: ChangeEvent<HTMLInputElement>) => {
    const text = event.target.value;
    // The first key on a masked number begins a new one, wherever the caret was.
    const fresh = masked !== null && typed === null && text.includes("*") ? ((event.nativeEvent as InputEvent).data ?? "") : text;
    onChange?.({ masked, typed: fresh });
  };
  return (
    <>
      <Input
        {...(id === undefined ? {} : { id })}
        ref={ref ?? null}
        value={typed ?? masked ?? ""}
        inputMode={inputMode}
        autoComplete="off"
        maxLength={maxLength}
        aria-label={label}
        placeholder={placeholder ?? label}
        data-testid={testId}
        onFocus={(event) => { if (typed === null && masked !== null) event.target.select(); }}
        onChange={change}
      />
      {masked !== null && typed !== null && (
        <div style={{ display: "flex", gap: 8, fontSize: 12 }}>
          {typed === "" && emptied && <span className="caution">{emptied}</span>}
          <Button type="link" size="small" style={{ padding: 0, fontSize: 12 }} data-testid={`${testId}-keep`} onClick={() => onChange?.({ masked, typed: null })}>{t("clients.keepMasked", { masked })}</Button>
        </div>
      )}
    </>
  );
}
