import { Form } from "antd";
import { useTranslation } from "react-i18next";
import type { Consent } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { type Reason, ReasonDialog } from "../../components/ReasonDialog";

export function WithdrawConsent({ consent: { id, form: name, doctorName, signedOn }, onClose }: { consent: Consent; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Reason>();
  const withdraw = useWrite("consents.withdraw", { form, done: t("consents.withdrawn") });
  return (
    <ReasonDialog
      name="consent-withdraw"
      title={t("consents.withdrawTitle")}
      what={t("consents.withdrawWhat", { form: name, doctor: doctorName ?? "", date: signedOn })}
      label={t("consents.withdrawReason")}
      submit={t("consents.withdraw")}
      form={form}
      pending={withdraw.pending}
      run={async (reason) => { if (await withdraw.run({ id, reason })) onClose(); }}
      onClose={onClose}
    />
  );
}
