/** What this computer's scanner sends, and whether all of it arrives. */
import { Button, Input, Segmented, Select } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { prefer, usePreferences } from "../../../app/preferences";
import { type ScannerSettings, chordOf, chordWords, isModifier } from "../../../app/scannerKeys";
import settings from "../settings.module.css";
import { ScannerTest } from "./ScannerTest";
import styles from "./scanner.module.css";

/** Keys that manuals name. */
const known = ["F8", "Shift+Backslash", "Shift+Backquote"];
const usual = "usual";
const other = "other";

export function ScannerSection() {
  const { t } = useTranslation();
  return (
    <>
      <section className={settings.group}>
        <header className={settings.head}><h2>{t("scan.scanner.test")}</h2><span className="quiet">{t("scan.scanner.hint")}</span></header>
        <ScannerTest />
      </section>
      <section className={settings.group}>
        <header className={settings.head}><h2>{t("scan.scanner.settings")}</h2></header>
        <Settings />
      </section>
    </>
  );
}

function Settings() {
  const { t } = useTranslation();
  const { scanner } = usePreferences();
  const [pressing, setPressing] = useState(false);
  const set = (change: Partial<ScannerSettings>) => { prefer({ scanner: { ...scanner, ...change } }); };
  usePressedKey(pressing, (chord) => {
    setPressing(false);
    if (chord !== null) set({ separator: chord });
  });
  const { separator } = scanner;
  const keys = separator === null || known.includes(separator) ? known : [...known, separator];
  return (
    <div className={styles.settings}>
      <Setting name="separator" label={t("scan.scanner.separator")} hint={t("scan.scanner.separatorHint")}>
        {pressing ? (
          <Button data-testid="scanner-press-key" onClick={() => { setPressing(false); }}>{t("scan.scanner.pressKey")}</Button>
        ) : (
          <Select<string>
            value={separator ?? usual}
            aria-labelledby="scanner-separator"
            data-testid="scanner-separator"
            style={{ width: "100%" }}
            options={[
              { value: usual, label: t("scan.scanner.separators.usual") },
              ...keys.map((chord) => ({ value: chord, label: chordWords(chord) })),
              { value: other, label: t("scan.scanner.separators.other") },
            ]}
            onChange={(chosen) => {
              if (chosen === other) setPressing(true);
              else set({ separator: chosen === usual ? null : chosen });
            }}
          />
        )}
      </Setting>
      <Setting name="end" label={t("scan.scanner.end")} hint={t("scan.scanner.endHint")}>
        <Segmented<ScannerSettings["end"]>
          value={scanner.end}
          aria-labelledby="scanner-end"
          data-testid="scanner-end"
          options={(["key", "pause"] as const).map((value) => ({ value, label: t(`scan.scanner.ends.${value}`) }))}
          onChange={(end) => { set({ end }); }}
        />
      </Setting>
      {(["prefix", "suffix"] as const).map((name) => (
        <Setting key={name} name={name} label={t(`scan.scanner.${name}`)} hint={t(`scan.scanner.${name}Hint`)}>
          <Input value={scanner[name]} maxLength={8} aria-labelledby={`scanner-${name}`} data-testid={`scanner-${name}`} onChange={(event) => { set({ [name]: event.target.value }); }} />
        </Setting>
      ))}
    </div>
  );
}

function Setting({ name, label, hint, children }: { name: string; label: string; hint: string; children: ReactNode }) {
  return (
    <div className={styles.setting}>
      <div>
        <div id={`scanner-${name}`}>{label}</div>
        <div className="quiet">{hint}</div>
      </div>
      {children}
    </div>
  );
}

/** The next key that is pressed; null for Esc. */
function usePressedKey(when: boolean, pressed: (chord: string | null) => void): void {
  useEffect(() => {
    if (!when) return;
    const onKeyDown = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      if (!isModifier(event)) pressed(event.key === "Escape" ? null : chordOf(event));
    };
    window.addEventListener("keydown", onKeyDown, true);
    return () => { window.removeEventListener("keydown", onKeyDown, true); };
  });
}
