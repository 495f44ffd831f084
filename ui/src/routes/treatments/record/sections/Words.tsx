/** The record's texts. */
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import type { Rest } from "../body";
import { Field } from "./Field";

type Text = "indication" | "course" | "reactions" | "advice";

export function Words({ which, rest, set }: { which: Text; rest: Rest; set: (change: Partial<Rest>) => void }) {
  const { t } = useTranslation();
  return (
    <Field label={t(`treatments.sections.${which}`)}>
      {(id) => (
        <Input.TextArea
          id={id}
          value={rest[which]}
          autoSize={{ minRows: which === "course" ? 3 : 1, maxRows: 12 }}
          maxLength={10_000}
          placeholder={t(`treatments.hints.${which}`)}
          data-testid={`treatment-${which}`}
          onChange={(event) => { set({ [which]: event.target.value }); }}
        />
      )}
    </Field>
  );
}
