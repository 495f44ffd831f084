import { type ReactNode, useId } from "react";
import type { Place } from "../../signing/obstacles";
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
export function Part({ title, action, testId, place, children }: { title: string; action?: ReactNode; testId?: string; place?: Place; children: ReactNode }) {
  return (
    <section className={styles.part} data-testid={testId} data-place={place}>
      <header className={styles.partHead}>
        <h2>{title}</h2>
        {action}
      </header>
      {children}
    </section>
  );
}
