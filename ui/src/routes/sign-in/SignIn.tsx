/**
 * Who works here now: the people as cards, then the PIN. Over a locked frame it asks for the PIN of the
 * person who locked it; F2, or "someone else", offers the others, and Esc leads back.
 */
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../api/hooks";
import type { DeskState, Me, Person } from "../../api/generated";
import { useShortcut } from "../../app/shortcuts";
import { personOffered, personWanted } from "../../app/switching";
import { Gate } from "../../components/Gate";
import { Loaded } from "../../components/States";
import { DemoPeople } from "./DemoPeople";
import { People } from "./People";
import { PinStep } from "./PinStep";

interface SignInProps {
  desk: DeskState;
  /** The person whose work waits beneath. */
  lockedBy?: Me;
}

export function SignIn({ desk, lockedBy }: SignInProps) {
  const { t } = useTranslation();
  const owner: Person | null = lockedBy ?? null;
  const [chosen, setChosen] = useState<Person | null>(() => (personWanted() ? null : owner));
  const people = useRead("staff", "session.people", {}, { enabled: chosen === null });
  const onCover = lockedBy !== undefined;
  // Esc from the list goes back to the lock; from a chosen person to the list.
  const back = () => { setChosen(chosen === null ? owner : chosen.staffId === owner?.staffId ? chosen : null); };

  useEffect(personOffered, []);
  useShortcut("F2", t("signIn.others"), () => { setChosen(null); }, { onCover });
  useShortcut("Escape", t("common.back"), back, { onCover, inFields: true });

  const demo = <DemoPeople desk={desk} />;
  if (chosen) {
    const unlocks = chosen.staffId === lockedBy?.staffId;
    return (
      <Gate title={chosen.name} hint={unlocks ? t("signIn.locked") : chosen.roles.map((role) => t(`common.role.${role}`)).join(" · ")} demo={desk.demo} demoContent={demo}>
        <PinStep key={chosen.staffId} person={chosen} unlocks={unlocks} onOther={() => { setChosen(null); }} />
      </Gate>
    );
  }
  return (
    <Gate title={desk.clinic?.name ?? t("common.appName")} hint={t("signIn.who")} width={720} demo={desk.demo} demoContent={demo}>
      <Loaded read={people}>{(all) => <People people={all} onChoose={setChosen} />}</Loaded>
    </Gate>
  );
}
