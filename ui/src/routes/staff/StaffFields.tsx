/** Name, phone and roles: of a new staff member and of one who is there. */
import { Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Role } from "../../api/generated";

const roles: readonly Role[] = ["owner", "doctor", "nurse", "consultant", "reception", "cashier"];

export interface StaffValues {
  name: string;
  phone: string | null;
  roles: Role[];
}

/** As Rust takes it: no phone is null, not an empty string. */
export function tidied<Values extends StaffValues>(values: Values): Values {
  return { ...values, name: values.name.trim(), phone: values.phone?.trim() ? values.phone.trim() : null };
}

export function StaffFields({ autoFocus = false }: { autoFocus?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 16 }}>
        <Form.Item name="name" label={t("staff.name")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus={autoFocus} maxLength={60} data-testid="staff-name" />
        </Form.Item>
        <Form.Item name="phone" label={t("staff.phone")}>
          <Input inputMode="tel" maxLength={24} placeholder={t("staff.phoneHint")} data-testid="staff-phone" />
        </Form.Item>
      </div>
      <Form.Item name="roles" label={t("staff.roles")} rules={[{ validator: (_, chosen: Role[]) => (chosen.length > 0 ? Promise.resolve() : Promise.reject(new Error(t("staff.rolesRequired")))) }]}>
        <Checkbox.Group role="group" aria-label={t("staff.roles")} data-testid="staff-roles" options={roles.map((role) => ({ value: role, label: <span data-testid={`role-${role}`}>{t(`common.role.${role}`)}</span> }))} />
      </Form.Item>
    </>
  );
}
