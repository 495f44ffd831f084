import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../api/hooks";
import { type NewPin, NewPinFields } from "../../components/NewPinFields";
import { StaffFields, type StaffValues, tidied } from "./StaffFields";

type Values = StaffValues & NewPin;

export function AddStaff({ onDone }: { onDone: (id: string) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const add = useWrite("staff.add", { form });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: "", phone: null, roles: [], pin: "", pinAgain: "" }}
      onFinish={async (values) => {
        const { name, phone, roles, pin } = tidied(values);
        const added = await add.run({ name, phone, roles, pin });
        if (added) onDone(added.output);
      }}
    >
      <StaffFields autoFocus />
      <NewPinFields />
      <Button type="primary" htmlType="submit" loading={add.pending} data-testid="staff-save">{t("staff.add")}</Button>
    </Form>
  );
}
