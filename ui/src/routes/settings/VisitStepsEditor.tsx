/** The steps of a visit: moved, taken away, put back, or named by the clinic; the first and the last stay. */
import { Button, Input, type InputRef } from "antd";
import { ArrowDown, ArrowUp, Plus, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../../app/shortcuts";
import { zh } from "../../locales/zh";
import { stepWord } from "../today/words";
import styles from "./settings.module.css";
import { withMoved, withStep, without } from "./visitStepsList";

const known = Object.keys(zh.settings.steps);
const longestName = 20;

interface VisitStepsEditorProps {
  value: readonly string[];
  /** How many steps Rust takes. */
  most: number;
  disabled: boolean;
  /** Resolves to whether it was saved; a failure has been shown. */
  save: (steps: string[]) => Promise<boolean>;
}

export function VisitStepsEditor({ value, most, disabled, save }: VisitStepsEditorProps) {
  const { t } = useTranslation();
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<InputRef>(null);
  const [name, setName] = useState("");
  // What was changed last, until the setting as it is read has followed.
  const [mine, setMine] = useState<{ from: readonly string[]; steps: string[] } | null>(null);
  const saving = useRef(false);
  // Forgotten then: it must not come back when the setting returns to what it was before.
  if (mine && !same(mine.from, value)) setMine(null);
  const steps = mine && same(mine.from, value) ? mine.steps : value;

  // The button that was pressed may have moved away, or not be there any more: the focus is led on.
  const follow = useRef<string[]>([]);
  useEffect(() => {
    const all = [...(root.current?.querySelectorAll("button") ?? [])];
    const buttons = follow.current.map((id) => all.find((button) => button.dataset["testid"] === id));
    follow.current = [];
    buttons.find((button) => button?.disabled === false)?.focus();
  });

  const change = async (next: string[], focus: string[]): Promise<boolean> => {
    if (saving.current) return false;
    saving.current = true;
    follow.current = focus;
    setMine({ from: value, steps: next });
    const saved = await save(next);
    saving.current = false;
    if (!saved) setMine(null);
    return saved;
  };
  const move = (at: number, by: -1 | 1) => {
    const step = steps[at] ?? "";
    const ids = [`visit-step-up-${step}`, `visit-step-down-${step}`];
    void change(withMoved(steps, at, by), by < 0 ? ids : ids.toReversed());
  };
  const remove = (at: number) => {
    const neighbour = steps[at + 1] === steps.at(-1) ? steps[at - 1] : steps[at + 1];
    void change(without(steps, at), [`visit-step-remove-${neighbour ?? ""}`, `visit-step-put-back-${steps[at] ?? ""}`]);
  };
  const wanted = name.trim();
  // Under the name it is shown by a known step is itself, not a second one of the same name.
  const step = known.find((other) => stepWord(t, other) === wanted) ?? wanted;
  const full = steps.length >= most;
  const addable = wanted !== "" && !full && !steps.includes(step);
  const add = async () => {
    if (addable && (await change(withStep(steps, step), []))) setName("");
    field.current?.focus();
  };

  if (disabled) return <span data-testid="rule-visit_steps-value">{steps.map((other) => stepWord(t, other)).join(t("common.listGap"))}</span>;
  const putBack = known.filter((other) => !steps.includes(other));
  return (
    <div ref={root} role="group" aria-labelledby="rule-visit_steps" className={styles.visitSteps} data-testid="rule-visit_steps-value">
      <ol className={styles.stepList}>
        {steps.map((other, at) => {
          const word = stepWord(t, other);
          const fixed = at === 0 || at === steps.length - 1;
          return (
            <li key={other} className={styles.stepLine} data-testid={`visit-step-line-${other}`}>
              <span className={fixed ? "quiet" : ""}>{word}</span>
              {!fixed && (
                <span className={styles.stepButtons}>
                  <Button type="text" size="small" disabled={at === 1} icon={<ArrowUp aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("settings.stepUp", { step: word })} title={t("settings.stepUp", { step: word })} data-testid={`visit-step-up-${other}`} onClick={() => { move(at, -1); }} />
                  <Button type="text" size="small" disabled={at === steps.length - 2} icon={<ArrowDown aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("settings.stepDown", { step: word })} title={t("settings.stepDown", { step: word })} data-testid={`visit-step-down-${other}`} onClick={() => { move(at, 1); }} />
                  <Button type="text" size="small" icon={<X aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("settings.stepRemove", { step: word })} title={t("settings.stepRemove", { step: word })} data-testid={`visit-step-remove-${other}`} onClick={() => { remove(at); }} />
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {putBack.length > 0 && (
        <div className={styles.putBack}>
          {putBack.map((other) => (
            <Button key={other} size="small" disabled={full} icon={<Plus aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("settings.stepPutBack", { step: stepWord(t, other) })} data-testid={`visit-step-put-back-${other}`} onClick={() => void change(withStep(steps, other), [`visit-step-up-${other}`, `visit-step-remove-${other}`])}>
              {stepWord(t, other)}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.buttons}>
        <Input
          ref={field}
          value={name}
          maxLength={longestName}
          disabled={full}
          placeholder={t(full ? "settings.stepsFull" : "settings.stepName", { most })}
          aria-label={t("settings.stepName")}
          data-testid="visit-step-name"
          onChange={(event) => { setName(event.target.value); }}
          onKeyDown={(event) => { if (event.key === "Enter" && !isComposing(event)) void add(); }}
        />
        <Button disabled={!addable} data-testid="visit-step-add" onClick={() => void add()}>{t("common.add")}</Button>
      </div>
    </div>
  );
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
