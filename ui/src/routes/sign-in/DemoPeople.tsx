/** In the demo clinic: who there is, and with which PIN. */
import { useTranslation } from "react-i18next";
import type { DeskState } from "../../api/generated";

export function DemoPeople({ desk }: { desk: DeskState }) {
  const { t } = useTranslation();
  if (!desk.demo) return null;
  return (
    <>
      <span>{t("signIn.demo")}</span>
      <span>
        {t("signIn.demoPassphrase")} <b>{desk.demo.passphrase}</b>
      </span>
      {desk.demo.people.map(({ name, pin, roles }) => (
        <span key={name} data-testid="demo-person">
          {name} {roles.map((role) => t(`common.role.${role}`)).join(" · ")} <b>{pin}</b>
        </span>
      ))}
    </>
  );
}
