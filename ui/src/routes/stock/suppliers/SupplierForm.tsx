/** A supplier's fields: of a new one and of one that is there, in a drawer or before a delivery. */
import { Button, Form, Input, Switch } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Supplier, SupplierId } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useShortcut } from "../../../app/shortcuts";
import { DayInput } from "../../../components/DayInput";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { useDraft } from "../../../components/useDraft";
import { licenceState } from "./licence";
import { useFormat } from "../../../components/format";
import styles from "../stock.module.css";

type Values = Omit<Supplier, "id">;

interface SupplierFormProps {
  /** Null for a new one. */
  supplier: Supplier | null;
  /** What was searched for and not found. */
  name?: string;
  onTyped?: () => void;
  onSaved: (id: SupplierId) => void;
}

export function SupplierForm({ supplier, name = "", onTyped, onSaved }: SupplierFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const typed = useRef(false);
  const id = supplier?.id ?? null;
  const draft = useDraft<Values>(`stock.supplier.${id ?? "new"}`);
  const set = useWrite("stock.set_supplier", { form, done: t("common.saved") });
  const ends = Form.useWatch("licenceExpiresOn", form) ?? null;
  const licence = licenceState(t, ends, format.today());
  useShortcut("Ctrl+S", t("common.save"), () => { form.submit(); }, { inFields: true, inDialog: true });
  const take = () => {
    typed.current = true;
    draft.keep(form.getFieldsValue(true));
    onTyped?.();
  };
  const required = [{ required: true, whitespace: true, message: t("common.required") }];
  return (
    <>
      {draft.offered && (
        <DraftOffer
          savedAt={draft.offered.savedAt}
          name="supplier"
          autoFocus={false}
          onGoOn={() => {
            if (draft.offered) form.setFieldsValue(draft.offered.values);
            draft.settle();
            take();
            form.focusField("name");
          }}
          onDrop={() => {
            draft.settle();
            if (!typed.current) void draft.drop();
            form.focusField("name");
          }}
        />
      )}
      <Form<Values>
        form={form}
        name="supplier"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={supplier ?? { name, licenceNumber: "", licenceExpiresOn: null, contact: "", active: true }}
        onValuesChange={take}
        onFinish={async () => {
          const saved = await set.run({ ...(form.getFieldsValue(true) as Values), id });
          if (!saved) return;
          // Before the form is left: what is left with something typed is shared as a draft.
          void draft.drop();
          onSaved(saved.output);
        }}
      >
        <Form.Item name="name" label={t("stock.supplier.name")} rules={required}><Input autoFocus={id === null} maxLength={60} data-testid="supplier-name" /></Form.Item>
        <div className={styles.pair}>
          <Form.Item name="licenceNumber" label={t("stock.supplier.licenceNumber")} rules={required}><Input maxLength={200} data-testid="supplier-licence" /></Form.Item>
          <Form.Item name="licenceExpiresOn" label={t("stock.supplier.licenceExpiresOn")} extra={<span className={licence.tone}>{licence.words}</span>}><DayInput testId="supplier-licence-ends" /></Form.Item>
        </div>
        <Form.Item name="contact" label={t("stock.supplier.contact")}><Input maxLength={200} placeholder={t("stock.supplier.contactHint")} data-testid="supplier-contact" /></Form.Item>
        {id !== null && (
          <div className={styles.switch}>
            <Form.Item name="active" valuePropName="checked" noStyle><Switch size="small" data-testid="supplier-active" /></Form.Item>
            <label htmlFor="supplier_active">{t("stock.supplier.active")}</label>
            <span className="quiet">{t("stock.supplier.activeHint")}</span>
          </div>
        )}
        <Button type="primary" htmlType="submit" loading={set.pending} data-testid="supplier-save">{t("stock.supplier.save")} <Hotkey keys="Ctrl+S" /></Button>
      </Form>
    </>
  );
}
