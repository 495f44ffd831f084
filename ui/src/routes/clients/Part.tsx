/** A titled part of a zone, with what it offers at the right of its title. */
import type { ReactNode } from "react";
import styles from "./clients.module.css";

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
