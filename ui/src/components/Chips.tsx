/** Chips that choose what a list shows; none pressed shows all. */
import styles from "./chips.module.css";

export interface ChipProps {
  key: string;
  label: string;
  /** Null where nobody has counted. */
  count: number | null;
}

interface ChipsProps<Key extends string> {
  label: string;
  chips: readonly (ChipProps & { key: Key })[];
  pressed: readonly Key[];
  onChange: (pressed: Key[]) => void;
  /** Begins the test ids. */
  name: string;
}

export function Chips<Key extends string>({ label, chips, pressed, onChange, name }: ChipsProps<Key>) {
  return (
    <div className={styles.chips} role="group" aria-label={label}>
      {chips.map((chip) => (
        <button
          key={chip.key}
          type="button"
          className={styles.chip}
          aria-pressed={pressed.includes(chip.key)}
          data-testid={`${name}-chip-${chip.key}`}
          onClick={() => { onChange(pressed.includes(chip.key) ? pressed.filter((other) => other !== chip.key) : [...pressed, chip.key]); }}
        >
          {chip.label} {chip.count !== null && <span>{chip.count}</span>}
        </button>
      ))}
    </div>
  );
}
