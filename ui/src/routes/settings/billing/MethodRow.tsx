/** A way to pay: its place, what the owner calls it, whether it asks for a number, whether it is offered. */
import { Button, Input, Switch } from "antd";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PaymentMethod } from "../../../api/generated";
import { isComposing } from "../../../app/shortcuts";
import { methodName } from "../../checkout/words";
import styles from "./billing.module.css";
import { isShipped, mayNeedReference } from "./methodList";

interface MethodRowProps {
  method: PaymentMethod;
  first: boolean;
  last: boolean;
  editable: boolean;
  onMove: (by: -1 | 1) => void;
  /** Resolves to whether it was kept. */
  onEdit: (part: Partial<PaymentMethod>) => Promise<boolean>;
}

const icon = { "aria-hidden": true, size: 14, strokeWidth: 1.5 } as const;

export function MethodRow({ method, first, last, editable, onMove, onEdit }: MethodRowProps) {
  const { t } = useTranslation();
  const { code, name, needsReference, active } = method;
  const [typed, setTyped] = useState<string | null>(null);
  const word = methodName(t, method);
  const shipped = isShipped(code) ? methodName(t, { code, name: "" }) : null;
  // Under its shipped name it keeps one in each language.
  const wanted = typed === null ? name : typed.trim() === shipped ? "" : typed.trim();
  const missing = wanted === "" && shipped === null;
  const commit = async () => {
    if (missing) return;
    // What is refused stays as it was typed.
    if (wanted === name || (await onEdit({ name: wanted }))) setTyped(null);
  };
  if (!editable) {
    return (
      <li className={styles.method} data-testid={`method-${code}`}>
        <span className={active ? "" : "quiet"}>{word}</span>
        <span className="quiet">{[needsReference ? t("billing.settings.needsReference") : "", active ? "" : t("catalogue.inactive")].filter(Boolean).join(" \u00b7 ")}</span>
      </li>
    );
  }
  const move = (by: -1 | 1, at: "up" | "down", disabled: boolean, Icon: typeof ArrowUp) => {
    const label = t(`billing.settings.${at}`, { name: word });
    return <Button type="text" size="small" disabled={disabled} icon={<Icon {...icon} />} aria-label={label} title={label} data-testid={`method-${at}-${code}`} onClick={() => { onMove(by); }} />;
  };
  return (
    <li className={styles.method} data-testid={`method-${code}`}>
      <span>
        {move(-1, "up", first, ArrowUp)}
        {move(1, "down", last, ArrowDown)}
      </span>
      <Input
        value={typed ?? word}
        maxLength={60}
        status={missing ? "error" : ""}
        placeholder={shipped ?? t("common.required")}
        aria-label={t("billing.settings.nameOf", { name: word })}
        data-testid={`method-name-${code}`}
        onChange={(event) => { setTyped(event.target.value); }}
        onBlur={() => void commit()}
        onKeyDown={(event) => { if (event.key === "Enter" && !isComposing(event)) void commit(); }}
      />
      <span className={styles.switch}>
        {mayNeedReference(code) && (
          <>
            <Switch size="small" id={`method-reference-${code}`} checked={needsReference} aria-label={t("billing.settings.referenceOf", { name: word })} data-testid={`method-reference-${code}`} onChange={(checked) => void onEdit({ needsReference: checked })} />
            <label htmlFor={`method-reference-${code}`}>{t("billing.settings.needsReference")}</label>
          </>
        )}
      </span>
      <span className={styles.switch}>
        <Switch size="small" id={`method-active-${code}`} checked={active} aria-label={t("billing.settings.activeOf", { name: word })} data-testid={`method-active-${code}`} onChange={(checked) => void onEdit({ active: checked })} />
        <label htmlFor={`method-active-${code}`}>{t("billing.settings.active")}</label>
      </span>
    </li>
  );
}
