/** Rules on their way: tried on everybody first, then written as they were tried. What is refused stands at its field. */
import { App, type FormInstance } from "antd";
import { type Dispatch, type SetStateAction, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import { toFailure } from "../../../api/failure";
import type { PreviewTiers, TierPreview } from "../../../api/generated";
import { useShowFailure, useWrite } from "../../../api/hooks";
import { useFormat } from "../../../components/format";
import { type RuleValues, pathOf, previewInput } from "./ruleValues";
import { wrongWords } from "./words";

export interface Looked {
  asked: PreviewTiers;
  /** Null while it is worked out. */
  preview: TierPreview | null;
}

interface Writing {
  look: (values: RuleValues) => Promise<void>;
  /** Resolves to whether it was written. */
  write: (asked: PreviewTiers) => Promise<boolean>;
  pending: boolean;
}

export function useWriting(form: FormInstance<RuleValues>, onLook: Dispatch<SetStateAction<Looked | null>>): Writing {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const format = useFormat();
  const showFailure = useShowFailure();
  // Drawn once: said twice, they are written once.
  const [id, setId] = useState(() => crypto.randomUUID());
  // What was asked last: a refusal of anything else comes too late.
  const last = useRef<PreviewTiers | null>(null);

  const refused = (reason: unknown): void => {
    const failure = toFailure(reason);
    const path = failure && pathOf(failure);
    if (failure && path && form.getFieldsError().some(({ name }) => name.join(".") === [path].flat().join("."))) {
      // What is hidden cannot be led to.
      flushSync(() => { onLook(null); });
      form.setFields([{ name: path, errors: [wrongWords(t, failure)] }]);
      form.scrollToField(path, { focus: true, block: "nearest" });
      return;
    }
    // Other rules were written under it, by this form: those that stand here now are others.
    if (failure?.code === "changed_meanwhile") setId(crypto.randomUUID());
    showFailure(reason);
  };
  const set = useWrite("tiers.set", { onFailure: (reason) => { refused(reason); return true; } });

  return {
    pending: set.pending,
    look: async (values) => {
      const asked = previewInput(values);
      last.current = asked;
      // Of refusals before: what they stand at may be right by what was changed elsewhere.
      form.setFields(form.getFieldsError().filter(({ errors }) => errors.length > 0).map(({ name }) => ({ name: name as FieldName, errors: [] })));
      onLook({ asked, preview: null });
      try {
        const preview = await call("tiers.preview", asked);
        // Who went back meanwhile stays there.
        onLook((now) => (now?.asked === asked ? { asked, preview } : now));
      } catch (reason) {
        if (last.current !== asked) return;
        onLook(null);
        refused(reason);
      }
    },
    write: async (asked) => {
      if (set.pending || !(await set.run({ id, ...asked }))) return false;
      const day = asked.takesEffectOn;
      const today = day === format.today();
      const none = asked.rules.tiers.length === 0;
      message.success(t(none ? (today ? "tierRules.preview.stopped" : "tierRules.preview.stoppedFrom") : today ? "tierRules.preview.doneToday" : "tierRules.preview.doneFrom", { day }));
      return true;
    },
  };
}

type FieldName = Parameters<FormInstance<RuleValues>["setFields"]>[0][number]["name"];
