import { App, Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../api/hooks";
import type { Specialty } from "../../api/generated";
import { DayInput } from "../../components/DayInput";
import { useFormat } from "../../components/format";

const specialties: readonly Specialty[] = ["surgery", "dermatology", "dentistry", "tcm"];

interface Values {
  specialty: Specialty;
  titleNumber: string;
  practiceNumber: string;
  filedOn: string;
  expiresOn: string | null;
}

export function NewRegistration({ staffId, onDone }: { staffId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const [form] = Form.useForm<Values>();
  const register = useWrite("staff.register", { form });
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ filedOn: format.today(), expiresOn: null }}
      onFinish={async (values) => {
        if (!(await register.run({ staffId, ...values }))) return;
        message.success(t("staff.registered", { specialty: t(`common.specialty.${values.specialty}`) }));
        onDone();
      }}
    >
      <Form.Item name="specialty" label={t("staff.specialty")} rules={required}>
        <Select autoFocus data-testid="registration-specialty" options={specialties.map((value) => ({ value, label: t(`common.specialty.${value}`) }))} />
      </Form.Item>
      <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: "0 16px" }}>
        <Form.Item name="titleNumber" label={t("staff.titleNumber")} rules={required}><Input maxLength={40} data-testid="registration-title" /></Form.Item>
        <Form.Item name="practiceNumber" label={t("staff.practiceNumber")} rules={required}><Input maxLength={40} data-testid="registration-practice" /></Form.Item>
        <Form.Item name="filedOn" label={t("staff.filedOn")} rules={required}><DayInput testId="registration-filed" /></Form.Item>
        <Form.Item name="expiresOn" label={t("staff.expiresOn")} extra={t("staff.expiresHint")}><DayInput testId="registration-expires" /></Form.Item>
      </div>
      <div style={{ display: "flex", gap: 8 }}>
        <Button type="primary" htmlType="submit" loading={register.pending} data-testid="register">{t("staff.register")}</Button>
        <Button onClick={onDone}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}
