/** One thing that needs care: it opens where it is dealt with, and what can be done about it at once stands beside it. */
import { Button } from "antd";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { useWrite } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import type { From } from "../../treatments/places";
import styles from "../compliance.module.css";
import { OverdraftAct } from "./OverdraftAct";
import type { MatterRow } from "./matters";

export function MatterItem({ row: { icon: Icon, what, who, when, tone, path, override, overdraft } }: { row: MatterRow }) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const may = useMay();
  const maySee = override !== undefined && may("see_overrides");
  // A debt that was paid twice is given back, by who may see its sale.
  const mayAct = overdraft !== undefined && may(overdraft.of.kind === "debt" ? "see_money" : "settle_overdrafts");
  const inside = (
    <>
      <Icon aria-hidden size={16} strokeWidth={1.5} />
      <span className={styles.what}>{what}</span>
      <span className={`${styles.when ?? ""} ${tone}`}>{when}</span>
      <span className={`${styles.who ?? ""} quiet`} title={who}>{who}</span>
    </>
  );
  return (
    <li className={styles.item} data-see={maySee ? "" : undefined} data-act={mayAct ? "" : undefined} data-wraps={overdraft === undefined ? undefined : ""} data-testid={overdraft === undefined ? "matter" : "overdraft"}>
      {path === null
        ? <div className={styles.row}>{inside}</div>
        : <button type="button" className={styles.row} data-row data-testid="matter-open" onClick={() => void navigate(path, { state: { from: pathname } satisfies From })}>{inside}</button>}
      {maySee && <See id={override} />}
      {mayAct && <OverdraftAct overdraft={overdraft} />}
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
