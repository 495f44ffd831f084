/** One of a few answers, as buttons that wrap where the words are long. */
import { type KeyboardEvent, useRef } from "react";
import styles from "./panel.module.css";

interface PillsProps<Value extends string> {
  labelledBy: string;
  testId: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}

export function Pills<Value extends string>({ labelledBy, testId, value, options, onChange }: PillsProps<Value>) {
  const root = useRef<HTMLDivElement>(null);
  const chosen = options.some((option) => option.value === value);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (options.findIndex((option) => option.value === value) + step + options.length) % options.length;
    const next = options[at];
    if (next) onChange(next.value);
    root.current?.querySelectorAll("button")[at]?.focus();
  };
  return (
    // One stop for Tab; the arrows choose, as among radio buttons.
    <div ref={root} role="radiogroup" tabIndex={-1} aria-labelledby={labelledBy} className={styles.pills} data-testid={testId} onKeyDown={onKeyDown}>
      {options.map((option, index) => (
        <button key={option.value} type="button" role="radio" aria-checked={option.value === value} tabIndex={option.value === value || (index === 0 && !chosen) ? 0 : -1} className={styles.pill} onClick={() => { onChange(option.value); }}>
          {option.label}
        </button>
      ))}
    </div>
  );
}
