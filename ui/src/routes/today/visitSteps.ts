/** Moving people between the steps, each move with its way back; U takes back the last one. */
import { useTranslation } from "react-i18next";
import type { VisitCard, VisitId } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useUndoToast } from "../../components/undoToast";
import { stepWord } from "./words";

interface Done {
  visit: VisitId;
  name: string;
  how: "move" | "check_in";
}

const log: Done[] = [];
const longest = 50;

/** Check-ins are taken back by the same key. */
export function rememberDone(done: Done): void {
  log.push(done);
  if (log.length > longest) log.shift();
}

export interface VisitSteps {
  moveTo: (card: VisitCard, step: string) => Promise<void>;
  undo: (done: Done) => Promise<void>;
  /** The last thing done here, or else the last move of the visit given. */
  undoLast: (current: VisitCard | null, firstStep: string) => Promise<void>;
  pending: boolean;
}

export function useVisitSteps(): VisitSteps {
  const { t } = useTranslation();
  const toast = useUndoToast();
  const move = useWrite("visits.move");
  const undoMove = useWrite("visits.undo_move");
  const undoCheckIn = useWrite("visits.undo_check_in");

  const undo = async (done: Done) => {
    const at = log.indexOf(done);
    if (at >= 0) log.splice(at, 1);
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
      const done: Done = { visit: card.id, name, how: "move" };
      rememberDone(done);
      toast(t("today.moved", { name, step: stepWord(t, step) }), () => void undo(done), "U");
    },
    undoLast: async (current, firstStep) => {
      const last = log.at(-1);
      if (last) await undo(last);
      else if (current) await undo({ visit: current.id, name: current.client.name, how: current.step === firstStep ? "check_in" : "move" });
    },
  };
}
