/** A screen's inside: a small title with what it offers at the right, and the content in one column. */
import type { ReactNode } from "react";

interface PageProps {
  title: ReactNode;
  hint?: ReactNode;
  actions?: ReactNode;
  /** Fills the height (a list); otherwise the page scrolls. */
  fill?: boolean;
  children: ReactNode;
}

export function Page({ title, hint, actions, fill = false, children }: PageProps) {
  return (
    <div style={{ height: fill ? "100%" : undefined, minHeight: 0, display: "flex", flexDirection: "column", gap: 16, padding: "16px 24px 24px" }}>
      <header style={{ display: "flex", alignItems: "center", gap: 16, minHeight: 32 }}>
        <h1 style={{ fontSize: 16, lineHeight: "24px", fontWeight: 600 }}>{title}</h1>
        {hint && <span className="quiet">{hint}</span>}
        <span style={{ flex: 1 }} />
        {actions}
      </header>
      <div style={{ flex: 1, minHeight: 0 }}>{children}</div>
    </div>
  );
}
