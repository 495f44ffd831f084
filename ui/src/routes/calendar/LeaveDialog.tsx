/** A doctor's leave: from, to and why. */
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../api/hooks";
import { useZone } from "../../app/zone";
import { DayInput } from "../../components/DayInput";
import { Modal } from "../../components/dialogs";
import { useUndoToast } from "../../components/undoToast";
import { instantOf, minuteOfTime, timeOfMinute } from "../../components/zonedTime";
import { TimeInput } from "./TimeInput";
import styles from "./calendar.module.css";
import type { Column } from "./columns";

interface Values {
  fromDay: string;
  fromTime: string;
  toDay: string;
  toTime: string;
  reason: string;
}

interface LeaveDialogProps {
  column: Column | null;
  dayStarts: number;
  dayEnds: number;
  slot: number;
  onClose: () => void;
}

export function LeaveDialog({ column, dayStarts, dayEnds, slot, onClose }: LeaveDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal open={column !== null} title={t("calendar.leave.title", { name: column?.title ?? "" })} footer={null} width={480} destroyOnHidden onCancel={onClose}>
      {column && <LeaveForm column={column} dayStarts={dayStarts} dayEnds={dayEnds} slot={slot} onClose={onClose} />}
    </Modal>
  );
}

function LeaveForm({ column, dayStarts, dayEnds, slot, onClose }: LeaveDialogProps & { column: Column }) {
  const { t } = useTranslation();
  const zone = useZone();
  const toast = useUndoToast();
  const [form] = Form.useForm<Values>();
  const add = useWrite("staff.add_leave", { form, fields: { endsAt: "toTime", startsAt: "fromTime" } });
  const end = useWrite("staff.end_leave");
  const save = async ({ fromDay, fromTime, toDay, toTime, reason }: Values) => {
    if (!column.doctor) return;
    const added = await add.run({ staffId: column.doctor, startsAt: instantOf(fromDay, minuteOfTime(fromTime), zone), endsAt: instantOf(toDay, minuteOfTime(toTime), zone), reason });
    if (!added) return;
    onClose();
    toast(t("calendar.leave.entered", { name: column.title }), () => void end.run({ id: added.output }));
  };
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ fromDay: column.day, fromTime: timeOfMinute(dayStarts), toDay: column.day, toTime: timeOfMinute(dayEnds % 1440), reason: "" }}
      onFinish={(values) => void save(values)}
    >
      <div className={styles.pair}>
        <Form.Item name="fromDay" label={t("calendar.leave.from")} rules={required}><DayInput testId="leave-from-day" /></Form.Item>
        <Form.Item name="fromTime" label={t("calendar.list.time")} rules={required}><TimeInput slot={slot} testId="leave-from-time" /></Form.Item>
        <Form.Item name="toDay" label={t("calendar.leave.to")} rules={required}><DayInput testId="leave-to-day" /></Form.Item>
        <Form.Item name="toTime" label={t("calendar.list.time")} rules={required}><TimeInput slot={slot} testId="leave-to-time" /></Form.Item>
      </div>
      <Form.Item name="reason" label={t("calendar.leave.reason")}><Input autoFocus maxLength={200} placeholder={t("calendar.leave.reasonHint")} data-testid="leave-reason" /></Form.Item>
      <Button type="primary" htmlType="submit" loading={add.pending} data-testid="leave-save">{t("calendar.leave.save")}</Button>
    </Form>
  );
}
