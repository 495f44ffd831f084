/** One line of a delivery: a product, its lot and days, how many packs, what they cost, and the codes of single packs. */
import { Button, Input, InputNumber, Select } from "antd";
import { Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ProductId } from "../../../api/generated";
import { DayInput } from "../../../components/DayInput";
import { quantity } from "../../../components/decimals";
import { daysBetween, useFormat } from "../../../components/format";
import { itemPath } from "../../settings/catalogue/items";
import { expiryState, useCareDays } from "../expiry";
import type { Products } from "../products";
import styles from "../stock.module.css";
import { packWord } from "../units";
import { type Line, type LineField, mostPacks, withoutPack } from "./lines";

interface LineRowProps {
  line: Line;
  /** From 0; stands in the ids by which a field is found again. */
  place: number;
  products: Products;
  /** In words, by field. */
  problems: Partial<Record<LineField, string>>;
  /** The registration number is missing in the catalogue. */
  unregistered: boolean;
  onChange: (change: Partial<Line>) => void;
  onRemove: () => void;
}

export const fieldId = (place: number, field: LineField): string => `receive-line-${place}-${field}`;

export function LineRow({ line, place, products, problems, unregistered, onChange, onRemove }: LineRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const care = useCareDays();
  const [open, setOpen] = useState(false);
  const product = products.of(line.product);
  const { lot, expiresOn, producedOn, packs, unitCodes, price } = line;
  const number = place + 1;
  const expiry = expiryState(t, expiresOn === null ? care.soon + 1 : daysBetween(format.today(), expiresOn), care);
  const cell = (field: LineField, control: ReactNode, note: ReactNode = null) => (
    <div className={styles.lineCell}>
      {control}
      {problems[field] === undefined ? note : <span role="alert" className={`danger ${styles.small ?? ""}`} data-testid="receive-line-problem" data-field={field}>{problems[field]}</span>}
    </div>
  );
  const status = (field: LineField) => (problems[field] === undefined ? {} : { status: "error" as const });
  const label = (words: string) => t("stock.receive.fieldOf", { field: words, number });
  return (
    <div role="group" aria-label={t("stock.receive.line", { number })} className={styles.line} data-testid="receive-line">
      {cell(
        "product",
        <Select<ProductId>
          id={fieldId(place, "product")}
          {...status("product")}
          {...(line.product === null ? {} : { value: line.product })}
          placeholder={t("stock.receive.chooseProduct")}
          data-testid="receive-line-product"
          aria-label={label(t("stock.product"))}
          showSearch={{ optionFilterProp: "words" }}
          options={products.all.filter(({ id, active }) => active || id === line.product).map(({ id, name, genericName }) => ({ value: id, label: name, note: genericName, words: `${name} ${genericName}` }))}
          optionRender={({ data }) => <span>{data.label} <span className="quiet">{data.note}</span></span>}
          popupMatchSelectWidth={false}
          style={{ width: "100%" }}
          onChange={(chosen) => {
            onChange({ product: chosen });
            document.getElementById(fieldId(place, "lot"))?.focus();
          }}
        />,
        line.product !== null && <span className={`quiet ${styles.small ?? ""}`}>{product.genericName}</span>,
      )}
      {cell("lot", <Input id={fieldId(place, "lot")} {...status("lot")} value={lot} maxLength={64} aria-label={label(t("stock.lot"))} data-testid="receive-line-lot" onChange={(event) => { onChange({ lot: event.target.value }); }} />)}
      {cell(
        "expiresOn",
        <DayInput id={fieldId(place, "expiresOn")} value={expiresOn} label={label(t("stock.expiresOn"))} placeholder="" testId="receive-line-expires" onChange={(day) => { onChange({ expiresOn: day }); }} />,
        expiry.words !== "" && <span className={`${expiry.tone} ${styles.small ?? ""}`}>{expiry.words}</span>,
      )}
      {cell("producedOn", <DayInput id={fieldId(place, "producedOn")} value={producedOn} label={label(t("stock.producedOn"))} placeholder="" testId="receive-line-produced" onChange={(day) => { onChange({ producedOn: day }); }} />)}
      {cell(
        "packs",
        <InputNumber id={fieldId(place, "packs")} {...status("packs")} value={packs} min={1} max={mostPacks} precision={0} aria-label={label(t("stock.receive.packs"))} data-testid="receive-line-packs" style={{ width: "100%" }} onChange={(typed) => { onChange({ packs: typed }); }} />,
        packs !== null && product.unit !== "" && <span className={`quiet ${styles.small ?? ""}`} data-testid="receive-line-makes">{quantity(packs * product.packQuantity, product)}</span>,
      )}
      {cell("price", <Input id={fieldId(place, "price")} {...status("price")} value={price} inputMode="decimal" maxLength={16} aria-label={label(t("stock.receive.price"))} data-testid="receive-line-price" suffix={<span className="quiet">{t("catalogue.yuan")}</span>} onChange={(event) => { onChange({ price: event.target.value }); }} />)}
      {cell(
        "unitCodes",
        <Button id={fieldId(place, "unitCodes")} type="text" disabled={unitCodes.length === 0} data-testid="receive-line-unit-codes" aria-expanded={open} aria-controls={`receive-codes-${place}`} onClick={() => { setOpen(!open); }}>
          {t("stock.receive.codes", { count: unitCodes.length })}
        </Button>,
      )}
      <Button type="text" icon={<Trash2 aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("stock.receive.remove", { number })} data-testid="receive-line-remove" onClick={onRemove} />
      {unregistered && (
        <p className={styles.lineWide}>
          <span className="danger">{t("stock.receive.problems.registrationHint", { product: product.name })}</span>{" "}
          <Button type="link" size="small" data-testid="receive-line-catalogue" onClick={() => void navigate(itemPath("products", product.id))}>{t("stock.receive.fillRegistration")}</Button>
        </p>
      )}
      {open && unitCodes.length > 0 && (
        <ul id={`receive-codes-${place}`} className={styles.packCodes} data-testid="receive-line-codes">
          {unitCodes.map((code) => (
            <li key={code}>
              {code}
              <Button type="text" size="small" icon={<Trash2 aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("stock.receive.removePack", { code, pack: packWord(t, product) })} data-testid="receive-code-remove" onClick={() => { onChange(withoutPack(line, code)); }} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
