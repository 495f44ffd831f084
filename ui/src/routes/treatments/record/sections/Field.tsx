import { type ReactNode, useId } from "react";
import styles from "../record.module.css";

/** A labelled field; the label's field is given its id. */
export function Field({ label, children, wide = false }: { label: string; children: (id: string) => ReactNode; wide?: boolean }) {
  const id = useId();
  return (
    <div className={styles.field} data-wide={wide ? "" : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

/** A titled part of the record, with what it offers at its right. */
export function Part({ title, action, testId, children }: { title: string; action?: ReactNode; testId?: string; children: ReactNode }) {
  return (
    <section className={styles.part} data-testid={testId}>
      <header className={styles.partHead}>
        <h2>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
