import { useQuery } from "@tanstack/react-query";
import { Button, Form, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/call";
import type { ProtectionInput } from "../../api/generated";
import { type NewPassphrase, NewPassphraseFields } from "../../components/NewPassphraseFields";
import type { Draft } from "./draft";
import styles from "../../components/setup.module.css";

interface ProtectionStepProps {
  draft: Draft;
  busy: boolean;
  onBack: () => void;
  onMake: (protection: ProtectionInput) => void;
}

export function ProtectionStep({ draft, busy, onBack, onMake }: ProtectionStepProps) {
  const { t } = useTranslation();
  const [kind, setKind] = useState(draft.protection);
  const keyring = useQuery({ queryKey: ["setup.keyring_available"], queryFn: () => call("setup.keyring_available", {}) });
  return (
    <Form<NewPassphrase>
      layout="vertical"
      requiredMark={false}
      onFinish={({ passphrase }) => { onMake(kind === "keyring" ? { kind } : { kind, passphrase }); }}
    >
      <Radio.Group
        value={kind}
        onChange={(event) => { setKind(event.target.value as Draft["protection"]); }}
        style={{ display: "grid", gap: 12, marginBottom: 20 }}
        options={[
          { value: "passphrase", label: <Choice title={t("firstRun.byPassphrase")} hint={t("firstRun.byPassphraseHint")} testId="protect-passphrase" /> },
          {
            value: "keyring",
            disabled: keyring.data !== true,
            label: <Choice title={t("firstRun.byKeyring")} hint={keyring.data === false ? t("firstRun.noKeyring") : t("firstRun.byKeyringHint")} testId="protect-keyring" />,
          },
        ]}
      />
      {kind === "passphrase" && <NewPassphraseFields autoFocus />}
      <div className={styles.buttons}>
        <Button data-testid="back" disabled={busy} onClick={onBack}>{t("common.back")}</Button>
        <Button type="primary" htmlType="submit" loading={busy} data-testid="next">{t("firstRun.createIt")}</Button>
      </div>
    </Form>
  );
}

function Choice({ title, hint, testId }: { title: string; hint: string; testId: string }) {
  return (
    <span data-testid={testId}>
      <span style={{ display: "block", fontWeight: 500 }}>{title}</span>
      <span className="quiet" style={{ display: "block" }}>{hint}</span>
    </span>
  );
}
