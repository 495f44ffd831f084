/** A person by the first character of the name, on a quiet tint. */
import { theme } from "antd";

export function Avatar({ name, size = 32 }: { name: string; size?: number }) {
  const { token } = theme.useToken();
  return (
    <span
      aria-hidden="true"
      style={{
        width: size, height: size, flex: "none", borderRadius: "50%", display: "inline-grid", placeItems: "center",
        background: token.colorPrimaryBg, color: token.colorPrimary, fontSize: Math.round(size * 0.44), fontWeight: 600,
      }}
    >
      {String.fromCodePoint(name.trim().codePointAt(0) ?? 32)}
    </span>
  );
}
