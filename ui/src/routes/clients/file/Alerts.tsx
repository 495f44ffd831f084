/** Allergies and contraindications in words, the severe first; those that ended one line further. */
import { Button, Form, Input } from "antd";
import { Plus, TriangleAlert } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead, useWrite } from "../../../api/hooks";
import type { ClientAlert } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { Modal } from "../../../components/dialogs";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { Part } from "../Part";
import styles from "../clients.module.css";
import { AddAlert } from "./AddAlert";

export function Alerts({ client }: { client: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const health = useRead("clients", "clients.health", { client });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<ClientAlert | null>(null);
  return (
    <Part
      title={t("clients.alerts")}
      testId="client-alerts"
      action={
        may("edit_health") && (
          <Button type="text" size="small" icon={<Plus size={14} strokeWidth={1.5} />} data-testid="client-alert-add" onClick={() => { setAdding(true); }}>{t("clients.addAlert")}</Button>
        )
      }
    >
      <Loaded read={health} rows={1}>
        {({ alerts }) => {
          const held = alerts.filter((alert) => alert.endedAt === null);
          const ended = alerts.filter((alert) => alert.endedAt !== null);
          return (
            <>
              {held.length === 0 && <p className="quiet">{t("clients.noAlerts")}</p>}
              {held.map((alert) => <Held key={alert.id} alert={alert} {...(may("edit_health") ? { onEnd: () => { setEnding(alert); } } : {})} />)}
              {ended.length > 0 && <Ended alerts={ended} />}
            </>
          );
        }}
      </Loaded>
      {adding && <AddAlert client={client} onDone={() => { setAdding(false); }} />}
      {ending && <EndAlert alert={ending} onDone={() => { setEnding(null); }} />}
    </Part>
  );
}

function Held({ alert, onEnd }: { alert: ClientAlert; onEnd?: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.alert} data-severity={alert.severity} data-testid="client-alert">
      <TriangleAlert aria-hidden size={20} strokeWidth={1.5} />
      <div>
        <b>{alert.substance}</b>
        <div>{t(`clients.severityOf.${alert.severity}`)} · {t(`clients.alertKind.${alert.kind}`)}</div>
        {alert.reaction !== "" && <div>{alert.reaction}</div>}
        <div className={styles.small}>{t("clients.notedBy", { date: format.dayOf(alert.notedAt), name: alert.notedBy ?? "" })}</div>
      </div>
      {onEnd && <Button type="text" size="small" data-testid="client-alert-end" onClick={onEnd}>{t("clients.endAlert")}</Button>}
    </div>
  );
}

function Ended({ alerts }: { alerts: readonly ClientAlert[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details data-testid="client-alerts-ended">
      <summary className="quiet" style={{ cursor: "pointer" }}>{t("clients.endedAlerts", { count: alerts.length })}</summary>
      <ul className={styles.lines} style={{ marginTop: 8 }}>
        {alerts.map((alert) => (
          <li key={alert.id} className="quiet">
            {t(`clients.alertKind.${alert.kind}`)} · {alert.substance}
            <div className={styles.small}>{t("clients.endedBecause", { date: alert.endedAt === null ? "" : format.dayOf(alert.endedAt), reason: alert.endedReason ?? "" })}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function EndAlert({ alert, onDone }: { alert: ClientAlert; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const end = useWrite("clients.end_alert", { form, done: t("clients.alertEnded") });
  return (
    <Modal
      open
      title={t("clients.endAlertTitle", { substance: alert.substance })}
      okText={t("clients.endAlert")}
      okButtonProps={{ loading: end.pending, "data-testid": "client-alert-end-ok" }}
      onOk={() => { form.submit(); }}
      onCancel={onDone}
    >
      <p style={{ marginBottom: 16 }}>{t("clients.endAlertWhat")}</p>
      <Form<{ reason: string }>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={async ({ reason }) => {
          if (await end.run({ id: alert.id, reason })) onDone();
        }}
      >
        <Form.Item name="reason" label={t("clients.endReason")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input autoFocus maxLength={200} data-testid="client-alert-end-reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
