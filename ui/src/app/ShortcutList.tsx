/** What `?` opens: the keys that work on the screen one looks at. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Modal } from "../components/dialogs";
import { Hotkey } from "../components/Hotkey";
import styles from "./frame.module.css";
import { useShortcut, useShortcuts } from "./shortcuts";

export function ShortcutList() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const shortcuts = useShortcuts();
  useShortcut("?", t("frame.keys"), () => { setOpen(true); });
  const shown = shortcuts.filter(({ options, description }) => options.when !== false && !options.onCover && description !== "");
  return (
    <>
      <button type="button" className={styles.link} data-testid="shortcuts" onClick={() => { setOpen(true); }}>
        {t("frame.keys")} ?
      </button>
      <Modal open={open} title={t("frame.keysTitle")} footer={null} width={520} onCancel={() => { setOpen(false); }}>
        <dl style={{ display: "grid", gridTemplateColumns: "120px 1fr", gap: "8px 16px", margin: "16px 0 8px" }}>
          {shown.map(({ keys, description }) => (
            <div key={`${keys}${description}`} style={{ display: "contents" }}>
              <dt><Hotkey keys={keys} /></dt>
              <dd style={{ margin: 0 }}>{description}</dd>
            </div>
          ))}
        </dl>
      </Modal>
    </>
  );
}
