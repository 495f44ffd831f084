/** Drops rules that have not begun: those that hold are written again from today, and where none do, that there are none. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TierScheme } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { Modal } from "../../../components/dialogs";
import { useFormat } from "../../../components/format";
import styles from "./tiers.module.css";

interface CancelPlanProps {
  planned: TierScheme;
  current: TierScheme | null;
  onClose: () => void;
}

export function CancelPlan({ planned, current, onClose }: CancelPlanProps) {
  const { t } = useTranslation();
  const format = useFormat();
  // Drawn once: said twice, it is dropped once.
  const [id] = useState(() => crypto.randomUUID());
  const set = useWrite("tiers.set", { done: t("tierRules.planned.done") });
  const day = planned.takesEffectOn;
  const rules = current?.rules ?? { ...planned.rules, tiers: [] };
  const close = () => { if (!set.pending) onClose(); };
  const drop = async () => {
    if (await set.run({ id, rules, takesEffectOn: format.today() })) onClose();
  };
  return (
    <Modal open title={t("tierRules.planned.title", { day })} footer={null} data-testid="tiers-cancel-dialog" onCancel={close}>
      <p>{t(rules.tiers.length === 0 ? "tierRules.planned.whatNone" : "tierRules.planned.what", { day })}</p>
      <div className={styles.dialogFoot}>
        <Button disabled={set.pending} data-testid="tiers-planned-keep" onClick={close}>{t("tierRules.planned.keep")}</Button>
        <Button type="primary" autoFocus loading={set.pending} data-testid="tiers-planned-cancel-ok" onClick={() => void drop()}>{t("tierRules.planned.cancel")}</Button>
      </div>
    </Modal>
  );
}
