/** The signature: what is signed, what forbids it, then the doctor and the PIN. */
import { App, Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../../api/failure";
import type { Obstacle, ObstacleCode, Signed, Treatment, TreatmentBody } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import { useMay, useSession } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { Modal } from "../../../components/dialogs";
import { NoteConsent } from "../../consents/NoteConsent";
import { forget, keep, kept } from "../../stock/kept";
import type { Stand } from "../record/useShelf";
import { ToMend, ToReason } from "./Obstacles";
import { SignerFields } from "./SignerFields";
import { Summary } from "./Summary";
import { type Place, kindsOf, obstacleWords } from "./obstacles";
import { type SignerValues, emptyRefusedPin, signerPaths } from "./signer";
import styles from "./signing.module.css";

interface SignDialogProps {
  treatment: Treatment;
  /** As it was saved, and when: what somebody saves after that is not signed. */
  body: TreatmentBody;
  savedAt: number;
  stand: Stand;
  onClose: () => void;
  onGo: (place: Place) => void;
  onSigned: (signed: Signed) => void;
}

interface Values extends SignerValues {
  reasons?: Partial<Record<ObstacleCode, string>>;
}

export function SignDialog({ treatment, body, savedAt, stand, onClose, onGo, onSigned }: SignDialogProps) {
  const { t } = useTranslation();
  const may = useMay();
  const [seen] = useState({ body, savedAt });
  const [noting, setNoting] = useState(false);
  const read = useRead("treatments", "treatments.obstacles", { id: treatment.id });
  return (
    <Modal open width={640} style={{ top: 48 }} title={t("signing.title", { procedure: treatment.procedure.name })} footer={null} data-testid="sign-dialog" onCancel={onClose}>
      <Summary treatment={treatment} body={seen.body} stand={stand} />
      <Loaded read={read} rows={2}>
        {(obstacles) => (
          <SignForm
            treatment={treatment}
            savedAt={seen.savedAt}
            doctor={seen.body.doctor}
            obstacles={obstacles}
            onConsent={may("note_consents") ? () => { setNoting(true); } : undefined}
            askAgain={() => read.refetch().then(({ data }) => data ?? [])}
            onClose={onClose}
            onGo={onGo}
            onSigned={onSigned}
          />
        )}
      </Loaded>
      {noting && (
        <NoteConsent
          client={treatment.client}
          procedure={treatment.procedure.id}
          doctor={seen.body.doctor}
          onClose={() => { setNoting(false); }}
          onDone={() => {
            setNoting(false);
            void read.refetch();
          }}
        />
      )}
    </Modal>
  );
}

interface SignFormProps extends Pick<SignDialogProps, "treatment" | "savedAt" | "onClose" | "onGo" | "onSigned"> {
  doctor: string | null;
  obstacles: readonly Obstacle[];
  onConsent: (() => void) | undefined;
  askAgain: () => Promise<readonly Obstacle[]>;
}

function SignForm({ treatment: { id }, savedAt, doctor, obstacles, onConsent, askAgain, onClose, onGo, onSigned }: SignFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { me } = useSession();
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<string | null>(null);
  const key = `${me.staffId} sign ${id}`;
  const kinds = kindsOf(obstacles);
  const toMend = kinds.filter(({ overridable }) => !overridable);
  const toReason = kinds.filter(({ overridable }) => overridable);
  const blocked = toMend.length > 0;
  const sign = useWrite("treatments.sign", {
    form,
    fields: signerPaths,
    onFailure: (reason) => {
      emptyRefusedPin(reason, form);
      const failure = toFailure(reason);
      if (failure?.code === "changed_meanwhile") setProblem(t("signing.changed"));
      else if (failure?.code === "signature_forbidden") {
        // Something came between the asking and the PIN: it is asked again, and stands in the list.
        setProblem(t("signing.newObstacle", { what: obstacleWords(t, failure.params["obstacle"] ?? "", failure.params["about"] ?? "") }));
        void askAgain();
      } else return false;
      return true;
    },
  });
  const run = async ({ reasons = {}, signer }: Values) => {
    if (sign.pending) return;
    setProblem(null);
    const overrides = toReason.map(({ code }) => ({ code, reason: reasons[code] ?? "" }));
    const done = await sign.run({ input: { id, savedAt, overrides }, signer });
    if (!done) return;
    forget(key);
    const { prescriptionNumber } = done.output;
    message.success(prescriptionNumber === null ? t("signing.done") : t("signing.doneNumbered", { number: prescriptionNumber }));
    onSigned(done.output);
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ focus: true, block: "nearest" }}
      initialValues={kept(key)}
      onValuesChange={(_, typed) => { keep(key, { reasons: typed.reasons }); }}
      onFinish={(values) => void run(values)}
    >
      {blocked && <ToMend kinds={toMend} onGo={onGo} />}
      {toReason.length > 0 && <ToReason kinds={toReason} asked={!blocked} onConsent={onConsent} onGo={onGo} />}
      {!blocked && <SignerFields doctor={doctor} autoFocus={toReason.length === 0} />}
      {problem !== null && <p role="alert" className={`danger ${styles.problem ?? ""}`} data-testid="sign-problem">{problem}</p>}
      <div className={styles.foot}>
        <span className="quiet">{!blocked && t("signing.what")}</span>
        <Button data-testid="sign-close" onClick={onClose}>{t("signing.close")}</Button>
        {!blocked && <Button type="primary" htmlType="submit" loading={sign.pending} data-testid="sign-ok">{t("signing.submit")}</Button>}
      </div>
    </Form>
  );
}
