/** A key as it stands on the keyboard, beside what it does. */
import { theme } from "antd";

export function Hotkey({ keys }: { keys: string }) {
  const { token } = theme.useToken();
  return (
    <kbd
      style={{
        font: `500 11px/16px ${token.fontFamily}`,
        padding: "0 5px",
        border: `1px solid ${token.colorBorder}`,
        borderRadius: 4,
        color: token.colorTextSecondary,
        background: token.colorBgContainer,
        whiteSpace: "nowrap",
      }}
    >
      {keys.replaceAll("+", " ")}
    </kbd>
  );
}
