/** A seal as it was signed for, compared with what is there now. */
import { Button, Typography } from "antd";
import { useTranslation } from "react-i18next";
import type { Seal } from "../../api/generated";
import { Modal } from "../../components/dialogs";
import { useFormat } from "../../components/format";
import { PartsTable } from "./PartsTable";
import styles from "./seals.module.css";

export function SealShown({ seal: { manifest, sha256, whole, broken }, onClose }: { seal: Seal; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Modal open width="min(1080px, 92vw)" style={{ top: 32 }} title={t("seals.shownTitle", { client: manifest.client.name, when: format.moment(manifest.at) })} footer={<Button type="primary" onClick={onClose}>{t("seals.close")}</Button>} onCancel={onClose}>
      <div className={styles.shown} data-testid="seal-shown">
        <p className={whole ? "" : "danger"} role="status" data-testid="seal-verdict">{t(whole ? "seals.wholeLong" : "seals.brokenLong", { count: broken.length })}</p>
        <dl className={styles.facts}>
          <dt>{t("seals.reason")}</dt><dd>{manifest.reason}</dd>
          <dt>{t("seals.party")}</dt><dd>{manifest.party} <span className="quiet">{manifest.partyRelation}</span></dd>
          <dt>{t("seals.by")}</dt><dd>{manifest.by}{t("common.listGap")}{manifest.witness}</dd>
          <dt>{t("seals.hash")}</dt><dd className={styles.hash}><Typography.Text copyable>{sha256}</Typography.Text></dd>
        </dl>
        <PartsTable parts={manifest.parts} broken={broken} />
      </div>
    </Modal>
  );
}
