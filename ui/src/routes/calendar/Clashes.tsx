/** What the appointment would clash with, in words, before it is saved; and the reason to go on. */
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Clash } from "../../api/generated";
import { useFormat } from "../../components/format";
import styles from "./calendar.module.css";

export function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = ({ over, name, startsAt, endsAt }: Clash) => t(`calendar.clash.${over}`, { name, time: startsAt === null || endsAt === null ? "" : `${format.time(startsAt)}–${format.time(endsAt)}` });
  return (
    <div className={styles.clashes} role="status" data-testid="appointment-clashes">
      <span className={styles.clashTitle}>{t("calendar.form.clashes")}</span>
      <ul>
        {clashes.map((clash, index) => <li key={index} data-over={clash.over}>{words(clash)}</li>)}
      </ul>
      <Form.Item name="clashReason" label={t("calendar.form.clashReason")} rules={[{ required: true, whitespace: true, message: t("errors.reason_required.message") }]} style={{ marginBottom: 0 }}>
        <Input maxLength={200} placeholder={t("calendar.form.clashReasonHint")} data-testid="appointment-clash-reason" />
      </Form.Item>
    </div>
  );
}
