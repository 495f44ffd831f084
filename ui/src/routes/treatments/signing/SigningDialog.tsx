/**
 * A dialog that a doctor confirms with the PIN. Closed without doing it, what was typed waits for the next time; a PIN
 * never. Ctrl+Enter signs from a field where Enter begins a new line.
 */
import { Button, ConfigProvider, Form, type FormInstance } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { StaffId } from "../../../api/generated";
import { useSession } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { Modal } from "../../../components/dialogs";
import { forget, keep, kept } from "../../stock/kept";
import { SignerFields } from "./SignerFields";
import type { SignerValues } from "./signer";
import styles from "./signing.module.css";

interface SigningDialogProps<Values> {
  /** Begins the test ids. */
  name: string;
  /** Under it waits what was typed. */
  about: string;
  title: string;
  what: ReactNode;
  form: FormInstance<Values & SignerValues>;
  initial: Values;
  doctor: StaffId | null;
  submit: string;
  danger?: boolean;
  pending: boolean;
  width?: number;
  /** Resolves to whether it was done; a failure has been shown. */
  run: (values: Values & SignerValues) => Promise<boolean>;
  onClose: () => void;
  onDone: () => void;
  children: ReactNode;
}

export function SigningDialog<Values extends object>({ name, about, title, what, form, initial, doctor, submit, danger = false, pending, width = 560, run, onClose, onDone, children }: SigningDialogProps<Values>) {
  const { t } = useTranslation();
  const { me } = useSession();
  const key = `${me.staffId} ${name} ${about}`;
  useShortcut("Ctrl+Enter", submit, () => { form.submit(); }, { inFields: true, inDialog: true });
  return (
    <ConfigProvider componentDisabled={false}>
      <Modal open title={title} footer={null} width={width} style={{ top: 48 }} data-testid={`${name}-dialog`} onCancel={onClose}>
        <div className={styles.what}>{what}</div>
        <Form<Values & SignerValues>
          form={form}
          layout="vertical"
          requiredMark={false}
          scrollToFirstError={{ focus: true, block: "nearest" }}
          initialValues={{ ...initial, ...kept(key) }}
          onValuesChange={(_, typed) => { keep(key, { ...typed, signer: undefined }); }}
          onFinish={async (values) => {
            if (pending || !(await run(values))) return;
            forget(key);
            onDone();
          }}
        >
          {children}
          <SignerFields doctor={doctor} />
          <div className={styles.foot}>
            <Button onClick={onClose}>{t("common.cancel")}</Button>
            <Button type="primary" danger={danger} htmlType="submit" loading={pending} data-testid={`${name}-ok`}>{submit} <Hotkey keys="Ctrl+Enter" /></Button>
          </div>
        </Form>
      </Modal>
    </ConfigProvider>
  );
}
