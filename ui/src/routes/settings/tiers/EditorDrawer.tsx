/** The owner's rules, edited: first what is typed, then what it would change. Esc goes back one step and keeps what was typed. */
import { App } from "antd";
import { type CSSProperties, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TierRules, TierScheme } from "../../../api/generated";
import { Drawer } from "../../../components/dialogs";
import { Editor } from "./Editor";
import type { Looked } from "./useWriting";

interface EditorDrawerProps {
  /** What the form begins with. */
  rules: TierRules;
  takesEffectOn: string;
  /** What has not begun yet; null for nothing. */
  planned: TierScheme | null;
  onClose: () => void;
}

/** Each step scrolls within, above its foot. */
const drawerBody: CSSProperties = { display: "flex", flexDirection: "column", padding: 0, overflow: "hidden" };

export function EditorDrawer({ rules, takesEffectOn, planned, onClose }: EditorDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const typed = useRef(false);
  const [looked, setLooked] = useState<Looked | null>(null);
  const close = () => {
    if (typed.current) message.info(t("common.draft.kept"));
    onClose();
  };
  return (
    <Drawer
      open
      size={880}
      title={t("tierRules.editor.title")}
      destroyOnHidden
      styles={{ body: drawerBody }}
      data-testid="tiers-drawer"
      onClose={(event) => {
        if (looked && "key" in event) setLooked(null);
        else close();
      }}
    >
      <Editor rules={rules} takesEffectOn={takesEffectOn} planned={planned} looked={looked} onLook={setLooked} onTyped={() => { typed.current = true; }} onSaved={onClose} />
    </Drawer>
  );
}
