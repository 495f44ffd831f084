/** The scan of a paper: dropped, chosen, or taken out again. */
import { Button } from "antd";
import { FileText, Paperclip, X } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FileDrop } from "../../components/FileDrop";
import { scanFits, scanTypes } from "../clients/file/scanTypes";
import styles from "./consents.module.css";

interface ScanChoiceProps {
  value: File | null;
  /** What Rust said of it. */
  problem: string | null;
  onChange: (file: File | null) => void;
}

export function ScanChoice({ value, problem, onChange }: ScanChoiceProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) return;
    setWrong(!scanFits(file));
    if (scanFits(file)) onChange(file);
  };
  const words = wrong ? t("consents.scanWrong") : problem;
  return (
    <FileDrop words={t("consents.scanDrop")} className={styles.scan} onFile={take}>
      <input ref={input} type="file" accept={scanTypes.join()} tabIndex={-1} aria-label={t("consents.scan")} className="unseen" data-testid="consent-scan-file" onChange={(event) => { take(event.target.files?.[0]); event.target.value = ""; }} />
      {value === null ? (
        <Button icon={<Paperclip aria-hidden size={16} strokeWidth={1.5} />} data-testid="consent-scan-choose" onClick={() => input.current?.click()}>{t("consents.scanChoose")}</Button>
      ) : (
        <>
          <FileText aria-hidden size={16} strokeWidth={1.5} />
          <span className={styles.fileName} data-testid="consent-scan-name">{value.name}</span>
          <Button type="text" size="small" icon={<X aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("consents.scanRemove")} data-testid="consent-scan-remove" onClick={() => { onChange(null); }} />
        </>
      )}
      {words !== null && <span role="alert" className="danger">{words}</span>}
      {words === null && value === null && <span className="quiet">{t("consents.scanHint")}</span>}
    </FileDrop>
  );
}
