/** The second person, where two must stand behind what is done, as fields of any form. Whoever stood by last is proposed. */
import { useTranslation } from "react-i18next";
import { useSession } from "../app/session";
import { PersonPin } from "./PersonPin";
import { useDirectory } from "./directory";
import { noteWitness, witnessOf } from "./witness";

export function WitnessFields({ hint }: { hint?: string }) {
  const { t } = useTranslation();
  const { me } = useSession();
  const others = useDirectory().staff.filter(({ id, active }) => active && id !== me.staffId);
  const last = witnessOf(me.staffId);
  return (
    <PersonPin
      people={others.map(({ id, name, roles }) => ({ id, name, note: roles.map((role) => t(`common.role.${role}`)).join(" \u00b7 ") }))}
      proposed={others.some(({ id }) => id === last) ? last : undefined}
      title={t("common.witness.title")}
      hint={hint ?? t("common.witness.hint")}
      labels={{ person: t("common.witness.person"), choose: t("common.witness.choose"), pin: t("common.witness.pin") }}
      testIds={{ group: "witness", person: "witness-person", pin: "witness-pin" }}
      onChosen={(id) => { noteWitness(me.staffId, id); }}
    />
  );
}
