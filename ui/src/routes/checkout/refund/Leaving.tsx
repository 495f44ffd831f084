/** A reason was typed and nothing was given back: asked before it is let go. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Modal } from "../../../components/dialogs";
import styles from "./refund.module.css";

export function Leaving({ reason, onStay, onLeave }: { reason: string; onStay: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t("refunds.leave.title")} footer={null} data-testid="refund-leaving" onCancel={onStay}>
      <div className={styles.confirm}><p>{t("refunds.leave.what", { reason })}</p></div>
      <div className={styles.foot}>
        <Button data-testid="refund-leave" onClick={onLeave}>{t("refunds.leave.leave")}</Button>
        <Button type="primary" autoFocus data-testid="refund-stay" onClick={onStay}>{t("refunds.leave.stay")}</Button>
      </div>
    </Modal>
  );
}
