import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ClinicFields } from "../../components/ClinicFields";
import { LogoPicker } from "../../components/LogoPicker";
import type { ClinicDetails } from "../../api/generated";
import type { Draft } from "./draft";
import styles from "../../components/setup.module.css";

interface ClinicStepProps {
  draft: Draft;
  onBack: () => void;
  onNext: (change: Pick<Draft, "clinic" | "logo">) => void;
}

export function ClinicStep({ draft, onBack, onNext }: ClinicStepProps) {
  const { t } = useTranslation();
  const [logo, setLogo] = useState(draft.logo);
  return (
    <Form<ClinicDetails> layout="vertical" requiredMark={false} initialValues={draft.clinic} scrollToFirstError={{ focus: true }} onFinish={(clinic) => { onNext({ clinic, logo }); }}>
      <ClinicFields autoFocus />
      <LogoPicker value={logo} onChange={setLogo} />
      <div className={styles.buttons}>
        <Button data-testid="back" onClick={onBack}>{t("common.back")}</Button>
        <Button type="primary" htmlType="submit" data-testid="next">{t("firstRun.toOwner")}</Button>
      </div>
    </Form>
  );
}
