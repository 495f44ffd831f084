/** A step about a complaint, typed; Ctrl+Enter notes it, and what was typed stays until it is. */
import { Button, Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { CloseComplaint, ComplaintLine, ComplaintOutcome, Severity, SignedTreatmentId, StaffId, TakeStep } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { isComposing } from "../../../app/shortcuts";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { useDirectory } from "../../../components/directory";
import { useUndoToast } from "../../../components/undoToast";
import { useDraft } from "../../../components/useDraft";
import styles from "../compliance.module.css";
import type { Deed } from "./Respond";
import { TreatmentSelect } from "./TreatmentSelect";
import { outcomes, severities } from "./words";

interface Values {
  text: string;
  severity: Severity;
  signed: SignedTreatmentId | null;
  to: StaffId | null;
  number: string;
  outcome: ComplaintOutcome | null;
}

/** Those that are nothing without words. */
const inWords: readonly Deed[] = ["noted", "answered", "closed", "reopened", "dropped"];

function stepOf(deed: Deed, { text, severity, signed, to, number }: Values): TakeStep["step"] | null {
  switch (deed) {
    case "noted":
    case "answered":
      return { kind: deed, text };
    case "assessed":
      return { kind: deed, severity, signed, text };
    case "assigned":
      return to === null ? null : { kind: deed, to, text };
    case "reported":
      return { kind: deed, number, text };
    default:
      return null;
  }
}

function endOf(deed: Deed, { text, outcome }: Values): CloseComplaint["end"] | null {
  if (deed === "closed") return outcome === null ? null : { kind: deed, outcome, text };
  return deed === "reopened" || deed === "dropped" ? { kind: deed, reason: text } : null;
}

export function StepForm({ deed, complaint, onDone }: { deed: Deed; complaint: ComplaintLine; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const undoToast = useUndoToast();
  const draft = useDraft<Values>(`complaint.${complaint.id}.${deed}`);
  const step = useWrite("complaints.step", { form });
  const close = useWrite("complaints.close", { form, fields: { reason: "text" } });
  const takeBack = useWrite("complaints.take_back");
  const required = [{ required: true, message: t("common.required") }];
  const done = t("complaints.stepTaken", { step: t(`complaints.step.${deed}`) });
  const run = async (values: Values) => {
    const [taken, end] = [stepOf(deed, values), endOf(deed, values)];
    const written = taken ? await step.run({ complaint: complaint.id, step: taken }) : end ? await close.run({ complaint: complaint.id, end }) : undefined;
    if (!written) return;
    await draft.drop();
    const id = written.output;
    undoToast(done, taken ? () => void takeBack.run({ id }) : undefined);
    onDone();
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.form ?? ""}
      data-testid="complaint-form"
      initialValues={{ text: "", severity: complaint.severity, signed: complaint.signed, to: null, number: "", outcome: null }}
      onValuesChange={(_, values) => { draft.keep(values); }}
      onFinish={(values) => void run(values)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.ctrlKey && !isComposing(event)) form.submit();
      }}
    >
      {draft.offered && <DraftOffer name="complaint-step" savedAt={draft.offered.savedAt} autoFocus={false} onGoOn={() => { if (draft.offered) form.setFieldsValue(draft.offered.values); draft.settle(); }} onDrop={() => { draft.settle(); void draft.drop(); }} />}
      {deed === "dropped" && <p className="quiet" style={{ marginBottom: 12 }}>{t("complaints.droppedWhat")}</p>}
      {deed === "assessed" && <Assessed complaint={complaint} />}
      {deed === "assigned" && <Form.Item name="to" label={t("complaints.assignTo")} rules={required}><PersonSelect testId="complaint-to" /></Form.Item>}
      {deed === "reported" && <Form.Item name="number" label={t("complaints.number")} extra={t("complaints.numberHint")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}><Input autoFocus maxLength={200} data-testid="complaint-number" /></Form.Item>}
      {deed === "closed" && (
        <Form.Item name="outcome" label={t("complaints.outcomeLabel")} rules={required}>
          <Radio.Group options={outcomes[complaint.kind].map((value) => ({ value, label: <span data-testid={`complaint-outcome-${value}`}>{t(`complaints.outcome.${value}`)}</span> }))} />
        </Form.Item>
      )}
      <Form.Item name="text" label={t(`complaints.form.${deed}.label`)} rules={inWords.includes(deed) ? [{ required: true, whitespace: true, message: t("common.required") }] : []}>
        <Input.TextArea autoFocus={deed !== "reported"} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} data-testid="complaint-step-text" />
      </Form.Item>
      <div className={styles.formFoot}>
        <Button data-testid="complaint-step-cancel" onClick={onDone}>{t("complaints.cancel")}</Button>
        <Button type="primary" htmlType="submit" danger={deed === "dropped"} loading={step.pending || close.pending} data-testid="complaint-step-ok">{t(`complaints.form.${deed}.submit`)} <Hotkey keys="Ctrl+Enter" /></Button>
      </div>
    </Form>
  );
}

function Assessed({ complaint }: { complaint: ComplaintLine }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="severity" label={t("complaints.column.severity")}>
        <Radio.Group options={severities.map((value) => ({ value, label: <span data-testid={`complaint-severity-${value}`}>{t(`complaints.severity.${value}`)}</span> }))} />
      </Form.Item>
      <Form.Item name="signed" label={t("complaints.treatment")}><TreatmentSelect client={complaint.client.id} /></Form.Item>
    </>
  );
}

interface PersonSelectProps {
  id?: string;
  value?: StaffId | null;
  onChange?: (person: StaffId | null) => void;
  testId: string;
}

export function PersonSelect({ id, value = null, onChange, testId }: PersonSelectProps) {
  const { staff } = useDirectory();
  return (
    <Select<StaffId>
      {...(id === undefined ? {} : { id })}
      allowClear
      value={value}
      data-testid={testId}
      showSearch={{ optionFilterProp: "label" }}
      options={staff.filter(({ active }) => active).map((member) => ({ value: member.id, label: member.name }))}
      onChange={(person?: StaffId) => { onChange?.(person ?? null); }}
    />
  );
}
