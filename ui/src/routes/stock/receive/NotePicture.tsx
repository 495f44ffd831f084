/** The picture of a delivery note: dropped, chosen, or taken out again. */
import { Button } from "antd";
import { FileText, Paperclip, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { scanFits, scanTypes } from "../../clients/file/scanTypes";
import styles from "../stock.module.css";

interface NotePictureProps {
  value: File | null;
  /** What Rust said of it. */
  problem: string | null;
  onChange: (file: File | null) => void;
}

export function NotePicture({ value, problem, onChange }: NotePictureProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (!file) return;
    setWrong(!scanFits(file));
    if (scanFits(file)) onChange(file);
  };
  return (
    <div
      className={styles.note}
      data-over={over ? "" : undefined}
      data-testid="receive-note-drop"
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => { setOver(false); }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input ref={input} type="file" accept={scanTypes.join()} tabIndex={-1} aria-label={t("stock.receive.note")} className="unseen" data-testid="receive-note" onChange={(event) => { take(event.target.files?.[0]); event.target.value = ""; }} />
      {value === null ? (
        <>
          <Button icon={<Paperclip aria-hidden size={16} strokeWidth={1.5} />} data-testid="receive-note-choose" onClick={() => input.current?.click()}>{t("stock.receive.note")}</Button>
          <span className={wrong || problem !== null ? "danger" : "quiet"} role={wrong || problem !== null ? "alert" : undefined}>{problem ?? t(wrong ? "stock.receive.noteWrong" : "stock.receive.noteHint")}</span>
        </>
      ) : (
        <>
          <Thumbnail file={value} />
          <span className={styles.noteName} data-testid="receive-note-name">{value.name}</span>
          {problem !== null && <span role="alert" className="danger">{problem}</span>}
          <Button type="text" size="small" icon={<X aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("stock.receive.noteRemove")} data-testid="receive-note-remove" onClick={() => { onChange(null); }} />
        </>
      )}
    </div>
  );
}

function Thumbnail({ file }: { file: File }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (!image.current) return;
    const url = URL.createObjectURL(file);
    image.current.src = url;
    return () => { URL.revokeObjectURL(url); };
  }, [file]);
  return file.type.startsWith("image/") ? <img ref={image} alt="" className={styles.thumbnail} /> : <FileText aria-hidden size={20} strokeWidth={1.5} />;
}
