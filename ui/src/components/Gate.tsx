/** The page before the frame: first run, unlock, sign-in, lock. One thing at a time on porcelain; language and shade at the foot. */
import type { ReactNode } from "react";
import type { DemoHint } from "../api/generated";
import { Appearance } from "./Appearance";
import { Band } from "./Band";
import { Mark } from "./Mark";
import styles from "./gate.module.css";

interface GateProps {
  title: string;
  /** A quiet line beneath the title. */
  hint?: ReactNode;
  demo?: DemoHint | null;
  demoContent?: ReactNode;
  /** A long form needs the room: no mark above it. */
  tight?: boolean;
  width?: number;
  children: ReactNode;
}

export function Gate({ title, hint, demo, demoContent, tight = false, width = 400, children }: GateProps) {
  return (
    <div className={styles.gate}>
      {demo && <Band>{demoContent}</Band>}
      <main className={`${styles.middle ?? ""} scrolls`}>
        <div className={styles.column} style={{ maxWidth: width }}>
          <header className={styles.head}>
            {!tight && <Mark size={44} />}
            <h1 className={styles.title}>{title}</h1>
            {hint && <p className="quiet">{hint}</p>}
          </header>
          {children}
        </div>
      </main>
      <footer className={styles.foot}>
        <Appearance />
      </footer>
    </div>
  );
}
