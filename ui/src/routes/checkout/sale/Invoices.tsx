/** Invoices of a sale: who asked for one, and which was issued. They are made elsewhere and written down here. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InvoiceState, Sale } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Modal } from "../../../components/dialogs";
import { readPrice, writeDecimal } from "../../../components/decimals";
import { money, useFormat } from "../../../components/format";
import { backOf, issuedOn } from "./refunded";
import styles from "./sale.module.css";

export function Invoices({ sale }: { sale: Sale }) {
  const { t } = useTranslation();
  const format = useFormat();
  const maySell = useMay()("sell");
  const [noting, setNoting] = useState<Noting | null>(null);
  const { invoices } = sale;
  const issued = issuedOn(sale);
  const due = sale.total - backOf(sale);
  return (
    <section className={styles.card} aria-label={t("checkout.sale.invoices")} data-testid="sale-invoices">
      <header className={styles.cardHead}>
        <h2>{t("checkout.sale.invoices")}</h2>
        {maySell && due > issued && (
          <span className={styles.buttons}>
            {invoices.length === 0 && <Button size="small" data-testid="sale-invoice-ask" onClick={() => { setNoting("asked"); }}>{t("checkout.sale.ask")}</Button>}
            <Button size="small" data-testid="sale-invoice-issue" onClick={() => { setNoting("issued"); }}>{t("checkout.sale.issue")}</Button>
          </span>
        )}
      </header>
      {issued > due && (
        <div className={styles.red} data-testid="sale-invoice-red-waits">
          <p>{t("refunds.sale.redWaits", { issued: money(issued), due: money(due), amount: money(issued - due) })}</p>
          {maySell && <Button size="small" data-testid="sale-invoice-red" onClick={() => { setNoting("red"); }}>{t("refunds.sale.redIssue")}</Button>}
        </div>
      )}
      {invoices.length === 0 ? <p className="quiet">{t("checkout.sale.noInvoices")}</p> : <ul className={styles.lines}>
        {invoices.map(({ id, kind, title, taxNumber, number, amount, at, by }) => (
          <li key={id} className={styles.line} data-testid="sale-invoice">
            <span>{amount < 0 ? t("refunds.sale.red") : t(`checkout.sale.${kind}`)} <b>{number}</b></span>
            <span className="figure">{money(amount)}</span>
            <p className={`quiet ${styles.why ?? ""}`}>{[title, taxNumber, format.moment(at), by ?? ""].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>}
      {noting && <NoteInvoice sale={sale} kind={noting} onClose={() => { setNoting(null); }} />}
    </section>
  );
}

/** One that takes an earlier one back is an issued one below nothing. */
type Noting = InvoiceState | "red";

interface Values {
  title: string;
  taxNumber: string;
  number: string;
  amount: string;
}

function NoteInvoice({ sale, kind, onClose }: { sale: Sale; kind: Noting; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const note = useWrite("sales.note_invoice", { form, done: t("checkout.sale.noted") });
  const red = kind === "red";
  const issued = kind === "issued" || red;
  const open = sale.total - backOf(sale) - issuedOn(sale);
  // What was asked for is what is issued.
  const asked = sale.invoices.findLast((invoice) => (red ? invoice.kind === "issued" && invoice.amount > 0 : invoice.kind === "asked"));
  const initial = red ? open : Math.min(asked?.amount ?? open, open);
  const read = (typed: string): number | null => {
    const amount = readPrice(typed.replace(/^\s*[-\u2212]/, ""));
    return red ? (amount === null || amount === 0 ? null : -amount) : readPrice(typed);
  };
  const required = { required: true, whitespace: true, message: t("common.required") };
  const run = async ({ title, taxNumber, number, amount }: Values) => {
    if (await note.run({ sale: sale.id, kind: red ? "issued" : kind, title, taxNumber, number: issued ? number : "", amount: issued ? (read(amount) ?? 0) : open })) onClose();
  };
  return (
    <Modal open title={t(red ? "refunds.sale.redTitle" : issued ? "checkout.sale.issueTitle" : "checkout.sale.askTitle")} footer={null} width={480} data-testid="invoice-dialog" onCancel={onClose}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={{ title: asked?.title ?? "", taxNumber: asked?.taxNumber ?? "", number: "", amount: writeDecimal(initial, 2) }}
        onFinish={(values) => void run(values)}
      >
        <Form.Item name="title" label={t("checkout.sale.invoice.title")} rules={[required]}><Input autoFocus={!issued || asked === undefined} maxLength={200} data-testid="invoice-title" /></Form.Item>
        <Form.Item name="taxNumber" label={t("checkout.sale.invoice.taxNumber")}><Input maxLength={40} data-testid="invoice-tax" /></Form.Item>
        {issued && (
          <div className={styles.pair}>
            <Form.Item name="number" label={t("checkout.sale.invoice.number")} rules={[required]}><Input autoFocus={asked !== undefined} maxLength={60} data-testid="invoice-number" /></Form.Item>
            <Form.Item
              name="amount"
              label={t(red ? "refunds.sale.redAmount" : "checkout.sale.invoice.amount")}
              rules={[{ validator: (_, typed: string) => (read(typed) === null ? Promise.reject(new Error(t(red ? "refunds.sale.redWrong" : "checkout.new.discount.wrong.off"))) : Promise.resolve()) }]}
            >
              <Input inputMode="decimal" maxLength={16} style={{ textAlign: "right" }} data-testid="invoice-amount" />
            </Form.Item>
          </div>
        )}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={note.pending} data-testid="invoice-ok">{t(issued ? "checkout.sale.issueOk" : "checkout.sale.askOk")}</Button>
        </div>
      </Form>
    </Modal>
  );
}
