/** Sessions left, by procedure: how many, by what list price, and what was paid for them; gifts were paid with nothing. */
import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ProcedureId } from "../../../api/generated";
import { DayInput } from "../../../components/DayInput";
import { useDirectory } from "../../../components/directory";
import { money } from "../../../components/format";
import { stayOnEnter } from "./enter";
import { noSessions, sessionsMost } from "./handValues";
import styles from "./openings.module.css";
import { amountRule, countRule } from "./rules";

export function SessionLines() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <Form.List name="sessions">
      {(lines, { add, remove }) => (
        <div className={styles.lines} role="presentation" onKeyDown={stayOnEnter}>
          {lines.map(({ key, name }) => <Line key={key} place={name} onRemove={() => { remove(name); }} />)}
          <Button
            icon={<Plus aria-hidden size={16} strokeWidth={1.5} />}
            data-testid="opening-add-sessions"
            onClick={() => {
              add(noSessions);
              // Once it is drawn.
              window.setTimeout(() => { form.focusField(["sessions", lines.length, "procedure"]); }, 0);
            }}
          >
            {t("openings.byHandForm.addSessions")}
          </Button>
        </div>
      )}
    </Form.List>
  );
}

function Line({ place, onRemove }: { place: number; onRemove: () => void }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const { procedures, procedure: find } = useDirectory();
  const chosen = find((Form.useWatch(["sessions", place, "procedure"], form) as ProcedureId | undefined) ?? null);
  const gift = (Form.useWatch(["sessions", place, "gift"], form) as boolean | undefined) ?? false;
  // What is in use comes first; what is not any more may well have been sold.
  const offered = procedures.toSorted((one, other) => Number(other.active) - Number(one.active)).map(({ id, name, active }) => ({ value: id, label: name, note: active ? "" : t("catalogue.inactive") }));
  const price = chosen === undefined ? "" : chosen.listPrice === null ? t("openings.byHandForm.noListPrice") : money(chosen.listPrice);
  const number = place + 1;
  return (
    <div role="group" aria-label={t("openings.byHandForm.sessionsLine", { number })} className={`${styles.line ?? ""} ${styles.sessionsLine ?? ""}`} data-testid="opening-sessions-line">
      <Form.Item name={[place, "procedure"]} label={t("openings.fields.procedure")} rules={[{ required: true, message: t("openings.byHandForm.chooseProcedure") }]}>
        <Select<ProcedureId>
          placeholder={t("openings.byHandForm.chooseProcedure")}
          options={offered}
          optionRender={({ data }) => <span>{data.label} <span className="quiet">{data.note}</span></span>}
          showSearch={{ optionFilterProp: "label" }}
          data-testid="opening-procedure"
        />
      </Form.Item>
      <Form.Item name={[place, "sessions"]} label={t("openings.byHandForm.sessionsLeft")} rules={[countRule(t, sessionsMost)]}>
        <InputNumber<number> precision={0} style={{ width: "100%" }} data-testid="opening-sessions" />
      </Form.Item>
      <Form.Item name={[place, "listPrice"]} label={t("openings.fields.listPrice")} rules={[amountRule(t)]}>
        <Input inputMode="decimal" maxLength={20} placeholder={price} data-testid="opening-list-price" />
      </Form.Item>
      {/* What was typed comes back once it is no gift any more. */}
      <Form.Item name={[place, "paid"]} label={t("openings.byHandForm.paid")} rules={gift ? [] : [amountRule(t)]} getValueProps={(value: string) => ({ value: gift ? money(0) : value })}>
        <Input inputMode="decimal" maxLength={20} disabled={gift} data-testid="opening-paid" />
      </Form.Item>
      <Button type="text" className={styles.remove ?? ""} icon={<X aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("openings.byHandForm.removeSessions", { number })} data-testid="opening-remove-sessions" onClick={onRemove} />
      <Form.Item name={[place, "cardName"]} label={t("openings.fields.cardName")} className={styles.card ?? ""}>
        <Input maxLength={60} placeholder={t("openings.byHandForm.cardHint")} data-testid="opening-card" />
      </Form.Item>
      <Form.Item name={[place, "expiresOn"]} label={t("openings.byHandForm.lastDay")} className={styles.lastDay ?? ""}>
        <DayInput placeholder={t("openings.byHandForm.forEver")} testId="opening-sessions-end" />
      </Form.Item>
      <Form.Item name={[place, "gift"]} valuePropName="checked" className={styles.gift ?? ""}>
        <Checkbox data-testid="opening-gift-sessions">{t("openings.byHandForm.giftSessions")}</Checkbox>
      </Form.Item>
    </div>
  );
}
