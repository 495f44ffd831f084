/** One client's opening balances, entered by hand: a drawer that asks before it lets go what was typed. */
import { Button } from "antd";
import { type CSSProperties, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId } from "../../../api/generated";
import { Drawer, Modal } from "../../../components/dialogs";
import { HandForm } from "./HandForm";
import styles from "./openings.module.css";

interface OpeningForClientProps {
  client: ClientId;
  /** Where it does not stand beneath anyway. */
  name?: string;
  onClose: () => void;
}

/** The form scrolls within, above its foot. */
const drawerBody: CSSProperties = { display: "flex", flexDirection: "column", padding: 0, overflow: "hidden" };

export function OpeningForClient({ client, name, onClose }: OpeningForClientProps) {
  const { t } = useTranslation();
  const typed = useRef(false);
  const [leaving, setLeaving] = useState(false);
  const close = () => {
    if (typed.current) setLeaving(true);
    else onClose();
  };
  return (
    <Drawer open size={880} title={name === undefined ? t("openings.byHandForm.title") : t("openings.byHandForm.titleOf", { name })} destroyOnHidden styles={{ body: drawerBody }} data-testid="opening-drawer" onClose={close}>
      <HandForm client={client} onTyped={() => { typed.current = true; }} onDone={onClose} />
      {leaving && <Leaving onStay={() => { setLeaving(false); }} onLeave={onClose} />}
    </Drawer>
  );
}

function Leaving({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t("openings.leave.title")} footer={null} data-testid="opening-leaving" onCancel={onStay}>
      <div className={styles.dialog}><p>{t("openings.leave.what")}</p></div>
      <div className={styles.dialogFoot}>
        <Button data-testid="opening-leave" onClick={onLeave}>{t("openings.leave.leave")}</Button>
        <Button type="primary" autoFocus data-testid="opening-stay" onClick={onStay}>{t("openings.leave.stay")}</Button>
      </div>
    </Modal>
  );
}
