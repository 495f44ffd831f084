/** What a doctor is registered for, how long it still holds, and a new one. */
import { Button, Form, Input } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../api/hooks";
import type { Registration, StaffMember } from "../../api/generated";
import { Modal } from "../../components/dialogs";
import { useFormat } from "../../components/format";
import { NewRegistration } from "./NewRegistration";
import { registrationState } from "./registrationState";
import styles from "./staff.module.css";

export function Registrations({ member }: { member: StaffMember }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Registration | null>(null);
  const today = format.today();
  return (
    <>
      {member.registrations.length > 0 && (
        <ul className={styles.registrations}>
          {member.registrations.map((registration) => {
            const { words, tone } = registrationState(t, registration, today);
            return (
              <li key={registration.id} data-testid="registration">
                <div className={styles.registrationHead}>
                  <b>{t(`common.specialty.${registration.specialty}`)}</b>
                  <span className={tone === "" ? "quiet" : tone} data-testid="registration-state">{words}</span>
                  <span style={{ flex: 1 }} />
                  <Button type="text" size="small" data-testid="end-registration" onClick={() => { setEnding(registration); }}>{t("staff.endRegistration")}</Button>
                </div>
                <dl className={styles.numbers}>
                  <dt>{t("staff.titleNumber")}</dt><dd>{registration.titleNumber}</dd>
                  <dt>{t("staff.practiceNumber")}</dt><dd>{registration.practiceNumber}</dd>
                  <dt>{t("staff.filedOn")}</dt><dd>{format.date(registration.filedOn)}</dd>
                  {registration.expiresOn !== null && <><dt>{t("staff.expiresOn")}</dt><dd>{format.date(registration.expiresOn)}</dd></>}
                </dl>
              </li>
            );
          })}
        </ul>
      )}
      {adding ? (
        <NewRegistration staffId={member.id} onDone={() => { setAdding(false); }} />
      ) : (
        <div>
          <Button icon={<Plus size={16} strokeWidth={1.5} />} data-testid="add-registration" onClick={() => { setAdding(true); }}>{t("staff.addRegistration")}</Button>
        </div>
      )}
      {ending && <EndRegistration member={member} registration={ending} onDone={() => { setEnding(null); }} />}
    </>
  );
}

interface EndRegistrationProps {
  member: StaffMember;
  registration: Registration;
  onDone: () => void;
}

function EndRegistration({ member, registration, onDone }: EndRegistrationProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const end = useWrite("staff.end_registration", { form, done: t("staff.ended") });
  return (
    <Modal
      open
      title={t("staff.endRegistration")}
      okText={t("staff.endRegistration")}
      okButtonProps={{ danger: true, htmlType: "submit", loading: end.pending, "data-testid": "end-registration-ok" }}
      onOk={() => { form.submit(); }}
      onCancel={onDone}
    >
      <p style={{ marginBottom: 16 }}>{t("staff.endAsk", { name: member.name, specialty: t(`common.specialty.${registration.specialty}`) })}</p>
      <Form<{ reason: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={async ({ reason }) => {
          if (await end.run({ id: registration.id, reason })) onDone();
        }}
      >
        <Form.Item name="reason" label={t("staff.endReason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={200} data-testid="end-reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
