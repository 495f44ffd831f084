/**
 * A triage form under way. It begins from the draft, else from what this visit already has, else blank;
 * whatever is typed is kept as a draft at once, so that a lock or a power cut takes nothing.
 */
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { call } from "../../api/call";
import type { FilledBy, Triage, TriageForm, VisitId } from "../../api/generated";
import { useDraftKeeper } from "../../components/useDraft";
import { blank } from "./questions";

export interface TriageDraft {
  /** Undefined while it is read. */
  form: TriageForm | undefined;
  triage: Triage | undefined;
  fromDraft: boolean;
  error: unknown;
  retry: () => void;
  change: (change: Partial<TriageForm>) => void;
  /** Keeps the form for good and lets the draft go. Rejects with what Rust says. */
  fill: () => Promise<void>;
}

export function useTriageDraft(visit: VisitId, filledBy: FilledBy): TriageDraft {
  const name = `triage.${visit}`;
  const opening = useId();
  // Read once per opening: no change elsewhere may pull the form from under the one who types.
  const start = useQuery({
    queryKey: ["triage form", name, opening],
    queryFn: async () => {
      const [triage, draft] = await Promise.all([call("triage.read", { visit }), call("drafts.load", { form: name })]);
      return { triage, draft: parsed(draft?.body) };
    },
    gcTime: 0,
  });
  const [typed, setTyped] = useState<TriageForm | null>(null);
  const form = typed ?? (start.data && (start.data.draft ?? start.data.triage.current ?? blank));

  const draft = useDraftKeeper(name);
  return {
    form,
    triage: start.data?.triage,
    fromDraft: typed === null && start.data?.draft != null,
    error: start.error,
    retry: () => void start.refetch(),
    change: (change) => {
      if (!form) return;
      const next = { ...form, ...change };
      setTyped(next);
      draft.keep(next);
    },
    fill: async () => {
      if (!form) return;
      await call("triage.fill", { visit, form: { ...form, filledBy } });
      await draft.drop();
    },
  };
}

function parsed(body: string | undefined): TriageForm | null {
  if (body === undefined) return null;
  try {
    return { ...blank, ...(JSON.parse(body) as Partial<TriageForm>) };
  } catch {
    return null;
  }
}
