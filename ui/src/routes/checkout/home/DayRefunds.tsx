/** What went back on a day, of older sales too; each opens its sale. */
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { RefundHead } from "../../../api/generated";
import { type Column, DataTable } from "../../../components/DataTable";
import { useFormat } from "../../../components/format";
import { salePath } from "../places";
import { signed } from "../refund/words";
import styles from "./home.module.css";

/** The others scroll. */
const shownRows = 3;

export function DayRefunds({ refunds, day }: { refunds: readonly RefundHead[]; day: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <section className={styles.refunds} aria-label={t("refunds.day.title")} data-testid="day-refunds">
      <h2 className={styles.heading}>{t("refunds.day.title")} <span className="quiet">{refunds.length}</span></h2>
      <div style={{ height: 76 + Math.min(refunds.length, shownRows) * 40 }}>
        <DataTable name="refunds" label={`${t("refunds.day.title")} ${day}`} columns={useColumns()} rows={refunds} rowKey={({ id }) => id} onOpen={({ sale }) => void navigate(salePath(sale))} empty={null} />
      </div>
    </section>
  );
}

function useColumns(): readonly Column<RefundHead>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: "number" | "time" | "client" | "sale" | "amount" | "reason" | "by") => t(`refunds.day.column.${key}`);
  // Interest went back with it.
  const back = ({ amount, interest }: RefundHead) => signed(-amount - interest);
  return [
    { key: "number", title: title("number"), width: 152, text: ({ number }) => number, render: ({ number }) => <span data-testid="refund-row">{number}</span> },
    { key: "time", title: title("time"), width: 80, text: ({ at }) => format.time(at) },
    { key: "client", title: title("client"), width: 120, text: ({ client }) => `${client.name} ${client.memberNumber}`, render: ({ client }) => <span className="figure">{client.name}</span> },
    { key: "sale", title: title("sale"), width: 152, text: ({ saleNumber }) => saleNumber },
    { key: "amount", title: title("amount"), width: 128, align: "right", text: back, render: (refund) => <span className="figure">{back(refund)}</span> },
    { key: "reason", title: title("reason"), width: 168, text: ({ reason }) => reason, render: ({ reason }) => <span title={reason}>{reason}</span> },
    { key: "by", title: title("by"), width: 80, text: ({ by }) => by ?? "" },
  ];
}
