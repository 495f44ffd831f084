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
import styles from "./sale.module.css";

export function Invoices({ sale }: { sale: Sale }) {
  const { t } = useTranslation();
  const format = useFormat();
  const maySell = useMay()("sell");
  const [noting, setNoting] = useState<InvoiceState | null>(null);
  const { invoices } = sale;
  return (
    <section className={styles.card} aria-label={t("checkout.sale.invoices")} data-testid="sale-invoices">
      <header className={styles.cardHead}>
        <h2>{t("checkout.sale.invoices")}</h2>
        {maySell && sale.total > 0 && (
          <span className={styles.buttons}>
            {invoices.length === 0 && <Button size="small" data-testid="sale-invoice-ask" onClick={() => { setNoting("asked"); }}>{t("checkout.sale.ask")}</Button>}
            <Button size="small" data-testid="sale-invoice-issue" onClick={() => { setNoting("issued"); }}>{t("checkout.sale.issue")}</Button>
          </span>
        )}
      </header>
      {invoices.length === 0 ? <p className="quiet">{t("checkout.sale.noInvoices")}</p> : <ul className={styles.lines}>
        {invoices.map(({ id, kind, title, taxNumber, number, amount, at, by }) => (
          <li key={id} className={styles.line} data-testid="sale-invoice">
            <span>{t(`checkout.sale.${kind}`)} <b>{number}</b></span>
            <span className="figure">{money(amount)}</span>
            <p className={`quiet ${styles.why ?? ""}`}>{[title, taxNumber, format.moment(at), by ?? ""].filter(Boolean).join(" · ")}</p>
          </li>
        ))}
      </ul>}
      {noting && <NoteInvoice sale={sale} kind={noting} onClose={() => { setNoting(null); }} />}
    </section>
  );
}

interface Values {
  title: string;
  taxNumber: string;
  number: string;
  amount: string;
}

function NoteInvoice({ sale, kind, onClose }: { sale: Sale; kind: InvoiceState; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const note = useWrite("sales.note_invoice", { form, done: t("checkout.sale.noted") });
  const issued = kind === "issued";
  // What was asked for is what is issued.
  const asked = sale.invoices.findLast((invoice) => invoice.kind === "asked");
  const required = { required: true, whitespace: true, message: t("common.required") };
  const run = async ({ title, taxNumber, number, amount }: Values) => {
    if (await note.run({ sale: sale.id, kind, title, taxNumber, number: issued ? number : "", amount: issued ? (readPrice(amount) ?? 0) : sale.total })) onClose();
  };
  return (
    <Modal open title={t(issued ? "checkout.sale.issueTitle" : "checkout.sale.askTitle")} footer={null} width={480} data-testid="invoice-dialog" onCancel={onClose}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={{ title: asked?.title ?? "", taxNumber: asked?.taxNumber ?? "", number: "", amount: writeDecimal(asked?.amount ?? sale.total, 2) }}
        onFinish={(values) => void run(values)}
      >
        <Form.Item name="title" label={t("checkout.sale.invoice.title")} rules={[required]}><Input autoFocus={!issued || asked === undefined} maxLength={200} data-testid="invoice-title" /></Form.Item>
        <Form.Item name="taxNumber" label={t("checkout.sale.invoice.taxNumber")}><Input maxLength={40} data-testid="invoice-tax" /></Form.Item>
        {issued && (
          <div className={styles.pair}>
            <Form.Item name="number" label={t("checkout.sale.invoice.number")} rules={[required]}><Input autoFocus={asked !== undefined} maxLength={60} data-testid="invoice-number" /></Form.Item>
            <Form.Item
              name="amount"
              label={t("checkout.sale.invoice.amount")}
              rules={[{ validator: (_, typed: string) => (readPrice(typed) === null ? Promise.reject(new Error(t("checkout.new.discount.wrong.off"))) : Promise.resolve()) }]}
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
