import { Form } from "antd";
import { useTranslation } from "react-i18next";
import type { Treatment } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { type Reason, ReasonDialog } from "../../../components/ReasonDialog";

export function Discard({ treatment, onClose, onDone }: { treatment: Treatment; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Reason>();
  const discard = useWrite("treatments.discard", { form, done: t("treatments.discarded") });
  return (
    <ReasonDialog
      name="treatment-discard"
      title={t("treatments.discardTitle")}
      what={t("treatments.discardWhat", { client: treatment.client.name, procedure: treatment.procedure.name })}
      label={t("treatments.discardReason")}
      submit={t("treatments.discard")}
      form={form}
      pending={discard.pending}
      run={async (reason) => { if (await discard.run({ id: treatment.id, reason })) onDone(); }}
      onClose={onClose}
    />
  );
}
