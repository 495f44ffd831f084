/** Where packs are scanned: a scanner is heard wherever the caret stands, here a code can be typed or pasted as well. */
import { Button, Input, type InputRef } from "antd";
import { ScanBarcode } from "lucide-react";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useScan } from "../../../app/scanner";
import { isComposing } from "../../../app/shortcuts";
import { memberCodeIn } from "../../clients/memberCode";
import { openScan } from "../../scan/asked";
import { packScanned } from "../scanned";
import styles from "../stock.module.css";
import type { Lines } from "./useLines";

/** Fewer characters are no code. */
const shortest = 8;

export interface ScanBoxHandle {
  focus: () => void;
}

export function ScanBox({ lines: { notice, scan, addAnyway }, ref }: { lines: Lines; ref: Ref<ScanBoxHandle> }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const field = useRef<InputRef>(null);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), []);
  useScan((burst) => {
    const here = field.current?.input === document.activeElement && memberCodeIn(burst.typed) === null;
    return here && burst.scanned.trim().length >= shortest ? burst.scanned : packScanned(burst);
  }, scan);
  const read = () => {
    if (text.trim() === "") return;
    scan(text);
    setText("");
  };
  return (
    <div className={styles.scan}>
      <Input
        ref={field}
        autoFocus
        size="large"
        value={text}
        maxLength={4_000}
        placeholder={t("stock.receive.scanHint")}
        aria-label={t("stock.receive.scan")}
        data-testid="receive-scan"
        prefix={<ScanBarcode aria-hidden size={20} strokeWidth={1.5} className="quiet" />}
        onChange={(event) => { setText(event.target.value); }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          if (event.key === "Enter") {
            // Not the form's.
            event.preventDefault();
            if (!event.ctrlKey && !event.metaKey) read();
          } else if (event.key === "Escape" && text !== "") {
            event.stopPropagation();
            setText("");
          }
        }}
      />
      <p role="status" className={notice === null || notice.tone === "good" ? "" : notice.tone} data-testid="receive-notice" data-tone={notice?.tone}>
        {notice?.words ?? ""}
        {notice?.anyway && <Button type="link" size="small" data-testid="receive-anyway" onClick={() => { if (notice.anyway) addAnyway(notice.anyway); field.current?.focus(); }}>{t("stock.receive.anyway")}</Button>}
        {notice?.unknown !== undefined && <Button type="link" size="small" data-testid="receive-unknown" onClick={() => { openScan(notice.unknown); }}>{t("stock.receive.toCatalogue")}</Button>}
      </p>
    </div>
  );
}
