/** Which owner says it, and the PIN, as fields of any form: also who is signed in, where that is an owner. */
import { useTranslation } from "react-i18next";
import { useMay, useSession } from "../../../app/session";
import { PersonPin } from "../../../components/PersonPin";
import { useDirectory } from "../../../components/directory";

interface OwnerFieldsProps {
  /** The PIN is the first thing to type. */
  autoFocus?: boolean;
}

export function OwnerFields({ autoFocus = false }: OwnerFieldsProps) {
  const { t } = useTranslation();
  const { me } = useSession();
  const mine = useMay()("open_balances");
  const owners = useDirectory().staff.filter(({ id, active, roles }) => active && roles.includes("owner") && id !== me.staffId);
  return (
    <PersonPin
      people={[...(mine ? [{ id: me.staffId, name: me.name }] : []), ...owners.map(({ id, name }) => ({ id, name }))]}
      proposed={mine ? me.staffId : undefined}
      title={t("openings.owner.title")}
      hint={t("openings.owner.hint")}
      labels={{ person: t("openings.owner.person"), choose: t("openings.owner.choose"), pin: t("openings.owner.pin") }}
      testIds={{ group: "openings-owner", person: "openings-person", pin: "openings-pin" }}
      autoFocus={autoFocus && mine}
    />
  );
}
