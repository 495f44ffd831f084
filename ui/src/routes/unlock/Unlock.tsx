/** The clinic's file is locked: its passphrase opens it, or the recovery code together with a new passphrase. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRefreshDesk } from "../../api/events";
import type { DeskState } from "../../api/generated";
import { Gate } from "../../components/Gate";
import { ByPassphrase } from "./ByPassphrase";
import { ByRecoveryCode } from "./ByRecoveryCode";

export function Unlock({ desk }: { desk: DeskState }) {
  const { t } = useTranslation();
  const refresh = useRefreshDesk();
  const [forgotten, setForgotten] = useState(false);
  const [fill, setFill] = useState<string | null>(null);
  const demo = desk.demo && (
    <>
      <span>{t("unlock.demo")} <b data-testid="demo-passphrase">{desk.demo.passphrase}</b></span>
      {!forgotten && (
        <button type="button" data-testid="fill-in" onClick={() => { setFill(desk.demo?.passphrase ?? null); }} style={{ border: 0, background: "none", padding: 0, textDecoration: "underline", cursor: "pointer" }}>
          {t("unlock.fillIn")}
        </button>
      )}
    </>
  );
  return (
    <Gate title={desk.clinic?.name ?? t("common.appName")} hint={t(forgotten ? "unlock.recoveryHint" : "unlock.hint")} demo={desk.demo} demoContent={demo}>
      {forgotten ? (
        <ByRecoveryCode onBack={() => { setForgotten(false); }} onOpen={refresh} />
      ) : (
        <ByPassphrase key={fill} filled={fill} onForgotten={() => { setForgotten(true); }} onOpen={refresh} />
      )}
    </Gate>
  );
}
