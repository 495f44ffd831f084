/** One person: details, PIN, and for a doctor the registrations, permitted procedures and working hours. */
import { App, Button, Divider, Form, Switch } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../api/hooks";
import type { StaffMember } from "../../api/generated";
import { type NewPin, NewPinFields } from "../../components/NewPinFields";
import { Hours } from "./Hours";
import { PermittedProcedures } from "./PermittedProcedures";
import { Registrations } from "./Registrations";
import { StaffFields, type StaffValues, tidied } from "./StaffFields";

export function StaffCard({ member }: { member: StaffMember }) {
  const { t } = useTranslation();
  const doctor = member.roles.includes("doctor") || member.registrations.length > 0;
  return (
    <div>
      <Details member={member} />
      {doctor && (
        <>
          <Divider />
          <Part title={t("staff.registrations")} hint={t("staff.registrationsHint")}><Registrations member={member} /></Part>
          <Divider />
          <Part title={t("staff.procedures")} hint={t("staff.proceduresHint")}><PermittedProcedures key={member.permittedProcedures.join()} member={member} /></Part>
        </>
      )}
      {member.roles.includes("doctor") && (
        <>
          <Divider />
          <Part title={t("staff.hours")} hint={t("staff.hoursHint")}><Hours member={member} /></Part>
        </>
      )}
      <Divider />
      <Part title={t("staff.pin")}><SetPin member={member} /></Part>
    </div>
  );
}

function Part({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section style={{ display: "grid", gap: 12 }}>
      <header>
        <h2 style={{ fontWeight: 600 }}>{title}</h2>
        {hint && <p className="quiet">{hint}</p>}
      </header>
      {children}
    </section>
  );
}

type Values = StaffValues & { active: boolean };

function Details({ member }: { member: StaffMember }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const edit = useWrite("staff.edit", { form, done: t("common.saved") });
  const { name, phone, roles, active } = member;
  return (
    <Form<Values> form={form} layout="vertical" requiredMark={false} initialValues={{ name, phone, roles, active }} onFinish={(values) => void edit.run({ id: member.id, ...tidied(values) })}>
      <StaffFields />
      <Form.Item name="active" label={t("staff.state")} extra={t("staff.leftHint")} valuePropName="checked">
        <Switch checkedChildren={t("staff.active")} unCheckedChildren={t("staff.left")} data-testid="staff-active" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={edit.pending} data-testid="staff-save">{t("staff.saveDetails")}</Button>
    </Form>
  );
}

function SetPin({ member }: { member: StaffMember }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewPin>();
  const reset = useWrite("staff.reset_pin", { form });
  return (
    <Form<NewPin>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={async ({ pin }) => {
        if (!(await reset.run({ id: member.id, pin }))) return;
        form.resetFields();
        message.success(t("staff.pinSet", { name: member.name }));
      }}
    >
      <NewPinFields />
      <Button htmlType="submit" loading={reset.pending} data-testid="set-pin">{t("staff.setPin")}</Button>
    </Form>
  );
}
