/** Amends a signed record: what was seen, thought and said, with a reason and the doctor's PIN. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { AmendTreatment, SignedTreatment } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { DayInput } from "../../../components/DayInput";
import { SigningDialog } from "../signing/SigningDialog";
import { type SignerValues, emptyRefusedPin, signerPaths } from "../signing/signer";
import { useProposedSigner } from "../signing/useProposedSigner";
import styles from "./signed.module.css";

type Values = Omit<AmendTreatment, "id">;
const texts = ["indication", "course", "reactions", "advice"] as const;

export function Amend({ signed: { id, text, amended }, onClose, onDone }: { signed: SignedTreatment; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values & SignerValues>();
  const doctor = useProposedSigner(text.doctor.id);
  const amend = useWrite("treatments.amend", {
    form,
    fields: signerPaths,
    done: t("signing.amend.done"),
    onFailure: (reason) => {
      emptyRefusedPin(reason, form);
      return false;
    },
  });
  const { indication, course, reactions, advice, nextOn } = amended;
  return (
    <SigningDialog<Values>
      name="amend"
      about={id}
      width={760}
      title={t("signing.amend.title")}
      what={<p>{t("signing.amend.what")}</p>}
      form={form}
      initial={{ indication, course, reactions, advice, nextOn, reason: "" }}
      doctor={doctor}
      submit={t("signing.amend.submit")}
      pending={amend.pending}
      run={async ({ signer, ...change }) => (await amend.run({ input: { ...change, id }, signer })) !== undefined}
      onClose={onClose}
      onDone={onDone}
    >
      <div className={styles.fields}>
        {texts.map((name, index) => (
          <Form.Item key={name} name={name} label={t(`treatments.sections.${name}`)} className={name === "indication" || name === "course" ? styles.wide ?? "" : ""}>
            <Input.TextArea autoFocus={index === 0} autoSize={{ minRows: 1, maxRows: 6 }} maxLength={10_000} placeholder={t(`treatments.hints.${name}`)} data-testid={`amend-${name}`} />
          </Form.Item>
        ))}
        <Form.Item name="nextOn" label={t("treatments.sections.nextOn")}>
          <DayInput placeholder={t("treatments.nextOn.day")} testId="amend-next-on" />
        </Form.Item>
        <Form.Item name="reason" label={t("signing.amend.reason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input maxLength={200} data-testid="amend-reason" />
        </Form.Item>
      </div>
    </SigningDialog>
  );
}
