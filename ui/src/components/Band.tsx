/** A line across the window that must not be overlooked and does not shout: this clinic is made up. */
import { theme } from "antd";
import type { ReactNode } from "react";

export function Band({ children }: { children: ReactNode }) {
  const { token } = theme.useToken();
  return (
    <div
      role="note"
      data-testid="demo-band"
      style={{
        display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "center", gap: "4px 16px", padding: "3px 16px", fontSize: 12,
        background: token.colorWarningBg, color: token.colorWarning, borderBottom: `1px solid ${token.colorBorderSecondary}`,
      }}
    >
      {children}
    </div>
  );
}
