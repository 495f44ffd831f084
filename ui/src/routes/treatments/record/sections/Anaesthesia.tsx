import { Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { AnaesthesiaMethod } from "../../../../api/generated";
import type { Rest } from "../body";
import styles from "../record.module.css";
import { Field, Part } from "./Field";

const methods: readonly AnaesthesiaMethod[] = ["none", "topical", "local", "block", "sedation", "general"];
const mostMinutes = 600;

export function AnaesthesiaPart({ rest: { anaesthesia }, set }: { rest: Rest; set: (change: Partial<Rest>) => void }) {
  const { t } = useTranslation();
  return (
    <Part title={t("treatments.sections.anaesthesia")}>
      <div className={styles.three}>
        <Field label={t("treatments.anaesthesia.method")}>
          {(id) => (
            <Select<AnaesthesiaMethod>
              id={id}
              value={anaesthesia.method}
              options={methods.map((value) => ({ value, label: t(`treatments.anaesthesia.methods.${value}`) }))}
              data-testid="treatment-anaesthesia"
              onChange={(method) => { set({ anaesthesia: { ...anaesthesia, method, minutes: method === "none" ? 0 : anaesthesia.minutes } }); }}
            />
          )}
        </Field>
        <Field label={t("treatments.anaesthesia.minutes")}>
          {(id) => (
            <InputNumber id={id} min={0} max={mostMinutes} precision={0} value={anaesthesia.minutes} style={{ width: "100%" }} data-testid="treatment-anaesthesia-minutes" onChange={(minutes) => { set({ anaesthesia: { ...anaesthesia, minutes: minutes ?? 0 } }); }} />
          )}
        </Field>
        <Field label={t("treatments.anaesthesia.note")}>
          {(id) => (
            <Input id={id} maxLength={200} value={anaesthesia.note} placeholder={t("treatments.anaesthesia.noteHint")} data-testid="treatment-anaesthesia-note" onChange={(event) => { set({ anaesthesia: { ...anaesthesia, note: event.target.value } }); }} />
          )}
        </Field>
      </div>
    </Part>
  );
}
