/** The prescription: drugs only, each with how, how much, how often and how long. */
import { AutoComplete, Button, InputNumber, Select } from "antd";
import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PrescriptionLine } from "../../../../api/generated";
import type { Rest } from "../body";
import { productOf } from "../map/proposal";
import styles from "../record.module.css";
import type { Stand } from "../useShelf";
import { QuantityInput } from "../uses/QuantityInput";
import { Field, Part } from "./Field";

const mostDays = 365;
const texts = ["route", "dose", "frequency"] as const;
const offered = { route: "routes", dose: "doses", frequency: "frequencies" } as const;

interface PrescriptionProps {
  rest: Rest;
  set: (change: Partial<Rest>) => void;
  stand: Stand;
  readOnly: boolean;
}

export function Prescription({ rest: { prescription }, set, stand, readOnly }: PrescriptionProps) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<PrescriptionLine>) => { set({ prescription: prescription.map((line, index) => (index === at ? { ...line, ...change } : line)) }); };
  const drugs = stand.products.filter(({ kind, active, toxin }) => kind === "drug" && active && !toxin);
  return (
    <Part title={t("treatments.sections.prescription")} testId="treatment-prescription">
      {prescription.length === 0 && readOnly && <p className="quiet">{t("treatments.prescription.none")}</p>}
      {prescription.map((line, at) => (
        <div key={at} className={styles.rowCard} data-testid="prescription-row">
          <p className={styles.rowTitle}>{stand.productName(line.product)}</p>
          <div className={styles.field}>
            <span>{t("treatments.prescription.quantity")}</span>
            <QuantityInput value={line.quantity} measure={stand.measure(line.product)} label={t("treatments.prescription.quantity")} testId="prescription-quantity" onChange={(quantity) => { put(at, { quantity }); }} />
          </div>
          {texts.map((name) => (
            <Field key={name} label={t(`treatments.prescription.${name}`)}>
              {(id) => (
                <AutoComplete
                  id={id}
                  size="small"
                  value={line[name]}
                  options={t(`treatments.prescription.${offered[name]}`, { returnObjects: true }).map((value) => ({ value }))}
                  data-testid={`prescription-${name}`}
                  onChange={(text: string) => { put(at, { [name]: text.slice(0, 60) }); }}
                />
              )}
            </Field>
          ))}
          <Field label={t("treatments.prescription.days")}>
            {(id) => <InputNumber id={id} size="small" min={0} max={mostDays} precision={0} value={line.days} style={{ width: "100%" }} data-testid="prescription-days" onChange={(days) => { put(at, { days: days ?? 0 }); }} />}
          </Field>
          {!readOnly && (
            <Button type="text" size="small" className={styles.removeRow ?? ""} icon={<X aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("treatments.prescription.remove", { name: stand.productName(line.product) })} data-testid="prescription-remove" onClick={() => { set({ prescription: prescription.filter((_, index) => index !== at) }); }} />
          )}
        </div>
      ))}
      {!readOnly && (
        <Select<string | null>
          value={null}
          placeholder={t("treatments.prescription.add")}
          aria-label={t("treatments.prescription.add")}
          data-testid="prescription-add"
          showSearch={{ optionFilterProp: "words" }}
          options={drugs.map(({ id, name, genericName }) => ({ value: id, label: name, words: `${name} ${genericName}` }))}
          onChange={(product) => {
            if (product === null) return;
            set({ prescription: [...prescription, { product, quantity: productOf(stand, product)?.packQuantity ?? 1, route: "", dose: "", frequency: "", days: 0 }] });
          }}
        />
      )}
    </Part>
  );
}
