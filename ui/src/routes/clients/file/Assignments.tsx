/** The client's own consultant and doctor, how it came to be so, and the change with its reason. */
import { Button, Form, Input, Popover, Select } from "antd";
import { History } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../../api/hooks";
import type { Assignment, AssignmentRole, ClientFile } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { Modal } from "../../../components/dialogs";
import { choices, useDirectory } from "../../../components/directory";
import { useFormat } from "../../../components/format";
import { Part } from "../Part";
import styles from "../clients.module.css";

const roles: readonly AssignmentRole[] = ["consultant", "doctor"];

export function Assignments({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  const may = useMay();
  const [changing, setChanging] = useState<AssignmentRole | null>(null);
  const current = (role: AssignmentRole) => file.assignments.find((line) => line.role === role);
  return (
    <Part
      title={t("clients.assignmentTitle")}
      action={
        <Popover trigger="click" placement="rightBottom" title={t("clients.history")} content={<Lines lines={file.assignments} />}>
          <Button type="text" size="small" icon={<History size={14} strokeWidth={1.5} />} data-testid="client-assign-history">{t("clients.history")}</Button>
        </Popover>
      }
    >
      {roles.map((role) => {
        const name = current(role)?.staffName ?? null;
        return (
          <div key={role} className={styles.row} data-testid={`client-assigned-${role}`}>
            <span>
              <span className="quiet">{t(`clients.assignment.${role}`)}</span> <span className={name === null ? "quiet" : ""}>{name ?? t("clients.unassigned")}</span>
            </span>
            {may("edit_clients") && (
              <Button type="text" size="small" aria-label={t(`clients.assignTitle.${role}`)} data-testid={`client-assign-${role}`} onClick={() => { setChanging(role); }}>{t("clients.assignChange")}</Button>
            )}
          </div>
        );
      })}
      {changing && <Change client={file.id} role={changing} current={current(changing)?.staffId ?? null} onDone={() => { setChanging(null); }} />}
    </Part>
  );
}

function Lines({ lines }: { lines: readonly Assignment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (lines.length === 0) return <span className="quiet">{t("clients.noHistory")}</span>;
  return (
    <ul className={`${styles.lines ?? ""} scrolls`} style={{ maxWidth: 320, maxHeight: 320, gap: 12 }} data-testid="client-assign-lines">
      {lines.map((line, index) => (
        <li key={index}>
          <div>
            <span className="quiet">{t(`clients.assignment.${line.role}`)}</span> {line.staffName ?? t("clients.unassigned")}
          </div>
          <div className="quiet">{t("clients.historyLine", { date: format.date(format.dayOf(line.assignedAt)), by: line.assignedBy ?? "" })}</div>
          {line.reason !== "" && <div>{line.reason}</div>}
        </li>
      ))}
    </ul>
  );
}

interface ChangeProps {
  client: string;
  role: AssignmentRole;
  current: string | null;
  onDone: () => void;
}

interface Values {
  staffId: string;
  reason: string;
}

const nobody = "";

function Change({ client, role, current, onDone }: ChangeProps) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const [form] = Form.useForm<Values>();
  const assign = useWrite("clients.assign", { form, done: t("clients.assigned") });
  const people = choices(role === "doctor" ? directory.doctors : directory.consultants, current).filter(({ value }) => value !== current);
  return (
    <Modal
      open
      title={t(`clients.assignTitle.${role}`)}
      okText={t("clients.assignChange")}
      okButtonProps={{ loading: assign.pending, "data-testid": "client-assign-save" }}
      onOk={() => { form.submit(); }}
      onCancel={onDone}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: "" }}
        onFinish={async ({ staffId, reason }) => {
          if (await assign.run({ client, role, staffId: staffId === nobody ? null : staffId, reason })) onDone();
        }}
      >
        <Form.Item name="staffId" label={t("clients.assignWhom")} rules={[{ required: true, validator: (_, value) => (value === undefined ? Promise.reject(new Error(t("common.required"))) : Promise.resolve()) }]}>
          <Select autoFocus showSearch={{ optionFilterProp: "label" }} data-testid="client-assign-staff" options={current === null ? people : [...people, { value: nobody, label: t("clients.assignNobody") }]} />
        </Form.Item>
        <Form.Item name="reason" label={t("clients.assignReason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input maxLength={200} data-testid="client-assign-reason" onPressEnter={(event) => { if (!event.nativeEvent.isComposing) form.submit(); }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
