/** The sessions that are left, what ends first before the others, each of which opens; all of them with what was paid, in a drawer. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, Entitlement, EntitlementId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { Loaded } from "../../../components/States";
import { Part } from "../../clients/Part";
import { EntitlementDrawer } from "../entitlement/EntitlementDrawer";
import { endWords, goneWords, leftWords } from "../entitlements";
import { AllEntitlements } from "./AllEntitlements";
import { MoreButton } from "./MoreButton";
import styles from "./billing.module.css";

export function EntitlementsPart({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const read = useRead("money", "entitlements.of_client", { client, all: false });
  const title = t("billing.entitlements.title");
  return (
    <Part title={title} testId="client-entitlements" action={<MoreButton words={t("billing.all")} label={title} testId="client-entitlements-all" onOpen={() => { setAll(true); }} />}>
      <Loaded read={read} rows={1}>{(left) => <EntitlementLines left={left} />}</Loaded>
      {all && <AllEntitlements client={client} onClose={() => { setAll(false); }} />}
    </Part>
  );
}

export function EntitlementLines({ left }: { left: readonly Entitlement[] }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<EntitlementId | null>(null);
  return (
    <>
      {left.length === 0 ? <p className="quiet">{t("billing.entitlements.none")}</p> : <ul className={styles.lines}>{left.map((one) => <li key={one.id}><Line one={one} onOpen={() => { setOpened(one.id); }} /></li>)}</ul>}
      {opened !== null && <EntitlementDrawer id={opened} onClose={() => { setOpened(null); }} />}
    </>
  );
}

function Line({ one, onOpen }: { one: Entitlement; onOpen: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.line} data-testid="client-entitlement" onClick={onOpen}>
      <span className={styles.name}>{one.name} {one.gift && <span className={styles.gift}>{t("billing.gift")}</span>}</span>
      <span className={one.left < 0 ? "danger" : styles.amount}>{leftWords(t, one)}</span>
      <span className="quiet">{[one.cardName, goneWords(t, one), endWords(t, one)].filter(Boolean).join(" \u00b7 ")}</span>
    </button>
  );
}
