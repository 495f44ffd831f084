/**
 * A dialog that changes a ledger, once: the fields, why, what will happen in one sentence, and the PIN of somebody who
 * approves what the person may not do alone. Closed without doing it, what was typed waits for the next time; a PIN never.
 */
import { App, Button, Form, type FormInstance, Input } from "antd";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../../api/failure";
import type { Failure, SignIn } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import { useSession } from "../../../app/session";
import { WitnessFields } from "../../../components/WitnessFields";
import { Modal } from "../../../components/dialogs";
import { type WitnessValues, emptyRefusedPin, witnessIn, witnessPaths } from "../../../components/witness";
import { useOnce } from "../../checkout/useOnce";
import { forget, keep, kept } from "../../stock/kept";
import styles from "./ledger.module.css";

export interface Reasoned {
  reason: string;
}

type FieldPath = string | (string | number)[];

interface LedgerActProps<Values extends Reasoned, Input> {
  /** Begins the test ids. */
  name: "change" | "points" | "overdraft" | "tier" | "refund-reverse";
  /** Under it waits what was typed: the thing itself, and what the dialog would do to it. */
  about: string;
  title: string;
  initial: Values;
  reason: { label: string; hint: string };
  /** Whether somebody else must approve it. */
  approval: boolean;
  /** Who may, where that is not the owner or the cashier. */
  approvalHint?: string;
  /** What will happen, by what is typed; "" while that cannot be said. */
  what: (values: Values) => ReactNode;
  submit: (values: Values) => string;
  danger?: boolean;
  width?: number;
  /** Whether everything is said that must be said expressly. */
  ready?: (values: Values) => boolean;
  /** The id is drawn once: said twice, it is done once. */
  input: (id: string, values: Values) => Input;
  send: (sent: { input: Input; witness: SignIn | null }) => Promise<unknown>;
  /** Where the form's name for a field is not Rust's. */
  fields?: Record<string, FieldPath>;
  /** A failure in the words of this dialog, at its field. */
  refusal?: (failure: Failure) => { at: string; words: string } | null;
  done: (values: Values) => string;
  onTyped?: (changed: Partial<Values>, form: FormInstance) => void;
  onClose: () => void;
  children?: ReactNode;
}

export function LedgerAct<Values extends Reasoned, Input>(props: LedgerActProps<Values, Input>) {
  const { name, about, title, initial, reason, approvalHint, what, submit, danger = false, width = 560, ready, input, send, fields = {}, refusal, done, onTyped, onClose, children } = props;
  const { t } = useTranslation();
  const { me } = useSession();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const [form] = Form.useForm<Values & WitnessValues>();
  const [id] = useState(() => crypto.randomUUID());
  // Rust may ask for somebody whom nobody here thought of.
  const [approval, setApproval] = useState(props.approval);
  const once = useOnce(async (sent: { input: Input; witness: SignIn | null }) => { await send(sent); return true; });
  // Pressed once more while it was under way, and heard only when it was done.
  const finished = useRef(false);
  const key = `${me.staffId} ${name} ${about}`;

  const failed = (refused: unknown) => {
    emptyRefusedPin(refused, form);
    const failure = toFailure(refused);
    if (failure?.code === "approval_required" && !approval) {
      setApproval(true);
      return;
    }
    const own = failure && refusal?.(failure);
    if (own) {
      setErrors(form, own.at, own.words);
      return;
    }
    showFailure(refused, { form, fields: { ...witnessPaths, approver: witnessPaths.staffId, ...fields } });
  };
  const run = async (typed: Values & WitnessValues) => {
    if (finished.current) return;
    const values = { ...initial, ...typed };
    if (!(await once.send({ input: input(id, values), witness: approval ? witnessIn(typed) : null }, failed))) return;
    finished.current = true;
    message.success(done(values));
    forget(key);
    onClose();
  };
  const close = () => { if (!once.pending) onClose(); };
  return (
    <Modal open title={title} footer={null} width={width} style={{ top: 64 }} data-testid={`${name}-dialog`} onCancel={close}>
      <Form<Values & WitnessValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        className={styles.form ?? ""}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={{ ...initial, ...kept(key) }}
        onValuesChange={(changed: Partial<Values>, typed) => {
          onTyped?.(changed, form);
          keep(key, { ...typed, witness: undefined });
        }}
        onFinish={(typed) => void run(typed)}
      >
        {children}
        <Form.Item name="reason" label={reason.label} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus={children === undefined} maxLength={200} placeholder={reason.hint} data-testid={`${name}-reason`} />
        </Form.Item>
        <Typed<Values> initial={initial}>{(values) => <p className={styles.what} role="status" data-testid={`${name}-what`}>{what(values)}</p>}</Typed>
        {approval && <WitnessFields hint={approvalHint ?? t("billing.change.hint")} />}
        <div className={styles.foot}>
          <Button onClick={close}>{t("common.cancel")}</Button>
          <Typed<Values> initial={initial}>
            {(values) => <Button type="primary" danger={danger} htmlType="submit" loading={once.pending} disabled={ready?.(values) === false} data-testid={`${name}-apply`}>{submit(values)}</Button>}
          </Typed>
        </div>
      </Form>
    </Modal>
  );
}

/** What is typed now; inside the form, which is mounted after its dialog. */
function Typed<Values extends object>({ initial, children }: { initial: Values; children: (values: Values) => ReactNode }) {
  const form = Form.useFormInstance<Values>();
  const typed = Form.useWatch([], form) as Partial<Values> | undefined;
  return children({ ...initial, ...typed });
}

function setErrors(form: FormInstance, name: string, words: string): void {
  form.setFields([{ name, errors: [words] }]);
  form.scrollToField(name, { focus: true, block: "nearest" });
}
