/** An appointment's fields. Clashes are shown while one types, and need a reason. */
import { Button, Form, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { AppointmentId, AppointmentInput, ClientId } from "../../api/generated";
import { useRead, useWrite } from "../../api/hooks";
import { useShortcut } from "../../app/shortcuts";
import { useZone } from "../../app/zone";
import { DayInput } from "../../components/DayInput";
import { choices, type Directory } from "../../components/directory";
import { minuteOfTime, timeOfMinute } from "../../components/zonedTime";
import { ClientPicker } from "./ClientPicker";
import { Clashes } from "./Clashes";
import { TimeInput } from "./TimeInput";
import styles from "./calendar.module.css";
import { type FormValues, fields, toInput } from "./formValues";
import { useSettled } from "./useSettled";

interface AppointmentFormProps {
  /** Null books a new one. */
  id: AppointmentId | null;
  initial: FormValues;
  client: { id: ClientId; name: string } | null;
  slot: number;
  directory: Directory;
  onSaved: (id: AppointmentId, input: AppointmentInput, name: string) => void;
  /** What is typed, for whoever closes the form by mistake. */
  onValues: (values: FormValues) => void;
}

export function AppointmentForm({ id, initial, client, slot, directory, onSaved, onValues }: AppointmentFormProps) {
  const { t } = useTranslation();
  const zone = useZone();
  const navigate = useNavigate();
  const [form] = Form.useForm<FormValues>();
  const [values, setValues] = useState(initial);
  const [name, setName] = useState(client?.name ?? "");
  const book = useWrite("appointments.book", { form, fields });
  const edit = useWrite("appointments.edit", { form, fields });
  const input = toInput(values, zone);
  // The reason does not change what clashes.
  const asked = useSettled(input === null ? null : JSON.stringify({ ...input, clashReason: null, note: "" }));
  const clashes = useRead("appointments", "appointments.clashes", { id, appointment: JSON.parse(asked ?? "{}") as AppointmentInput }, { enabled: asked !== null, keepPrevious: true });
  const clashing = asked === null ? [] : (clashes.data ?? []);
  const doctors = directory.doctors.filter(({ id: doctor, permittedProcedures }) => values.procedure === null || doctor === values.doctor || permittedProcedures.includes(values.procedure));
  const filtered = doctors.length > 0 && doctors.length < directory.doctors.length;
  useShortcut("Ctrl+Enter", t("calendar.keys.save"), () => { form.submit(); });

  const changed = (change: Partial<FormValues>, all: FormValues) => {
    let next = { ...values, ...all };
    if (change.procedure) {
      const minutes = directory.procedure(change.procedure)?.minutes ?? next.minutes;
      form.setFieldsValue({ minutes });
      next = { ...next, minutes };
    }
    setValues(next);
    onValues(next);
  };
  const save = async () => {
    const wanted = toInput(values, zone);
    if (wanted === null) return;
    const appointment = { ...wanted, clashReason: clashing.length === 0 ? null : wanted.clashReason };
    const saved = id === null ? await book.run(appointment) : await edit.run({ id, appointment });
    if (saved) onSaved(id ?? saved.output ?? "", appointment, name);
  };
  const ends = values.time === null ? null : minuteOfTime(values.time) + (values.minutes ?? 0);
  return (
    // A select would take this Enter for its own list.
    <div
      onKeyDownCapture={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        form.submit();
      }}
    >
      <Form<FormValues> form={form} layout="vertical" requiredMark={false} initialValues={initial} onValuesChange={changed} onFinish={() => void save()}>
        <Form.Item name="client" label={t("calendar.form.client")} rules={[{ required: true, message: t("common.required") }]}>
          <ClientPicker known={client} onName={setName} autoFocus={initial.client === undefined} onNew={(name) => void navigate(`/clients/new?name=${encodeURIComponent(name)}`)} />
        </Form.Item>
        <Form.Item name="procedure" label={t("calendar.form.procedure")}>
          <Select allowClear placeholder={t("calendar.none")} options={choices(directory.procedures, values.procedure)} showSearch={{ optionFilterProp: "label" }} autoFocus={initial.client !== undefined && id === null} data-testid="appointment-procedure" />
        </Form.Item>
        <div className={styles.triple}>
          <Form.Item name="day" label={t("calendar.form.day")} rules={[{ required: true, message: t("common.required") }]}><DayInput testId="appointment-day" /></Form.Item>
          <Form.Item name="time" label={t("calendar.form.time")} rules={[{ required: true, message: t("common.required") }]}><TimeInput slot={slot} testId="appointment-time" /></Form.Item>
          <Form.Item name="minutes" label={t("calendar.form.minutes")} extra={ends === null ? "" : t("calendar.form.until", { time: timeOfMinute(ends % 1440) })} rules={[{ required: true, message: t("common.required") }]}>
            <InputNumber min={5} max={1440} step={slot} precision={0} suffix={t("calendar.form.minutesUnit")} style={{ width: "100%" }} data-testid="appointment-minutes" />
          </Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="doctor" label={t("calendar.form.doctor")} extra={filtered ? t("calendar.form.onlyPermitted") : ""}>
            <Select allowClear placeholder={t("calendar.none")} options={choices(doctors.length > 0 ? doctors : directory.doctors, values.doctor)} showSearch={{ optionFilterProp: "label" }} data-testid="appointment-doctor" />
          </Form.Item>
          <Form.Item name="room" label={t("calendar.form.room")}>
            <Select allowClear placeholder={t("calendar.none")} options={choices(directory.rooms, values.room)} showSearch={{ optionFilterProp: "label" }} data-testid="appointment-room" />
          </Form.Item>
        </div>
        {clashing.length > 0 && <Clashes clashes={clashing} />}
        {directory.equipment.length > 0 && (
          <Form.Item name="equipment" label={t("calendar.form.equipment")}>
            <Select allowClear placeholder={t("calendar.none")} options={choices(directory.equipment, values.equipment)} showSearch={{ optionFilterProp: "label" }} data-testid="appointment-equipment" />
          </Form.Item>
        )}
        <Form.Item name="note" label={t("calendar.form.note")}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2000} placeholder={t("calendar.form.noteHint")} data-testid="appointment-note" />
        </Form.Item>
        <div className={styles.foot}>
          <Button type="primary" htmlType="submit" loading={book.pending || edit.pending} data-testid="appointment-save">
            {t(clashing.length > 0 ? "calendar.form.saveAnyway" : id === null ? "calendar.form.save" : "calendar.form.saveChanges")}
            <span style={{ fontSize: 11 }}>Ctrl Enter</span>
          </Button>
        </div>
      </Form>
    </div>
  );
}
