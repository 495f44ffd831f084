/** What stands where there is nothing to show: nothing yet, not yet, and it went wrong. */
import { Button, Skeleton, theme } from "antd";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { wordsFor } from "../api/failure";

interface EmptyProps {
  icon?: LucideIcon;
  /** What would fill it. */
  title: string;
  hint?: string;
  /** Offers that. */
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, hint, action }: EmptyProps) {
  const { token } = theme.useToken();
  return (
    <div data-testid="empty" style={{ display: "grid", justifyItems: "center", gap: 8, padding: "64px 24px", textAlign: "center" }}>
      {Icon && <Icon aria-hidden size={28} strokeWidth={1.25} color={token.colorPrimary} />}
      <p style={{ fontSize: 16, lineHeight: "24px" }}>{title}</p>
      {hint && <p className="quiet" style={{ maxWidth: 420 }}>{hint}</p>}
      {action && <div style={{ marginTop: 8 }}>{action}</div>}
    </div>
  );
}

export function ErrorState({ reason, retry }: { reason: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const { message, remedy } = wordsFor(t, reason);
  return (
    <div role="alert" data-testid="error" style={{ display: "grid", justifyItems: "center", gap: 8, padding: "64px 24px", textAlign: "center" }}>
      <p style={{ fontSize: 16, lineHeight: "24px" }}>{message}</p>
      <p className="quiet" style={{ maxWidth: 420 }}>{remedy}</p>
      {retry && (
        <Button onClick={retry} data-testid="retry" style={{ marginTop: 8 }}>
          {t("common.retry")}
        </Button>
      )}
    </div>
  );
}

/** Grey lines of the height of the rows to come; shown only after a moment, so that quick reads do not flash. */
export function LoadingRows({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} className="late">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} style={{ height, display: "flex", alignItems: "center", padding: "0 16px" }}>
          <Skeleton.Input active={false} size="small" block style={{ height: 12, opacity: 1 - index / (rows + 2) }} />
        </div>
      ))}
    </div>
  );
}

interface ReadLike<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** The usual three faces of a read. */
export function Loaded<T>({ read, children, rows }: { read: ReadLike<T>; children: (data: T) => ReactNode; rows?: number }) {
  if (read.data !== undefined) return <>{children(read.data)}</>;
  if (read.isPending) return <LoadingRows {...(rows === undefined ? {} : { rows })} />;
  return <ErrorState reason={read.error} retry={() => void read.refetch()} />;
}
