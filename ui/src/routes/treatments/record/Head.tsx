/** Whose record of what, since when; as last time; and what else can be done with it. */
import { Button, Dropdown } from "antd";
import { ArrowLeft, Ellipsis, History } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Treatment } from "../../../api/generated";
import { useFormat } from "../../../components/format";
import styles from "./record.module.css";

interface HeadProps {
  treatment: Treatment;
  writable: boolean;
  filling: boolean;
  onBack: () => void;
  onLastTime: () => void;
  onDiscard: () => void;
}

export function Head({ treatment, writable, filling, onBack, onLastTime, onDiscard }: HeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { client, procedure, createdAt, discardedReason } = treatment;
  const standard = procedure.standardName === procedure.name ? "" : procedure.standardName;
  return (
    <header className={styles.head}>
      {/* Never disabled with the record's fields. */}
      <Button type="text" size="small" disabled={false} icon={<ArrowLeft aria-hidden size={14} strokeWidth={1.5} />} data-testid="treatment-back" onClick={onBack}>{t("treatments.back")}</Button>
      <h1 className={styles.title}>
        <Link to={`/clients/${client.id}`} className={styles.who} data-testid="treatment-client">{client.name}</Link>
        <span className={styles.what}>{procedure.name}</span>
      </h1>
      <span className={`quiet ${styles.rest ?? ""}`} title={standard}>
        {[client.memberNumber, standard, t(`common.specialty.${procedure.specialty}`), t("treatments.startedAt", { when: format.moment(createdAt) })].filter(Boolean).join(" · ")}
      </span>
      {discardedReason !== null && <span className="caution" data-testid="treatment-discarded">{t("treatments.discardedBecause", { reason: discardedReason })}</span>}
      {!writable && discardedReason === null && <span className="quiet">{t("treatments.readOnly")}</span>}
      {writable && (
        <>
          <Button size="small" loading={filling} icon={<History aria-hidden size={14} strokeWidth={1.5} />} title={t("treatments.lastTimeHint")} data-testid="treatment-last-time" onClick={onLastTime}>{t("treatments.lastTime")}</Button>
          <Dropdown
            trigger={["click"]}
            menu={{ items: [{ key: "discard", label: <span data-testid="treatment-discard">{t("treatments.discard")}</span>, danger: true }], onClick: onDiscard }}
          >
            <Button type="text" size="small" icon={<Ellipsis aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("treatments.more")} data-testid="treatment-more" />
          </Dropdown>
        </>
      )}
    </header>
  );
}
