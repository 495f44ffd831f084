/** Says what was done and offers to take it back, instead of asking beforehand. */
import { App, Button } from "antd";
import { Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Hotkey } from "./Hotkey";

export function useUndoToast(): (done: string, undo?: () => void, keys?: string) => void {
  const { message } = App.useApp();
  const { t } = useTranslation();
  return (done, undo, keys) => {
    message.open({
      key: "undo",
      icon: <span />,
      duration: undo ? 8 : 3,
      content: (
        <span data-testid="undo-toast" style={{ display: "inline-flex", alignItems: "center", gap: 12 }}>
          {done}
          {undo && (
            <Button
              size="small"
              type="link"
              icon={<Undo2 aria-hidden size={14} strokeWidth={1.5} />}
              data-testid="undo"
              onClick={() => {
                message.destroy("undo");
                undo();
              }}
            >
              {t("today.undo")} {keys && <Hotkey keys={keys} />}
            </Button>
          )}
        </span>
      ),
    });
  };
}
