/** A plan being typed: procedures in alternatives, the note on the whole; kept while it is typed, submitted as a version. */
import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../api/failure";
import { wordsFor } from "../../api/failure";
import type { ClientId, PlanId, VisitId } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { DraftOffer } from "../../components/DraftOffer";
import { Hotkey } from "../../components/Hotkey";
import { useDirectory } from "../../components/directory";
import { useDraft } from "../../components/useDraft";
import { Alternatives } from "./Alternatives";
import { type PlanDraft, emptyPlan, inputOf, ordered, problemOf } from "./draft";
import styles from "./plans.module.css";
import { usePlanFailure } from "./words";

interface PlanEditorProps {
  client: ClientId;
  plan: PlanId | null;
  visit: VisitId | null;
  /** The latest version; null for a new plan. */
  initial: PlanDraft | null;
  onTyped: (typed: boolean) => void;
  onSaved: () => void;
  onBack: () => void;
}

export function PlanEditor({ client, plan, visit, initial, onTyped, onSaved, onBack }: PlanEditorProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const mayApprove = useMay()("approve_plans");
  const directory = useDirectory();
  const draft = useDraft<PlanDraft>(`plan.${plan ?? `new.${client}`}`);
  const [first] = useState(initial ?? emptyPlan);
  const [values, setValues] = useState(first);
  const [shown, setShown] = useState(0);
  const [asked, setAsked] = useState(false);
  /** What Rust said of a line, by its key. */
  const [refused, setRefused] = useState<ReadonlyMap<number, string>>(new Map());
  const onPlanFailure = usePlanFailure();
  const decide = useWrite("plans.decide", { onFailure: onPlanFailure });
  const save = useWrite("plans.draft", {
    onFailure: (reason) => {
      const failure = toFailure(reason);
      const line = ordered(values)[Number(failure?.params["line"] ?? "x")];
      if (!line) return false;
      const { message: words, remedy } = wordsFor(t, reason);
      setRefused(new Map([[line.key, failure?.code === "not_found" ? t("plans.procedureGone") : `${words}${remedy}`]]));
      setShown(Math.min(line.alternative, values.alternatives - 1));
      return true;
    },
  });
  const untouched = values === first;
  const change = (next: PlanDraft) => {
    setValues(next);
    setRefused(new Map());
    onTyped(true);
    draft.keep(next);
  };
  const lacksRecommended = !values.lines.some(({ alternative }) => alternative === 0);

  const submit = async (approves: boolean) => {
    if (save.pending || decide.pending) return;
    setAsked(true);
    const wrong = values.lines.find((line) => problemOf(line) !== null);
    if (lacksRecommended || wrong) {
      setShown(wrong && !lacksRecommended ? wrong.alternative : 0);
      return;
    }
    const saved = await save.run({ id: plan, client, visit, note: values.note, lines: inputOf(values) });
    if (!saved) return;
    void draft.drop();
    // The version stands whether or not this doctor may approve all of it.
    const decided = approves && (await decide.run({ version: saved.output, approve: true, reason: "" })) !== undefined;
    if (decided) message.success(t("plans.approved"));
    else if (!approves) message.success(t("plans.submitted"));
    onSaved();
  };
  const usual = mayApprove && plan !== null;
  useShortcut("Ctrl+S", t("plans.keys.save"), () => void submit(usual), { inFields: true, inDialog: true });
  useShortcut("Ctrl+Enter", t("plans.keys.save"), () => void submit(usual), { inFields: true, inDialog: true });

  const approveWord = t("plans.saveApprove");
  return (
    <div className={styles.editor} data-testid="plan-editor">
      {draft.offered && (
        <DraftOffer
          savedAt={draft.offered.savedAt}
          name="plan"
          autoFocus={untouched}
          onGoOn={() => {
            if (draft.offered) change(draft.offered.values);
            draft.settle();
          }}
          onDrop={() => {
            draft.settle();
            if (untouched) void draft.drop();
          }}
        />
      )}
      <Alternatives values={values} shown={shown} asked={asked} refused={refused} procedures={directory.procedures} onShow={setShown} onChange={change} />
      {asked && lacksRecommended && <p className="danger" role="alert" data-testid="plan-lacks">{t("plans.recommendedEmpty")}</p>}
      <label className={styles.field} htmlFor="plan-note">
        <span>{t("plans.note")}</span>
        <Input.TextArea id="plan-note" value={values.note} autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} placeholder={t("plans.noteHint")} data-testid="plan-note" onChange={(event) => { change({ ...values, note: event.target.value }); }} />
      </label>
      <div className={styles.foot}>
        {mayApprove && <Button type={usual ? "primary" : "default"} loading={decide.pending || (usual && save.pending)} data-testid="plan-save-approve" onClick={() => void submit(true)}>{approveWord} {usual && <Hotkey keys="Ctrl+S" />}</Button>}
        <Button type={usual ? "default" : "primary"} loading={!usual && save.pending} data-testid="plan-save" onClick={() => void submit(false)}>{t("plans.submit")} {!usual && <Hotkey keys="Ctrl+S" />}</Button>
        <Button type="text" data-testid="plan-back" onClick={onBack}>{t("common.back")}</Button>
      </div>
    </div>
  );
}
