/** The four steps of making a clinic. A refusal leads back to the step whose field it names. */
import { Steps } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call";
import { toFailure } from "../../api/failure";
import type { ProtectionInput } from "../../api/generated";
import { useShowFailure } from "../../api/hooks";
import { keepLogo } from "../../app/firstLogo";
import { Gate } from "../../components/Gate";
import { ClinicStep } from "./ClinicStep";
import { OwnerStep } from "./OwnerStep";
import { ProtectionStep } from "./ProtectionStep";
import { RecoveryCode } from "../../components/RecoveryCode";
import { type Draft, emptyDraft } from "./draft";
import styles from "../../components/setup.module.css";

const steps = ["clinic", "owner", "protection", "recovery"] as const;

function stepOf(field: string | null | undefined): number {
  if (!field) return 2;
  if (/passphrase|protection/i.test(field)) return 2;
  return /pin|owner/i.test(field) ? 1 : 0;
}

export function MakeClinic({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  const { t } = useTranslation();
  const showFailure = useShowFailure();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [step, setStep] = useState(0);
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const keep = (change: Partial<Draft>, to: number) => {
    setDraft((before) => ({ ...before, ...change }));
    setStep(to);
  };
  const make = async (protection: ProtectionInput) => {
    setBusy(true);
    try {
      const { clinic, ownerName, ownerPin, logo } = draft;
      const made = await call("setup.create_clinic", { clinic, ownerName, ownerPin, protection });
      setCode(made.recoveryCode);
      setStep(3);
      keepLogo(logo);
    } catch (reason) {
      showFailure(reason);
      setStep(stepOf(toFailure(reason)?.field));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Gate title={t(`firstRun.steps.${steps[step] ?? "clinic"}`)} hint={t(`firstRun.hints.${steps[step] ?? "clinic"}`)} width={600} tight>
      <Steps size="small" current={step} titlePlacement="vertical" items={steps.map((name) => ({ title: t(`firstRun.steps.${name}`) }))} />
      <div className={styles.sheet}>
        {step === 0 && <ClinicStep draft={draft} onBack={onBack} onNext={(change) => { keep(change, 1); }} />}
        {step === 1 && <OwnerStep draft={draft} onBack={(change) => { keep(change, 0); }} onNext={(change) => { keep(change, 2); }} />}
        {step === 2 && <ProtectionStep draft={draft} busy={busy} onBack={() => { setStep(1); }} onMake={(protection) => void make(protection)} />}
        {step === 3 && code !== null && <RecoveryCode code={code} onDone={onDone} />}
      </div>
    </Gate>
  );
}
