/** The program's mark: a mirror on its stand. */
import { theme } from "antd";

export function Mark({ size = 28 }: { size?: number }) {
  const { token } = theme.useToken();
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <circle cx="16" cy="12.5" r="9.25" stroke={token.colorPrimary} strokeWidth="1.6" />
      <path d="M10.6 10.6a6.2 6.2 0 0 1 4.2-4" stroke={token.colorPrimary} strokeWidth="1.4" strokeLinecap="round" />
      <path d="M16 21.75V26M9.5 28.25c2.4-2.6 10.6-2.6 13 0" stroke={token.colorPrimary} strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
