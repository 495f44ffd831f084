/** A PIN: six digits, masked, never kept by the browser. Enter hands it on; a refused one is emptied by its owner. */
import { Input, type InputRef } from "antd";
import { type Ref, useId } from "react";
import { isComposing } from "../app/shortcuts";

export const pinLength = 6;

interface PinInputProps {
  value?: string;
  onChange?: (pin: string) => void;
  onEnter?: (pin: string) => void;
  label: string;
  autoFocus?: boolean;
  disabled?: boolean;
  invalid?: boolean;
  testId?: string;
  id?: string;
  ref?: Ref<InputRef>;
}

export function PinInput({ value = "", onChange, onEnter, label, autoFocus, disabled, invalid, testId = "pin", id, ref }: PinInputProps) {
  const ownId = useId();
  return (
    <Input
      ref={ref ?? null}
      id={id ?? ownId}
      type="password"
      inputMode="numeric"
      autoComplete="off"
      size="large"
      maxLength={pinLength}
      value={value}
      aria-label={label}
      autoFocus={autoFocus ?? false}
      disabled={disabled ?? false}
      {...(invalid ? { status: "error" as const } : {})}
      data-testid={testId}
      style={{ letterSpacing: "0.6em", textIndent: "0.6em", textAlign: "center", maxWidth: 240 }}
      onChange={(event) => onChange?.(event.target.value.replaceAll(/\D/g, "").slice(0, pinLength))}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || isComposing(event) || !onEnter) return;
        event.preventDefault();
        if (value.length > 0) onEnter(value);
      }}
    />
  );
}
