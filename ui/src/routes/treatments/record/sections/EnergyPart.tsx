/** What the devices were set to. A further row begins as the one before it: mostly one number differs. */
import { Button, Input, InputNumber, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Energy } from "../../../../api/generated";
import { choices } from "../../../../components/directory";
import type { Rest } from "../body";
import styles from "../record.module.css";
import type { Stand } from "../useShelf";
import { Field, Part } from "./Field";

const mostPulses = 1_000_000;
const texts = ["site", "spot", "fluence", "depth"] as const;

interface EnergyPartProps {
  rest: Rest;
  set: (change: Partial<Rest>) => void;
  stand: Stand;
  readOnly: boolean;
}

export function EnergyPart({ rest: { energy }, set, stand, readOnly }: EnergyPartProps) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<Energy>) => { set({ energy: energy.map((row, index) => (index === at ? { ...row, ...change } : row)) }); };
  const add = (equipment: string) => {
    const last = energy.at(-1);
    set({ energy: [...energy, last?.equipment === equipment ? { ...last, site: "", pulses: 0 } : { equipment, site: "", spot: "", fluence: "", pulses: 0, depth: "", other: "" }] });
  };
  const last = energy.at(-1);
  return (
    <Part
      title={t("treatments.sections.energy")}
      testId="treatment-energy"
      action={!readOnly && last && <Button type="text" size="small" icon={<Plus aria-hidden size={14} strokeWidth={1.5} />} data-testid="energy-add" onClick={() => { add(last.equipment); }}>{t("treatments.energy.add")}</Button>}
    >
      {energy.length === 0 && (readOnly ? <p className="quiet">{t("treatments.energy.none")}</p> : (
        <Select<string | null>
          value={null}
          placeholder={t("treatments.energy.choose")}
          aria-label={t("treatments.energy.add")}
          options={choices(stand.equipment, null)}
          showSearch={{ optionFilterProp: "label" }}
          data-testid="energy-equipment-first"
          onChange={(id) => { if (id !== null) add(id); }}
        />
      ))}
      {energy.map((row, at) => (
        <div key={at} className={styles.rowCard} data-testid="energy-row">
          <Field label={t("treatments.energy.equipment")}>
            {(id) => <Select<string> id={id} size="small" value={row.equipment} options={choices(stand.equipment, row.equipment)} showSearch={{ optionFilterProp: "label" }} data-testid="energy-equipment" onChange={(equipment) => { put(at, { equipment }); }} />}
          </Field>
          {texts.map((name) => (
            <Field key={name} label={t(`treatments.energy.${name}`)}>
              {(id) => <Input id={id} size="small" maxLength={60} value={row[name]} placeholder={name === "site" ? "" : t(`treatments.energy.hints.${name}`)} data-testid={`energy-${name}`} onChange={(event) => { put(at, { [name]: event.target.value }); }} />}
            </Field>
          ))}
          <Field label={t("treatments.energy.pulses")}>
            {(id) => <InputNumber id={id} size="small" min={0} max={mostPulses} precision={0} value={row.pulses} style={{ width: "100%" }} data-testid="energy-pulses" onChange={(pulses) => { put(at, { pulses: pulses ?? 0 }); }} />}
          </Field>
          <Field label={t("treatments.energy.other")} wide>
            {(id) => <Input id={id} size="small" maxLength={200} value={row.other} placeholder={t("treatments.energy.hints.other")} data-testid="energy-other" onChange={(event) => { put(at, { other: event.target.value }); }} />}
          </Field>
          {!readOnly && <Button type="text" size="small" className={styles.removeRow ?? ""} icon={<X aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("treatments.energy.remove")} data-testid="energy-remove" onClick={() => { set({ energy: energy.filter((_, index) => index !== at) }); }} />}
        </div>
      ))}
    </Part>
  );
}
