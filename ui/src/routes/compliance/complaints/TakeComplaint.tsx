/** A complaint or an adverse reaction written down as the client tells it. */
import { Button, Form, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { toFailure } from "../../../api/failure";
import type { ClientRef, ComplaintKind, Severity, SignedTreatmentId, StaffId } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { isComposing } from "../../../app/shortcuts";
import { useZone } from "../../../app/zone";
import { ClientPicker } from "../../../components/ClientPicker";
import { DayInput } from "../../../components/DayInput";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { Drawer } from "../../../components/dialogs";
import { useFormat } from "../../../components/format";
import { useDraft } from "../../../components/useDraft";
import { instantOf, minuteOfTime } from "../../../components/zonedTime";
import { TimeInput } from "../../calendar/TimeInput";
import type { From } from "../../treatments/places";
import styles from "../compliance.module.css";
import { type NewComplaintState, complaintPath } from "../places";
import { PersonSelect } from "./StepForm";
import { TreatmentSelect } from "./TreatmentSelect";
import { severities } from "./words";

interface Values {
  client: ClientRef | null;
  kind: ComplaintKind;
  severity: Severity;
  text: string;
  signed: SignedTreatmentId | null;
  beganOn: string | null;
  toldDay: string;
  toldTime: string;
  responsible: StaffId | null;
}

const kinds: readonly ComplaintKind[] = ["complaint", "adverse_reaction"];

/** What a link to here brought along. */
function brought(state: unknown): Pick<NewComplaintState, "client" | "signed"> {
  return typeof state === "object" && state !== null && "client" in state ? (state as NewComplaintState) : {};
}

export function TakeComplaint({ from, onClose }: { from: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const navigate = useNavigate();
  const { client: whose, signed: after } = brought(useLocation().state);
  const [opened] = useState(() => Date.now());
  const [form] = Form.useForm<Values>();
  const draft = useDraft<Values>("complaint.new");
  const take = useWrite("complaints.take", {
    form,
    fields: { toldAt: "toldDay" },
    done: t("complaints.taken"),
    onFailure: (reason) => {
      const failure = toFailure(reason);
      if (failure?.code !== "invalid_date") return false;
      const told = failure.field === "toldAt";
      form.setFields([{ name: told ? "toldDay" : "beganOn", errors: [t(told ? "complaints.toldWrong" : "complaints.beganWrong")] }]);
      return true;
    },
  });
  const client = Form.useWatch<ClientRef | null | undefined>("client", form) ?? null;
  const initial: Values = {
    client: whose ?? null, kind: after === undefined ? "complaint" : "adverse_reaction", severity: "mild", text: "", signed: after ?? null, beganOn: null,
    toldDay: format.dayOf(opened), toldTime: format.time(opened), responsible: null,
  };
  const run = async ({ client: who, toldDay, toldTime, ...values }: Values) => {
    if (!who) return;
    // Left as it stands it means now: the minute has no seconds, and lies before the telling.
    const untouched = toldDay === initial.toldDay && toldTime === initial.toldTime;
    const toldAt = untouched ? null : instantOf(toldDay, minuteOfTime(toldTime), zone);
    const taken = await take.run({ ...values, client: who.id, toldAt });
    if (!taken) return;
    await draft.drop();
    void navigate(complaintPath(taken.output), { replace: true, state: { from } satisfies From });
  };
  const offered = draft.offered;
  return (
    <Drawer
      open
      size={560}
      title={t("complaints.take")}
      onClose={onClose}
      data-testid="complaint-take"
      footer={<div className={styles.formFoot}><Button onClick={onClose}>{t("common.cancel")}</Button><Button type="primary" loading={take.pending} data-testid="complaint-save" onClick={() => { form.submit(); }}>{t("complaints.save")} <Hotkey keys="Ctrl+Enter" /></Button></div>}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={(changed: Partial<Values>, values) => {
          if ("client" in changed) form.setFieldValue("signed", null);
          draft.keep(values);
        }}
        onFinish={(values) => void run(values)}
        onKeyDown={(event) => { if (event.key === "Enter" && event.ctrlKey && !isComposing(event)) form.submit(); }}
      >
        {offered && <DraftOffer name="complaint" savedAt={offered.savedAt} autoFocus={false} onGoOn={() => { form.setFieldsValue({ ...offered.values, toldDay: initial.toldDay, toldTime: initial.toldTime }); draft.settle(); }} onDrop={() => { draft.settle(); void draft.drop(); }} />}
        <Form.Item name="client" label={t("complaints.client")} rules={[{ required: true, message: t("complaints.clientRequired") }]}>
          <ClientPicker autoFocus={whose === undefined} testId="complaint-client" />
        </Form.Item>
        <div className={styles.side}>
          <Form.Item name="kind" label={t("complaints.column.kind")}>
            <Radio.Group options={kinds.map((value) => ({ value, label: <span data-testid={`complaint-kind-${value}`}>{t(`complaints.kind.${value}`)}</span> }))} />
          </Form.Item>
          <Form.Item name="severity" label={t("complaints.column.severity")}>
            <Radio.Group options={severities.map((value) => ({ value, label: <span data-testid={`complaint-new-severity-${value}`}>{t(`complaints.severity.${value}`)}</span> }))} />
          </Form.Item>
        </div>
        <Form.Item name="text" label={t("complaints.text")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input.TextArea autoFocus={whose !== undefined} placeholder={t("complaints.textHint")} autoSize={{ minRows: 3, maxRows: 10 }} maxLength={10_000} data-testid="complaint-new-text" />
        </Form.Item>
        <Form.Item name="signed" label={t("complaints.treatment")} extra={t("complaints.treatmentHint")}>
          <TreatmentSelect client={client?.id ?? null} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="beganOn" label={t("complaints.beganOn")}><DayInput placeholder="" testId="complaint-began" /></Form.Item>
          <Form.Item name="responsible" label={t("complaints.responsible")}><PersonSelect testId="complaint-responsible-select" /></Form.Item>
        </div>
        <div className={styles.pair}>
          <Form.Item name="toldDay" label={t("complaints.toldAt")} extra={t("complaints.toldAtHint")} rules={[{ required: true, message: t("common.required") }]}><DayInput testId="complaint-told-day" /></Form.Item>
          <Form.Item name="toldTime" label=" "><TimeInput slot={5} testId="complaint-told-time" /></Form.Item>
        </div>
      </Form>
    </Drawer>
  );
}
