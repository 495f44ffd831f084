/**
 * What is typed is kept half a second later, per person and form, encrypted with everything else. A form
 * that is opened again is offered it; the offer stays while something new is typed, so neither is lost.
 */
import { useCallback, useEffect, useRef, useState } from "react";
import { call } from "../../../api/call";

const waitMs = 500;

export interface KeptDraft<Values> {
  offered: { values: Values; savedAt: number } | null;
  /** Chosen or refused: the offer goes. */
  settle: () => void;
  keep: (values: Values) => void;
  /** Saved, or begun anew. */
  drop: () => void;
}

export function useDraft<Values>(form: string): KeptDraft<Values> {
  const [offered, setOffered] = useState<KeptDraft<Values>["offered"]>(null);
  const pending = useRef<{ timer: number; body: string } | null>(null);
  const asked = useRef(false);

  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    call("drafts.load", { form })
      .then((draft) => {
        if (draft) setOffered({ values: JSON.parse(draft.body) as Values, savedAt: draft.savedAt });
      })
      // A draft that cannot be read is no reason to refuse the form.
      .catch(() => undefined);
  }, [form]);

  const write = useCallback((body: string | null) => {
    if (pending.current) window.clearTimeout(pending.current.timer);
    pending.current = null;
    call("drafts.save", { form, body }).catch(() => undefined);
  }, [form]);

  // On leaving, what still waits is written at once.
  useEffect(() => () => { if (pending.current) write(pending.current.body); }, [write]);

  return {
    offered,
    settle: () => { setOffered(null); },
    keep: (values) => {
      if (pending.current) window.clearTimeout(pending.current.timer);
      const body = JSON.stringify(values);
      pending.current = { body, timer: window.setTimeout(() => { write(body); }, waitMs) };
    },
    drop: () => { write(null); },
  };
}
