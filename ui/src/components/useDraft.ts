/**
 * What is typed and not saved, per person and form. Keystrokes are kept on this computer a moment later; a
 * form that is left unsaved is shared, so that its writer finds it on any of the clinic's computers.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { call } from "../api/call";
import { deskStateKey } from "../api/events";
import type { DeskState } from "../api/generated";
import { useSession } from "../app/session";

const pauseMs = 400;

// One after the other: the last keystrokes must not arrive after what shares or drops them.
let sent: Promise<void> = Promise.resolve();

function send(name: "drafts.save" | "drafts.leave", form: string, body: string | null): Promise<void> {
  // A refusal (the lock) loses nothing: the form is still there, and the next key tries again.
  sent = sent.then(() => call(name, { form, body })).then(() => undefined, () => undefined);
  return sent;
}

export interface DraftKeeper {
  keep: (values: unknown) => void;
  /** Saved, or begun anew. */
  drop: () => Promise<void>;
}

export function useDraftKeeper(form: string): DraftKeeper {
  const client = useQueryClient();
  const writer = useSession().me.staffId;
  const typed = useRef<{ body: string; timer: number } | null>(null);

  useEffect(() => () => {
    if (!typed.current) return;
    const { body, timer } = typed.current;
    typed.current = null;
    window.clearTimeout(timer);
    // Somebody else signed in over this form: left now, it would become theirs. Its keystrokes wait here for their writer.
    if (client.getQueryData<DeskState>(deskStateKey)?.me?.staffId === writer) void send("drafts.leave", form, body);
  }, [client, form, writer]);

  return {
    keep: (values) => {
      if (typed.current) window.clearTimeout(typed.current.timer);
      const body = JSON.stringify(values);
      typed.current = { body, timer: window.setTimeout(() => void send("drafts.save", form, body), pauseMs) };
    },
    drop: () => {
      if (typed.current) window.clearTimeout(typed.current.timer);
      typed.current = null;
      return send("drafts.save", form, null);
    },
  };
}

export interface OfferedDraft<Values> extends DraftKeeper {
  offered: { values: Values; savedAt: number } | null;
  /** Chosen or refused: the offer goes. */
  settle: () => void;
}

/** For a form that begins empty or as saved, and offers the draft. The offer stays while something new is typed, so neither is lost. */
export function useDraft<Values>(form: string): OfferedDraft<Values> {
  const keeper = useDraftKeeper(form);
  const [offered, setOffered] = useState<OfferedDraft<Values>["offered"]>(null);
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
  return { ...keeper, offered, settle: () => { setOffered(null); } };
}
