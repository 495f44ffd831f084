/** A code on the screen, and what arrives of it when it is scanned. */
import { Button } from "antd";
import { Check } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { prefer, usePreferences } from "../../../app/preferences";
import { useScan } from "../../../app/scanner";
import { TestCode } from "./TestCode";
import styles from "./scanner.module.css";
import { type Arrived, type Cell, type Problem, compared, problemsOf, shown, testCode, withoutSymbol } from "./verdict";

/** Fewer keys are typed. */
const shortest = 4;

export function ScannerTest() {
  const { t } = useTranslation();
  const [arrived, setArrived] = useState<Arrived | null>(null);
  const keys = useRef<readonly string[]>([]);
  useScan(
    ({ typed, chords, scanned }) => {
      keys.current = chords;
      // A key that is no character yet, such as F8, parts what was scanned: here all of it is looked at.
      return scanned.length >= shortest ? typed : null;
    },
    (text) => { setArrived({ text, chords: keys.current }); },
  );
  return (
    <div className={styles.test}>
      <figure className={styles.code}>
        <TestCode />
        <figcaption>{t("scan.scanner.scanThis")}</figcaption>
      </figure>
      <div className={styles.result} aria-live="polite" data-testid="scanner-result">
        {arrived === null ? <><p>{t("scan.scanner.testHint")}</p><p className="quiet">{t("scan.scanner.waiting")}</p></> : <Result arrived={arrived} onTaken={() => { setArrived(null); }} />}
      </div>
    </div>
  );
}

interface ResultProps {
  arrived: Arrived;
  /** The key in the separator's place is to stand for it. */
  onTaken: () => void;
}

function Result({ arrived, onTaken }: ResultProps) {
  const { t } = useTranslation();
  const problems = problemsOf(arrived);
  const cells = compared(withoutSymbol(arrived).text, testCode);
  return (
    <>
      {problems.length === 0 ? (
        <p className={styles.good} data-testid="scanner-good"><Check aria-hidden size={16} strokeWidth={2} /> {t("scan.scanner.good")}</p>
      ) : (
        problems.map((problem) => <Wrong key={problem.kind} problem={problem} onTaken={onTaken} />)
      )}
      <p className="quiet">{t("scan.scanner.arrived")}</p>
      <p className={styles.cells} data-testid="scanner-arrived">{cells.map((cell, index) => <Character key={index} cell={cell} />)}</p>
      <p className="quiet">{t("scan.scanner.again")}</p>
    </>
  );
}

function Wrong({ problem: { kind, got, wanted, chord }, onTaken }: Pick<ResultProps, "onTaken"> & { problem: Problem }) {
  const { t } = useTranslation();
  const { scanner } = usePreferences();
  return (
    <div role="alert" data-testid={`scanner-problem-${kind}`}>
      <p className="danger">{t(`scan.scanner.problems.${kind}.message`, { got, wanted })}</p>
      <p>{t(`scan.scanner.problems.${kind}.remedy`, { got, wanted })}</p>
      {chord !== null && <Button size="small" data-testid="scanner-take-key" onClick={() => { prefer({ scanner: { ...scanner, separator: chord } }); onTaken(); }}>{t("scan.scanner.takeKey", { key: got })}</Button>}
    </div>
  );
}

function Character({ cell: { char, state } }: { cell: Cell }) {
  const { t } = useTranslation();
  const title = state === "same" ? undefined : t(`scan.scanner.cells.${state}`);
  return <span className={styles.cell} data-state={state} title={title} aria-label={title === undefined ? undefined : `${title} ${shown(char)}`} role={title === undefined ? undefined : "img"}>{shown(char)}</span>;
}
