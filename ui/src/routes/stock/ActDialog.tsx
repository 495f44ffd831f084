/**
 * A small dialog that does one thing to the stock: what will happen, the fields, the second person where the law
 * wants one, and a button that names it. Closed without doing it, what was typed waits for the next time; a PIN never.
 */
import { Button, Form, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { WitnessFields } from "../../components/WitnessFields";
import { Modal } from "../../components/dialogs";
import type { WitnessValues } from "../../components/witness";
import { forget, keep, kept } from "./kept";
import styles from "./stock.module.css";

interface ActDialogProps<Values> {
  /** Begins the test ids. */
  name: string;
  /** Under it waits what was typed: the thing itself, and what the dialog would do to it. */
  about: string;
  title: string;
  what?: ReactNode;
  form: FormInstance<Values & WitnessValues>;
  initial: Values;
  witnessed: boolean;
  submit: ReactNode;
  danger?: boolean;
  pending: boolean;
  width?: number;
  /** Resolves to whether it was done; a failure has been shown. */
  run: (values: Values & WitnessValues) => Promise<boolean>;
  onClose: () => void;
  children: ReactNode;
}

export function ActDialog<Values extends object>(props: ActDialogProps<Values>) {
  const { name, about, title, what, form, initial, witnessed, submit, danger = false, pending, width = 520, run, onClose, children } = props;
  const { t } = useTranslation();
  const { me } = useSession();
  const key = `${me.staffId} ${name} ${about}`;
  return (
    <Modal open title={title} footer={null} width={width} data-testid={`${name}-dialog`} onCancel={onClose}>
      {what !== undefined && <p className={styles.what}>{what}</p>}
      <Form<Values & WitnessValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={{ ...initial, ...kept(key) }}
        onValuesChange={(_, typed) => { keep(key, { ...typed, witness: undefined }); }}
        onFinish={async (values) => {
          if (!(await run(values))) return;
          forget(key);
          onClose();
        }}
      >
        {children}
        {witnessed && <WitnessFields />}
        <div className={styles.dialogFoot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="primary" danger={danger} htmlType="submit" loading={pending} data-testid={`${name}-ok`}>{submit}</Button>
        </div>
      </Form>
    </Modal>
  );
}
