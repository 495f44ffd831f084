/** Moving people between the steps, each move with its way back; U takes back the last one. */
import { App } from "antd";
import { useTranslation } from "react-i18next";
import type { VisitCard } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useSession } from "../../app/session";
import { useUndoToast } from "../../components/undoToast";
import { type Done, forgetOne, lastDoneBy, rememberDone } from "./undoLog";
import { stepWord } from "./words";

export interface VisitSteps {
  moveTo: (card: VisitCard, step: string) => Promise<void>;
  undo: (done: Omit<Done, "by">) => Promise<void>;
  /** The last thing this person did here. */
  undoLast: () => Promise<void>;
  pending: boolean;
}

export function useVisitSteps(): VisitSteps {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { me } = useSession();
  const toast = useUndoToast();
  const move = useWrite("visits.move");
  const undoMove = useWrite("visits.undo_move");
  const undoCheckIn = useWrite("visits.undo_check_in");

  const undo = async (done: Omit<Done, "by">) => {
    forgetOne(done);
    const { run } = done.how === "move" ? undoMove : undoCheckIn;
    if (await run({ visit: done.visit })) toast(t("today.undone", { name: done.name }));
  };
  return {
    pending: move.pending || undoMove.pending || undoCheckIn.pending,
    undo,
    moveTo: async (card, step) => {
      if (card.step === step || move.pending) return;
      const { name } = card.client;
      // Who left comes back by undoing that, not by a step forward.
      if (card.leftAt !== null) {
        await undo({ visit: card.id, name, how: "move" });
        return;
      }
      if (!(await move.run({ visit: card.id, to: step }))) return;
      const done: Done = { by: me.staffId, visit: card.id, name, how: "move" };
      rememberDone(done);
      toast(t("today.moved", { name, step: stepWord(t, step) }), () => void undo(done), "U");
    },
    undoLast: async () => {
      const last = lastDoneBy(me.staffId);
      if (last) await undo(last);
      else message.info({ content: t("errors.nothing_to_undo.message"), key: "undo" });
    },
  };
}
