/** What can be done about an overdraft: made good by the clinic, or, where a debt was paid twice, given back at its sale. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { Overdraft } from "../../../api/generated";
import type { From } from "../../checkout/places";
import styles from "../compliance.module.css";
import { SettleOverdraft } from "./SettleOverdraft";
import { overdraftPath } from "./overdrafts";

export function OverdraftAct({ overdraft }: { overdraft: Overdraft }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [settling, setSettling] = useState(false);
  const { of } = overdraft;
  if (of.kind === "debt") return <Button size="small" className={styles.see ?? ""} data-testid="overdraft-give-back" onClick={() => void navigate(overdraftPath(overdraft), { state: { from: pathname } satisfies From })}>{t("compliance.overdraft.giveBack")}</Button>;
  return (
    <>
      <Button size="small" className={styles.see ?? ""} data-testid="overdraft-settle" onClick={() => { setSettling(true); }}>{t("compliance.overdraft.settle")}</Button>
      {settling && <SettleOverdraft overdraft={overdraft} of={of} onClose={() => { setSettling(false); }} />}
    </>
  );
}
