/** Begins a record and opens it; Esc leads back to where it was begun. */
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { SignedTreatmentId, StartTreatment, TreatmentId } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { type From, recordPath, signedPath } from "./places";

export interface Start {
  run: (input: StartTreatment) => Promise<boolean>;
  pending: boolean;
}

export function useStart(): Start {
  const { t } = useTranslation();
  const open = useOpenRecord();
  const start = useWrite("treatments.start", { done: t("treatments.started") });
  return {
    pending: start.pending,
    run: async (input) => {
      const begun = await start.run(input);
      if (begun) open(begun.output);
      return begun !== undefined;
    },
  };
}

/** Opens a record; where it is signed, what was signed. */
export function useOpenRecord(): (id: TreatmentId, signed?: SignedTreatmentId | null) => void {
  const open = useOpenPath();
  return (id, signed = null) => { open(signed === null ? recordPath(id) : signedPath(signed)); };
}

export function useOpenPath(): (path: string) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (path) => void navigate(path, { state: { from: pathname.startsWith("/treatments") ? "/treatments" : pathname } satisfies From });
}
