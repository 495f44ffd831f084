/**
 * A record while it is written: its points, all else, what of it is not saved, and the draft that keeps that.
 * A draft is taken up by itself (a doctor in gloves is not asked), with a way back to what was saved.
 */
import { useEffect, useReducer, useRef, useState } from "react";
import { call } from "../../../api/call";
import { toFailure } from "../../../api/failure";
import type { Treatment, TreatmentBody } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { type OfferedDraft, useDraft } from "../../../components/useDraft";
import { type Base, type RecordDraft, type Rest, same } from "./body";
import { type Points, type PointsAction, pointsOf, pointsReducer } from "./map/points";

export interface RecordKeeper {
  body: TreatmentBody;
  points: Points;
  dispatch: (action: PointsAction) => void;
  set: (change: Partial<Rest>) => void;
  /** All of it, as last time's record has it. */
  put: (body: TreatmentBody) => void;
  dirty: boolean;
  saving: boolean;
  save: () => Promise<boolean>;
  /** When what was taken up had been kept; null where nothing was. */
  resumedAt: number | null;
  /** Gives back what was typed. */
  backToSaved: () => TreatmentBody;
  /** Of a draft that came when something was typed already. */
  offered: OfferedDraft<RecordDraft>["offered"];
  takeUp: () => void;
  refuse: () => void;
  /** The record is let go, and what was typed with it. */
  forget: () => Promise<void>;
  /** Somebody else's saving over which this was typed. */
  theirs: Treatment | null;
  base: Base;
  /** What was chosen of both, saved over theirs. */
  saveOver: (theirs: Treatment, body: TreatmentBody) => Promise<boolean>;
}

const baseOf = ({ savedAt, body }: Treatment): Base => ({ savedAt, body });

interface Options {
  writable: boolean;
  /** The saving met somebody else's. */
  onConflict: (theirs: Treatment) => void;
  done: string;
}

export function useRecord(treatment: Treatment, { writable, onConflict, done }: Options): RecordKeeper {
  const [base, setBase] = useState(() => baseOf(treatment));
  const [points, dispatch] = useReducer(pointsReducer, treatment.body.uses, pointsOf);
  const [rest, setRest] = useState<Rest>(treatment.body);
  const [resumedAt, setResumedAt] = useState<number | null>(null);
  const draft = useDraft<RecordDraft>(`treatment.${treatment.id}`);
  const body: TreatmentBody = { ...rest, uses: [...points.uses] };
  const dirty = !same(body, base.body);

  const put = (next: TreatmentBody) => {
    dispatch({ do: "replace", uses: next.uses });
    setRest(next);
  };
  const takeUp = () => {
    if (!draft.offered) return;
    setBase(draft.offered.values.base);
    put(draft.offered.values.body);
    setResumedAt(draft.offered.savedAt);
    draft.settle();
  };
  if (!dirty) {
    if (draft.offered && writable) takeUp();
    else if (treatment.savedAt > base.savedAt) {
      // What others save while nothing is typed here is simply shown.
      setBase(baseOf(treatment));
      put(treatment.body);
    }
  }

  const latest = useRef({ draft, base, body });
  useEffect(() => { latest.current = { draft, base, body }; });
  const written = JSON.stringify(body);
  const keptAs = useRef(written);
  useEffect(() => {
    if (!writable || written === keptAs.current) return;
    keptAs.current = written;
    const now = latest.current;
    if (dirty) now.draft.keep({ base: now.base, body: now.body } satisfies RecordDraft);
    else void now.draft.drop();
  }, [written, dirty, writable]);

  const write = useWrite("treatments.save", {
    done,
    onFailure: (reason) => {
      if (toFailure(reason)?.code !== "changed_meanwhile") return false;
      void call("treatments.open", { id: treatment.id }).then(onConflict, () => undefined);
      return true;
    },
  });
  const saveFrom = async (savedAt: number, sent: TreatmentBody): Promise<boolean> => {
    const saved = await write.run({ id: treatment.id, savedAt, body: sent });
    if (!saved) return false;
    setBase({ savedAt: saved.output.savedAt, body: sent });
    setResumedAt(null);
    // What was typed while it was saved stays a draft.
    if (same(latest.current.body, sent)) await draft.drop();
    return true;
  };

  return {
    body, points, dispatch, put, dirty, base, resumedAt, takeUp,
    offered: draft.offered,
    refuse: draft.settle,
    forget: draft.drop,
    set: (change) => { setRest((before) => ({ ...before, ...change })); },
    saving: write.pending,
    save: () => (write.pending ? Promise.resolve(false) : saveFrom(base.savedAt, body)),
    backToSaved: () => {
      setBase(baseOf(treatment));
      put(treatment.body);
      setResumedAt(null);
      return body;
    },
    theirs: treatment.savedAt > base.savedAt ? treatment : null,
    saveOver: (theirs, chosen) => {
      put(chosen);
      return saveFrom(theirs.savedAt, chosen);
    },
  };
}
