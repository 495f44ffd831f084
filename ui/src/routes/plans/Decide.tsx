/** What a doctor can do with a plan, and who proposed it: approve, change, send back, let go. */
import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Plan, PlanVersion } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Hotkey } from "../../components/Hotkey";
import { useShortcut } from "../../app/shortcuts";
import styles from "./plans.module.css";
import { useOwnSpecialties } from "./useOwnSpecialties";
import { specialtiesWords, usePlanFailure } from "./words";

export function Decide({ plan, version, onEdit }: { plan: Plan; version: PlanVersion; onEdit: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = useMay();
  const onFailure = usePlanFailure();
  const decide = useWrite("plans.decide", { onFailure });
  const close = useWrite("plans.close", { done: t("plans.closed") });
  const [asks, setAsks] = useState<"back" | "close" | null>(null);
  const [reason, setReason] = useState("");
  const held = useOwnSpecialties();
  const mayApprove = may("approve_plans");
  const asked = version.lines.map(({ specialty }) => specialty);
  const own = plan.missing.filter((specialty) => held.includes(specialty));
  const registered = asked.some((specialty) => held.includes(specialty));
  // Who approved their part has nothing more to approve; who may approve none of it is told so.
  const waits = plan.missing.length > 0 && (own.length > 0 || !registered);
  const mayDraft = may("draft_plans");
  const approve = () => void decide.run({ version: version.id, approve: true, reason: "" });
  useShortcut("Ctrl+Enter", t("plans.approve"), approve, { when: mayApprove && waits && asks === null, inDialog: true });

  if (asks !== null) {
    const pending = asks === "back" ? decide.pending : close.pending;
    const act = async () => {
      if (reason.trim() === "" || pending) return;
      const done = asks === "back" ? await decide.run({ version: version.id, approve: false, reason }) : await close.run({ id: plan.id, reason });
      if (!done) return;
      if (asks === "back") message.success(t("plans.sentBack"));
      setAsks(null);
      setReason("");
    };
    const label = t(asks === "back" ? "plans.sendBackReason" : "plans.closeReason");
    return (
      <div className={styles.reason}>
        <Input
          autoFocus
          value={reason}
          maxLength={200}
          placeholder={asks === "back" ? t("plans.sendBackHint") : label}
          aria-label={label}
          data-testid="plan-reason"
          onChange={(event) => { setReason(event.target.value); }}
          onPressEnter={(event) => { if (!event.nativeEvent.isComposing) void act(); }}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
            // Back one step, with the words kept: the plan stays open.
            event.stopPropagation();
            event.nativeEvent.stopImmediatePropagation();
            setAsks(null);
          }}
        />
        <Button type="primary" danger={asks === "close"} disabled={reason.trim() === ""} loading={pending} data-testid="plan-reason-ok" onClick={() => void act()}>{t(asks === "back" ? "plans.sendBack" : "plans.closePlan")}</Button>
        <Button type="text" onClick={() => { setAsks(null); }}>{t("common.back")}</Button>
      </div>
    );
  }
  return (
    <div className={styles.foot}>
      {mayApprove && waits && !registered && <p className={`quiet ${styles.why ?? ""}`} data-testid="plan-not-registered">{t("plans.notRegisteredHere", { specialties: specialtiesWords(t, plan.missing) })}</p>}
      {mayApprove && waits && (
        <Button type={registered ? "primary" : "default"} loading={decide.pending} data-testid="plan-approve" onClick={approve}>
          {own.length > 0 && own.length < plan.missing.length ? t("plans.approveOf", { specialties: specialtiesWords(t, own) }) : t("plans.approve")} <Hotkey keys="Ctrl+Enter" />
        </Button>
      )}
      {mayDraft && <Button data-testid="plan-change" onClick={onEdit}>{t(mayApprove ? "plans.changeApprove" : "plans.change")}</Button>}
      {mayApprove && plan.state !== "sent_back" && <Button data-testid="plan-send-back" onClick={() => { setAsks("back"); }}>{t("plans.sendBack")}</Button>}
      <span style={{ flex: 1 }} />
      {mayDraft && <Button type="text" data-testid="plan-close" onClick={() => { setAsks("close"); }}>{t("plans.closePlan")}</Button>}
    </div>
  );
}
