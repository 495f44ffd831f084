/** The page that a client sees: the clinic's logo and name, one thing in the middle, dots, and a quiet way back for the staff. */
import { useQuery } from "@tanstack/react-query";
import { LockKeyhole } from "lucide-react";
import { type ReactNode, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../../api/call";
import { useSession } from "../../app/session";
import { Mark } from "../../components/Mark";
import styles from "./client.module.css";

interface ClientPageProps {
  dots: { at: number; of: number } | null;
  staffOpen: boolean;
  onStaff: () => void;
  children: ReactNode;
}

export function ClientPage({ dots, staffOpen, onStaff, children }: ClientPageProps) {
  const { t } = useTranslation();
  const { clinic } = useSession();
  return (
    <div className={styles.page} data-testid="client-facing">
      <header className={styles.head}>
        {clinic.hasLogo ? <Logo /> : <Mark size={36} />}
        <span>{clinic.name}</span>
        <span className={styles.spring} />
        {!staffOpen && (
          <button type="button" className={styles.staff} data-testid="client-facing-staff" onClick={onStaff}>
            <LockKeyhole aria-hidden size={16} strokeWidth={1.5} /> {t("triage.staff")}
          </button>
        )}
      </header>
      <div className={`${styles.body ?? ""} scrolls`}>{children}</div>
      <footer className={styles.foot}>
        {dots && (
          <div className={styles.dots} role="img" aria-label={t("triage.progress", { at: dots.at + 1, of: dots.of })} data-testid="triage-progress">
            {Array.from({ length: dots.of }, (_, index) => <span key={index} data-done={index <= dots.at ? "" : undefined} />)}
          </div>
        )}
      </footer>
    </div>
  );
}

function Logo() {
  const { clinic } = useSession();
  const logo = useQuery({ queryKey: ["clinic", "clinic.logo"], queryFn: () => download("clinic.logo", {}) });
  const url = useMemo(() => (logo.data ? URL.createObjectURL(new Blob([logo.data])) : null), [logo.data]);
  useEffect(() => () => { if (url) URL.revokeObjectURL(url); }, [url]);
  return url ? <img src={url} alt={clinic.name} style={{ height: 48, maxWidth: 200, objectFit: "contain" }} /> : <Mark size={36} />;
}
