/** Signed records by doctor, procedure, device, product and supplier, within days. */
import { Button, Select } from "antd";
import { ArrowLeft, Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import dayjs from "dayjs";
import type { FindTreatments, FoundTreatment } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { type Column, DataTable } from "../../components/DataTable";
import { DayInput } from "../../components/DayInput";
import { EmptyState, ErrorState } from "../../components/States";
import { choices, useDirectory } from "../../components/directory";
import { useFormat } from "../../components/format";
import { useEscape } from "../clients/escape";
import { type From, findPath, listPath, signedPath } from "../treatments/places";
import styles from "./traces.module.css";

const monthsBack = 3;

export function FindPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const may = useMay();
  const directory = useDirectory();
  const catalogue = useRead("catalogue", "catalogue.all", {}).data;
  const suppliers = useRead("stock", "stock.suppliers", {}, { enabled: may("see_stock") }).data ?? [];
  const today = format.today();
  const [asked, setAsked] = useState<FindTreatments>({ from: dayjs(today).subtract(monthsBack, "month").format("YYYY-MM-DD"), to: today, doctor: null, procedure: null, equipment: null, product: null, supplier: null });
  const read = useRead("treatments", "traces.find", asked, { keepPrevious: true });
  const back = () => void navigate(listPath);
  useEscape(t("traces.back"), back);
  const pick = (name: "doctor" | "procedure" | "equipment" | "product" | "supplier", options: { value: string; label: string }[]) => (
    <Select<string>
      allowClear
      value={asked[name]}
      placeholder={t(`traces.find.${name}`)}
      aria-label={t(`traces.find.${name}`)}
      data-testid={`find-${name}`}
      style={{ minWidth: 160, flex: 1 }}
      showSearch={{ optionFilterProp: "label" }}
      options={options}
      onChange={(value?: string) => { setAsked({ ...asked, [name]: value ?? null }); }}
    />
  );
  const named = (all: readonly { id: string; name: string }[] | undefined) => (all ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const columns: Column<FoundTreatment>[] = [
    { key: "at", title: t("traces.file.day"), width: 160, text: ({ at }) => format.moment(at), render: ({ at }) => <span data-testid="find-row">{format.moment(at)}</span> },
    { key: "client", title: t("traces.file.name"), width: 190, text: ({ client }) => `${client.name} ${client.memberNumber}` },
    { key: "procedure", title: t("traces.file.procedure"), width: 220, text: ({ procedureName }) => procedureName },
    { key: "doctor", title: t("traces.file.doctor"), width: 120, text: ({ doctorName }) => doctorName ?? "" },
    { key: "lots", title: t("traces.file.lot"), width: 180, text: ({ lots }) => lots.join(t("common.listGap")) },
    { key: "state", title: t("traces.file.state"), width: 120, text: ({ withdrawn }) => (withdrawn ? t("traces.withdrawn") : "") },
  ];
  const found = read.data;
  return (
    <div className={styles.page} data-testid="find-page">
      <header className={styles.head}>
        <Button type="text" size="small" icon={<ArrowLeft size={14} strokeWidth={1.5} />} data-testid="find-back" onClick={back}>{t("frame.screens.treatments")}</Button>
        <h1>{t("traces.find.title")}</h1>
        {found && <span className="quiet" role="status">{t("traces.find.count", { count: found.total })}{found.total > found.lines.length ? ` ${t("traces.find.shown", { count: found.lines.length })}` : ""}</span>}
      </header>
      <div className={styles.findFilters}>
        <span className={styles.day}><DayInput value={asked.from} label={t("traces.find.from")} testId="find-from" onChange={(from) => { if (from !== null) setAsked({ ...asked, from }); }} /></span>
        <span className={styles.day}><DayInput value={asked.to} label={t("traces.find.to")} testId="find-to" onChange={(to) => { if (to !== null) setAsked({ ...asked, to }); }} /></span>
        {pick("doctor", directory.doctors.map(({ id, name }) => ({ value: id, label: name })))}
        {pick("procedure", choices(directory.procedures, asked.procedure))}
        {pick("equipment", named(catalogue?.equipment))}
        {pick("product", named(catalogue?.products))}
        {may("see_stock") && pick("supplier", named(suppliers))}
      </div>
      {read.isError && !found ? <ErrorState reason={read.error} retry={() => void read.refetch()} /> : (
        <div className={styles.table}>
          <DataTable
            name="found-treatments"
            label={t("traces.find.title")}
            columns={columns}
            rows={found?.lines ?? []}
            rowKey={({ signed }) => signed}
            loading={read.isPending}
            onOpen={({ signed }) => void navigate(signedPath(signed), { state: { from: findPath } satisfies From })}
            empty={<EmptyState icon={Search} title={t("traces.find.none")} hint={t("traces.find.noneHint")} />}
          />
        </div>
      )}
    </div>
  );
}
