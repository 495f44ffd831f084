/** A code typed or pasted by hand, where no scanner is. */
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../../app/shortcuts";
import { openScan } from "./asked";

export function CodeField({ initial }: { initial: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(initial);
  const read = () => { if (text.trim() !== "") openScan(text); };
  return (
    <div style={{ display: "flex", gap: 8 }}>
      <Input
        allowClear
        value={text}
        autoFocus={initial === ""}
        maxLength={4_000}
        placeholder={t("scan.fieldHint")}
        aria-label={t("scan.field")}
        data-testid="scan-field"
        onChange={(event) => { setText(event.target.value); }}
        onKeyDown={(event) => { if (event.key === "Enter" && !isComposing(event)) read(); }}
      />
      <Button disabled={text.trim() === ""} data-testid="scan-read" onClick={read}>{t("scan.read")}</Button>
    </div>
  );
}
