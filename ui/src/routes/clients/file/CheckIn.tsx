/** Checks a walk-in in, or says where in the clinic the client is now, and what to know of them. */
import { Button } from "antd";
import { DoorOpen } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead, useWrite } from "../../../api/hooks";
import type { CheckedIn, ClientFile } from "../../../api/generated";
import { useMay, useSession } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { useFormat } from "../../../components/format";
import { useUndoToast } from "../../../components/undoToast";
import { ArrivalAlerts } from "../../today/ArrivalAlerts";
import { rememberDone } from "../../today/undoLog";
import { stepWord } from "../../today/words";
import styles from "../clients.module.css";

export function CheckIn({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  const may = useMay();
  const { me } = useSession();
  const navigate = useNavigate();
  const format = useFormat();
  const toast = useUndoToast();
  const board = useRead("visits", "visits.board", {}, { enabled: may("see_board") });
  const checkIn = useWrite("visits.check_in");
  const undo = useWrite("visits.undo_check_in", { done: t("clients.checkInUndone") });
  const [arrival, setArrival] = useState<CheckedIn | null>(null);
  const card = board.data?.visits.find((visit) => visit.client.id === file.id && visit.leftAt === null);
  const possible = may("run_visits") && board.isSuccess && !card;

  const run = async () => {
    if (!possible || checkIn.pending) return;
    const done = await checkIn.run({ client: file.id, appointment: null, doctor: null, procedure: null });
    if (!done) return;
    setArrival(done.output);
    const { visit } = done.output;
    rememberDone({ by: me.staffId, visit, name: file.name, how: "check_in" });
    toast(t("clients.checkedIn", { name: file.name }), () => void undo.run({ visit }));
  };
  useShortcut("I", t("clients.checkIn"), () => void run(), { when: possible });

  if (!card) {
    // The height is kept while the board is asked, so that nothing jumps.
    if (!may("run_visits")) return null;
    return (
      <Button type="primary" size="large" block icon={<DoorOpen size={18} strokeWidth={1.5} />} disabled={!possible} loading={checkIn.pending} data-testid="client-check-in" onClick={() => void run()}>
        {t("clients.checkIn")} <Hotkey keys="I" />
      </Button>
    );
  }
  const alerts = card.alerts.length > 0 || arrival?.visit !== card.id ? card.alerts : arrival.alerts;
  return (
    <section className={styles.card} data-testid="client-in-house" aria-live="polite">
      <div>
        <b>{t("clients.inHouse", { step: stepWord(t, card.step) })}</b> <span className="quiet">{t("clients.arrivedAt", { time: format.time(card.arrivedAt) })}</span>
      </div>
      {alerts.length > 0 && <ArrivalAlerts alerts={alerts} client={file.id} />}
      <div style={{ display: "flex", flexWrap: "wrap", gap: 8 }}>
        <Button size="small" data-testid="client-to-board" onClick={() => void navigate(`/today?visit=${card.id}`)}>{t("clients.toBoard")}</Button>
        {card.step === board.data?.steps[0] && may("run_visits") && (
          <Button size="small" type="text" loading={undo.pending} data-testid="client-undo-check-in" onClick={() => void undo.run({ visit: card.id })}>{t("clients.undoCheckIn")}</Button>
        )}
      </div>
    </section>
  );
}
