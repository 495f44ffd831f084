/** How many points the client has, and what of them ends first; the statement in a drawer. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientId, Points } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { Loaded } from "../../../components/States";
import { grouped } from "../../../components/format";
import { Part } from "../../clients/Part";
import { MoreButton } from "../client/MoreButton";
import { PointsDrawer } from "./PointsDrawer";
import styles from "./points.module.css";
import { nextToEnd } from "./words";

export function PointsPart({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const read = useRead("money", "points.of_client", { client });
  const title = t("billing.points.title");
  return (
    <Part title={title} testId="client-points" action={<MoreButton words={t("billing.points.all")} label={title} testId="client-points-all" onOpen={() => { setAll(true); }} />}>
      <Loaded read={read} rows={1}>{(points) => <Held points={points} />}</Loaded>
      {all && <PointsDrawer client={client} onClose={() => { setAll(false); }} />}
    </Part>
  );
}

function Held({ points }: { points: Points }) {
  const { t } = useTranslation();
  const { balance, lines } = points;
  const next = nextToEnd(points);
  if (lines.length === 0) return <p className="quiet">{t("billing.points.none")}</p>;
  return (
    <div>
      <p className={`${styles.balance ?? ""} ${balance < 0 ? "danger" : ""}`} data-testid="client-points-balance">{t("billing.points.unit", { points: grouped(balance) })}</p>
      {balance < 0 && <p className="danger" data-testid="client-points-overdrawn">{t("billing.points.overdrawn")}</p>}
      {next && <p className="quiet" data-testid="client-points-next">{t("billing.points.next", { points: grouped(next.points), day: next.day })}</p>}
    </div>
  );
}
