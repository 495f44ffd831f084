import { Button } from "antd";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useWrite } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import type { From } from "../../treatments/places";
import styles from "../compliance.module.css";
import type { MatterRow } from "./matters";

export function MatterItem({ row: { icon: Icon, what, who, when, tone, path, override } }: { row: MatterRow }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const maySee = useMay()("see_overrides");
  const inside = (
    <>
      <Icon aria-hidden size={16} strokeWidth={1.5} />
      <span className={styles.what}>{what}</span>
      <span className={`${styles.when ?? ""} ${tone}`}>{when}</span>
      <span className={`${styles.who ?? ""} quiet`} title={who}>{who}</span>
    </>
  );
  return (
    <li className={styles.item} data-see={override !== undefined && maySee ? "" : undefined} data-testid="matter">
      {path === null
        ? <div className={styles.row}>{inside}</div>
        : <button type="button" className={styles.row} data-row data-testid="matter-open" onClick={() => void navigate(path, { state: { from: pathname } satisfies From })}>{inside}</button>}
      {override !== undefined && maySee && <See id={override} />}
    </li>
  );
}

function See({ id }: { id: string }) {
  const { t } = useTranslation();
  const see = useWrite("overrides.see", { done: t("signing.overrides.seen") });
  return (
    <Button size="small" className={styles.see ?? ""} icon={<Check aria-hidden size={14} strokeWidth={1.75} />} loading={see.pending} data-testid="matter-see" onClick={() => void see.run({ id })}>
      {t("compliance.see")}
    </Button>
  );
}
