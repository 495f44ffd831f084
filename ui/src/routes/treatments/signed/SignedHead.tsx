/** Whose record of what, signed by whom and when, and whether the text is still the one that was signed. */
import { App, Button } from "antd";
import { ArrowLeft, Copy, Lock, ShieldAlert, ShieldCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { SignedTreatment } from "../../../api/generated";
import { useFormat } from "../../../components/format";
import recordStyles from "../record/record.module.css";
import styles from "./signed.module.css";

export function SignedHead({ signed: { text, withdrawal }, signed, onBack }: { signed: SignedTreatment; onBack: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { client, procedure, level, doctor, assistants, signedAt } = text;
  const standard = procedure.standardName === procedure.name ? "" : procedure.standardName;
  return (
    <>
      <header className={recordStyles.head}>
        <Button type="text" size="small" icon={<ArrowLeft aria-hidden size={14} strokeWidth={1.5} />} data-testid="signed-back" onClick={onBack}>{t("signing.record.back")}</Button>
        <h1 className={recordStyles.title} data-withdrawn={withdrawal ? "" : undefined}>
          <Link to={`/clients/${client.id}`} className={recordStyles.who} data-testid="signed-client">{client.name}</Link>
          <span className={recordStyles.what}>{procedure.name}</span>
        </h1>
        <span className={`quiet ${recordStyles.rest ?? ""}`} title={standard}>
          {[client.memberNumber, standard, t(`common.specialty.${procedure.specialty}`), level === null ? "" : t("signing.record.level", { level })].filter(Boolean).join(" · ")}
        </span>
      </header>
      <div className={styles.proof} data-testid="signed-proof">
        <span className={styles.signature}>
          <Lock aria-hidden size={14} strokeWidth={1.75} />
          <b>{t("signing.record.signedBy", { name: doctor.name, when: format.moment(signedAt) })}</b>
          <span className="quiet">{doctor.practiceNumber === null ? t("signing.record.noPractice") : t("signing.record.practice", { number: doctor.practiceNumber })}</span>
        </span>
        {assistants.length > 0 && <span className="quiet">{t("signing.record.assistants", { names: assistants.map(({ name }) => name).join(t("common.listGap")) })}</span>}
        <Hash signed={signed} />
      </div>
    </>
  );
}

function Hash({ signed: { sha256, whole } }: { signed: SignedTreatment }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = () => {
    void navigator.clipboard.writeText(sha256).then(() => { message.success(t("signing.record.hashCopied")); });
  };
  return (
    <span className={styles.hash}>
      <span className="quiet">{t("signing.record.hash")}</span>
      <code title={sha256}>{`${sha256.slice(0, 8)}\u2026${sha256.slice(-8)}`}</code>
      <Button type="text" size="small" icon={<Copy aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("signing.record.copyHash")} title={t("signing.record.copyHash")} data-testid="signed-copy-hash" onClick={copy} />
      <span className={whole ? styles.good : "danger"} data-testid="signed-whole">
        {whole ? <ShieldCheck aria-hidden size={14} strokeWidth={1.75} /> : <ShieldAlert aria-hidden size={14} strokeWidth={1.75} />} {t(whole ? "signing.record.whole" : "signing.record.changed")}
      </span>
    </span>
  );
}
