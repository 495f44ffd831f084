/** An appointment's fields. Clashes are shown while one types, and need a reason. */
import { Button, Form, Input, InputNumber, Select } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { AppointmentId, AppointmentInput } from "../../api/generated";
import { useRead, useWrite } from "../../api/hooks";
import { useShortcut } from "../../app/shortcuts";
import { useZone } from "../../app/zone";
import { ClientPicker } from "../../components/ClientPicker";
import { DayInput } from "../../components/DayInput";
import { DraftOffer } from "../../components/DraftOffer";
import { choices, type Directory } from "../../components/directory";
import { useDraft } from "../../components/useDraft";
import { minuteOfTime, timeOfMinute } from "../../components/zonedTime";
import { Clashes } from "./Clashes";
import { TimeInput } from "./TimeInput";
import styles from "./calendar.module.css";
import { type FormValues, fields, toInput } from "./formValues";
import { useSettled } from "./useSettled";

interface AppointmentFormProps {
  /** Null books a new one. */
  id: AppointmentId | null;
  initial: FormValues;
  slot: number;
  directory: Directory;
  onSaved: (id: AppointmentId, input: AppointmentInput, name: string) => void;
  onTyped: () => void;
}

export function AppointmentForm({ id, initial, slot, directory, onSaved, onTyped }: AppointmentFormProps) {
  const { t } = useTranslation();
  const zone = useZone();
  const navigate = useNavigate();
  const [form] = Form.useForm<FormValues>();
  const [values, setValues] = useState(initial);
  const typed = useRef(false);
  const draft = useDraft<FormValues>(`appointment.${id ?? "new"}`);
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

  const take = (next: FormValues) => {
    typed.current = true;
    setValues(next);
    draft.keep(next);
    onTyped();
  };
  const changed = (change: Partial<FormValues>, all: FormValues) => {
    let next = { ...values, ...all };
    if (change.procedure) {
      const minutes = directory.procedure(change.procedure)?.minutes ?? next.minutes;
      form.setFieldsValue({ minutes });
      next = { ...next, minutes };
    }
    take(next);
  };
  const goOn = (kept: FormValues) => {
    const next = { ...initial, ...kept };
    form.setFieldsValue(next);
    take(next);
    draft.settle();
    form.focusField(next.client === null ? "client" : "procedure");
  };
  const save = async () => {
    const wanted = toInput(values, zone);
    if (wanted === null) return;
    const appointment = { ...wanted, clashReason: clashing.length === 0 ? null : wanted.clashReason };
    const saved = id === null ? await book.run(appointment) : await edit.run({ id, appointment });
    if (!saved) return;
    // Before the form is left: what is left with something typed is shared as a draft.
    void draft.drop();
    onSaved(id ?? saved.output ?? "", appointment, values.client?.name ?? "");
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
        {draft.offered && (
          <DraftOffer
            savedAt={draft.offered.savedAt}
            name="appointment"
            autoFocus={false}
            onGoOn={() => { if (draft.offered) goOn(draft.offered.values); }}
            onDrop={() => {
              draft.settle();
              if (!typed.current) void draft.drop();
              form.focusField("client");
            }}
          />
        )}
        <Form.Item name="client" label={t("calendar.form.client")} rules={[{ required: true, message: t("common.required") }]}>
          <ClientPicker autoFocus={initial.client === null} testId="appointment-client" onNew={(name) => void navigate(`/clients/new?name=${encodeURIComponent(name)}`)} />
        </Form.Item>
        <Form.Item name="procedure" label={t("calendar.form.procedure")}>
          <Select allowClear placeholder={t("calendar.none")} options={choices(directory.procedures, values.procedure)} showSearch={{ optionFilterProp: "label" }} autoFocus={initial.client !== null && id === null} data-testid="appointment-procedure" />
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
