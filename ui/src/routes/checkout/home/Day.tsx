/** The sales of a day, what of older ones went back, and what came in by each method. */
import { Button } from "antd";
import dayjs from "dayjs";
import { ChevronLeft, ChevronRight, ReceiptText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { DaySales, SaleHead } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { type Column, DataTable } from "../../../components/DataTable";
import { DayInput } from "../../../components/DayInput";
import { EmptyState, ErrorState } from "../../../components/States";
import { money, useFormat } from "../../../components/format";
import { salePath } from "../places";
import { isKeptHere } from "../new/payments";
import { signed } from "../refund/words";
import { methodName, soldWords } from "../words";
import { DayRefunds } from "./DayRefunds";
import styles from "./home.module.css";

export function Day() {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  // Null is today, whenever that is.
  const [day, setDay] = useState<string | null>(null);
  const read = useRead("money", "sales.of_day", { day }, { keepPrevious: true });
  const columns = useColumns();
  const today = format.today();
  const shown = day ?? today;
  const go = (to: string) => { setDay(to === today ? null : to); };
  const step = (by: number) => { go(dayjs(shown).add(by, "day").format("YYYY-MM-DD")); };
  return (
    <section className={styles.day} aria-label={t("checkout.home.sales")}>
      <header className={styles.dayHead}>
        <h2 className={styles.heading}>{day === null ? t("checkout.home.sales") : t("checkout.home.salesOf", { day: format.date(day) })}</h2>
        <span className={styles.spring} />
        {day !== null && <Button size="small" data-testid="checkout-today" onClick={() => { setDay(null); }}>{t("checkout.home.today")}</Button>}
        <Button type="text" icon={<ChevronLeft aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("checkout.home.before")} data-testid="checkout-day-before" onClick={() => { step(-1); }} />
        <span className={styles.dayInput}><DayInput value={shown} label={t("checkout.home.day")} testId="checkout-day" onChange={(to) => { if (to !== null) go(to); }} /></span>
        <Button type="text" icon={<ChevronRight aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("checkout.home.after")} data-testid="checkout-day-after" disabled={shown >= today} onClick={() => { step(1); }} />
      </header>
      {read.data && <Came methods={read.data.methods} />}
      {read.isError && !read.data ? <ErrorState reason={read.error} retry={() => void read.refetch()} /> : (
        <div className={styles.table}>
          <DataTable
            name="sales"
            label={t("checkout.home.salesOf", { day: shown })}
            columns={columns}
            rows={read.data?.sales ?? []}
            rowKey={({ id }) => id}
            rowHeight={44}
            loading={read.isPending}
            onOpen={({ id }) => void navigate(salePath(id))}
            empty={<EmptyState icon={ReceiptText} title={t("checkout.home.none")} hint={t("checkout.home.noneHint")} />}
          />
        </div>
      )}
      {read.data && read.data.refunds.length > 0 && <DayRefunds refunds={read.data.refunds} day={shown} />}
    </section>
  );
}

function useColumns(): Column<SaleHead>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: "number" | "time" | "client" | "what" | "total" | "owed" | "invoice" | "by") => t(`checkout.home.column.${key}`);
  return [
    { key: "number", title: title("number"), width: 152, text: ({ number }) => number, render: ({ number }) => <span data-testid="sale-row">{number}</span> },
    { key: "time", title: title("time"), width: 80, text: ({ at }) => format.time(at) },
    { key: "client", title: title("client"), width: 120, text: ({ client }) => `${client.name} ${client.memberNumber}`, render: ({ client }) => <span className="figure">{client.name}</span> },
    { key: "what", title: title("what"), width: 168, text: (sale) => soldWords(t, sale), render: (sale) => <span title={soldWords(t, sale)}>{soldWords(t, sale)}</span> },
    { key: "total", title: title("total"), width: 128, align: "right", text: ({ total }) => money(total), render: ({ total }) => <span className="figure">{money(total)}</span> },
    { key: "owed", title: title("owed"), width: 104, align: "right", text: ({ owed }) => (owed > 0 ? money(owed) : ""), render: ({ owed }) => (owed > 0 ? <span className="caution" data-testid="sale-row-owed">{money(owed)}</span> : null) },
    { key: "invoice", title: title("invoice"), width: 80, text: ({ invoiceWaits }) => (invoiceWaits ? t("checkout.home.invoiceWaits") : "") },
    { key: "by", title: title("by"), width: 80, text: ({ by }) => by ?? "" },
  ];
}

function Came({ methods }: Pick<DaySales, "methods">) {
  const { t } = useTranslation();
  if (methods.length === 0) return <p className="quiet" data-testid="checkout-came">{t("checkout.home.cameNone")}</p>;
  // What is kept here came in when it was paid ahead.
  const outside = methods.filter(({ method }) => !isKeptHere(method));
  const sum = outside.reduce((all, { amount }) => all + amount, 0);
  const back = outside.reduce((all, { refunded }) => all + refunded, 0);
  return (
    <dl className={styles.came} data-testid="checkout-came" title={t("checkout.home.cameHint")}>
      <div><dt>{t("checkout.home.came")}</dt><dd><b>{money(sum)}</b></dd>{back !== 0 && <dd className={styles.back} data-testid="checkout-came-back">{t("refunds.day.back", { amount: signed(back), net: signed(sum - back) })}</dd>}</div>
      {methods.map((method) => (
        <div key={method.method}>
          <dt>{methodName(t, method)}{method.payments > 0 && <> <span>{t("checkout.home.payments", { count: method.payments })}</span></>}</dt>
          <dd>{money(method.amount)}</dd>
          {method.refunded !== 0 && <dd className={styles.back}>{t("refunds.day.back", { amount: signed(method.refunded), net: signed(method.amount - method.refunded) })}</dd>}
        </div>
      ))}
    </dl>
  );
}
