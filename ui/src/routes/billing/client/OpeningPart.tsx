/** What the client had before this program: shown where there is some, and for the owner the way to enter it. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, OpeningClient } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { money } from "../../../components/format";
import { Part } from "../../clients/Part";
import { OpeningForClient } from "../../settings/openings/OpeningForClient";
import { shortWords } from "../../settings/openings/words";
import { MoreButton } from "./MoreButton";
import styles from "./billing.module.css";

export function OpeningPart({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const mayEnter = useMay()("open_balances");
  const [entering, setEntering] = useState(false);
  const had = useRead("money", "openings.of_client", { client }).data ?? [];
  if (had.length === 0 && !mayEnter) return null;
  const title = t("openings.byHandForm.title");
  return (
    <Part title={title} testId="client-openings" action={mayEnter && <MoreButton words={t("openings.hand")} label={title} testId="client-opening-enter" onOpen={() => { setEntering(true); }} />}>
      {had.length === 0 ? <p className="quiet">{t("openings.none")}</p> : <ul className={styles.lines}>{had.map((one) => <Line key={one.id} one={one} />)}</ul>}
      {entering && <OpeningForClient client={client} onClose={() => { setEntering(false); }} />}
    </Part>
  );
}

function Line({ one }: { one: OpeningClient }) {
  const { t } = useTranslation();
  const { businessDay, tier, lastYear, reversed } = one;
  const year = lastYear > 0 ? t("openings.row.lastYear", { amount: money(lastYear) }) : "";
  const more = [year, tier === "" ? "" : t("openings.row.tier", { tier }), reversed === null ? "" : t("openings.opened.reversed", { reason: reversed })].filter(Boolean).join(" \u00b7 ");
  return (
    <li className={styles.line} data-testid="client-opening">
      <span className={reversed === null ? "" : "quiet"}>{shortWords(t, one)}</span>
      <span className="quiet">{businessDay}</span>
      <span className="quiet">{more}</span>
    </li>
  );
}
