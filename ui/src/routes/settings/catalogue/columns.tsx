import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Equipment, Procedure, Product } from "../../../api/generated";
import type { Column } from "../../../components/DataTable";
import { useFormat } from "../../../components/format";
import styles from "./catalogue.module.css";
import { type Tone, endTone, maintenanceDue, maintenanceTone } from "./dates";
import { kindWords, priceWords, retailWords, specialtyWords, usualWords } from "./words";

export function useProcedureColumns(products: readonly Product[]): Column<Procedure>[] {
  const { t } = useTranslation();
  const interval = ({ returnIntervalDays: days }: Procedure) => (days === null ? "" : t("catalogue.days", { days }));
  const usual = ({ usualProducts }: Procedure) => usualWords(t, usualProducts, products);
  return [
    { key: "name", title: t("catalogue.fields.name"), width: 200, text: ({ name }) => name, render: ({ name, active }) => <Name testId="catalogue-procedure-row" name={name} active={active} /> },
    { key: "standard", title: t("catalogue.fields.standardName"), width: 210, text: ({ standardName }) => standardName, render: ({ standardName }) => <span className="quiet" title={standardName}>{standardName}</span> },
    { key: "specialty", title: t("catalogue.columns.specialty"), width: 190, text: (procedure) => specialtyWords(t, procedure) },
    {
      key: "price",
      title: t("catalogue.fields.listPrice"),
      width: 130,
      align: "right",
      text: ({ listPrice }) => priceWords(t, listPrice),
      render: ({ listPrice }) => <span className={listPrice === null ? "quiet" : ""}>{priceWords(t, listPrice)}</span>,
    },
    { key: "minutes", title: t("catalogue.columns.minutes"), width: 90, align: "right", text: ({ minutes }) => t("format.minutes", { minutes }) },
    { key: "interval", title: t("catalogue.columns.interval"), width: 100, align: "right", text: interval },
    { key: "usual", title: t("catalogue.fields.usualProducts"), width: 420, text: usual, render: (procedure) => <span className="quiet" title={usual(procedure)}>{usual(procedure)}</span> },
  ];
}

export function useProductColumns(): Column<Product>[] {
  const { t } = useTranslation();
  const codes = ({ codes: all }: Product) => (all.length === 0 ? t("catalogue.noCodes") : t("catalogue.codesCount", { codes: all.length }));
  return [
    {
      key: "name",
      title: `${t("catalogue.fields.name")} · ${t("catalogue.fields.genericName")}`,
      width: 400,
      text: ({ name, genericName }) => [name, genericName].filter(Boolean).join(" · "),
      render: ({ name, genericName, active, toxin }) => (
        <Name testId="catalogue-product-row" name={name} active={active}>
          {toxin && <span className={styles.mark} title={t("catalogue.fields.toxin")} data-testid="product-toxin-mark">{t("catalogue.toxinMark")}</span>}
          <span className="quiet">{genericName}</span>
        </Name>
      ),
    },
    { key: "kind", title: t("catalogue.columns.kind"), width: 180, text: (product) => kindWords(t, product) },
    { key: "specification", title: t("catalogue.fields.specification"), width: 120, text: ({ specification }) => specification },
    {
      key: "registration",
      title: t("catalogue.fields.registrationNumber"),
      width: 200,
      text: ({ registrationNumber }) => registrationNumber,
      render: ({ registrationNumber }) => (registrationNumber === "" ? <span className="quiet">{t("catalogue.noRegistration")}</span> : registrationNumber),
    },
    { key: "codes", title: t("catalogue.columns.codes"), width: 90, align: "right", text: codes, render: (product) => <span className={product.codes.length === 0 ? "quiet" : ""} title={product.codes.join(" ")}>{codes(product)}</span> },
    {
      key: "retail",
      title: t("catalogue.fields.retailPrice"),
      width: 120,
      align: "right",
      text: ({ retailPrice }) => retailWords(t, retailPrice),
      render: ({ retailPrice }) => <span className={retailPrice === null ? "quiet" : ""}>{retailWords(t, retailPrice)}</span>,
    },
    { key: "unit", title: t("catalogue.fields.unit"), width: 72, text: ({ unit }) => unit },
    { key: "manufacturer", title: t("catalogue.fields.manufacturer"), width: 220, text: ({ manufacturer }) => manufacturer, render: ({ manufacturer }) => <span className="quiet">{manufacturer}</span> },
  ];
}

export function useEquipmentColumns(): Column<Equipment>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const today = format.today();
  const day = (value: string | null, tone: Tone) => (value === null ? "" : <span {...(tone === "" ? {} : { className: tone })}>{tone === "danger" ? t("catalogue.expired", { date: value }) : format.date(value)}</span>);
  const text = (value: string | null) => value ?? "";
  return [
    {
      key: "name",
      title: t("catalogue.columns.equipment"),
      width: 300,
      text: ({ name, model }) => [name, model].filter(Boolean).join(" · "),
      render: ({ name, model, active }) => <Name testId="catalogue-equipment-row" name={name} active={active}><span className="quiet">{model}</span></Name>,
    },
    { key: "serial", title: t("catalogue.fields.serialNumber"), width: 160, text: ({ serialNumber }) => serialNumber },
    { key: "registration", title: t("catalogue.fields.registrationExpiresOn"), width: 180, text: (piece) => text(piece.registrationExpiresOn), render: ({ registrationExpiresOn: on }) => day(on, endTone(on, today)) },
    { key: "maintained", title: t("catalogue.fields.lastMaintainedOn"), width: 150, text: (piece) => text(piece.lastMaintainedOn), render: ({ lastMaintainedOn: on }) => day(on, "") },
    {
      key: "due",
      title: t("catalogue.columns.maintenanceDue"),
      width: 150,
      text: (piece) => text(maintenanceDue(piece)),
      render: (piece) => { const due = maintenanceDue(piece); return <span data-testid="equipment-due">{day(due, maintenanceTone(due, today))}</span>; },
    },
    { key: "manufacturer", title: t("catalogue.fields.manufacturer"), width: 220, text: ({ manufacturer }) => manufacturer, render: ({ manufacturer }) => <span className="quiet">{manufacturer}</span> },
  ];
}

interface NameProps {
  testId: string;
  name: string;
  active: boolean;
  children?: ReactNode;
}

function Name({ testId, name, active, children }: NameProps) {
  return (
    <span className={styles.name} data-testid={testId}>
      <span className={active ? "figure" : "figure quiet"}>{name}</span>
      {children}
    </span>
  );
}
