import { Check } from "lucide-react";
import type { ReactNode } from "react";
import styles from "./client.module.css";

interface BigChoiceProps {
  chosen: boolean;
  first: boolean;
  testId: string;
  onChoose: () => void;
  children: ReactNode;
}

export function BigChoice({ chosen, first, testId, onChoose, children }: BigChoiceProps) {
  return (
    <button type="button" role="radio" aria-checked={chosen} autoFocus={first} className={styles.choice} data-testid={testId} onClick={onChoose}>
      <span className={styles.tick}>{chosen && <Check aria-hidden size={20} strokeWidth={2} />}</span>
      {children}
    </button>
  );
}
