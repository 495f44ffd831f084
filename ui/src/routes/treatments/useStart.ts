/** Begins a record and opens it; Esc leads back to where it was begun. */
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import type { StartTreatment } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { type From, recordPath } from "./places";

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

export function useOpenRecord(): (id: string) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (id) => void navigate(recordPath(id), { state: { from: pathname.startsWith("/treatments") ? "/treatments" : pathname } satisfies From });
}
