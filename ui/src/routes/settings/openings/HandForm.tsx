/** What one client had, typed in: looked at by Rust, then said with the owner's PIN. What is refused stands at its field. */
import { useMutation } from "@tanstack/react-query";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/call";
import { toFailure } from "../../../api/failure";
import type { ClientId, EnterOpening, PreviewOpening } from "../../../api/generated";
import { useRead, useShowFailure } from "../../../api/hooks";
import { Earlier } from "./Earlier";
import { PointsLines } from "./PointsLines";
import { SessionLines } from "./SessionLines";
import { TakeOver } from "./TakeOver";
import { Totals } from "./Totals";
import { type HandValues, isNothing, nothing, openingInput, pathOf, spendingMost, totalsOf } from "./handValues";
import styles from "./openings.module.css";
import { amountRule } from "./rules";
import { wrongWords } from "./words";

interface HandFormProps {
  client: ClientId;
  onTyped: () => void;
  onDone: () => void;
}

interface Asking {
  input: EnterOpening;
  who: string;
  moved: boolean;
}

/** By hand there is no file. */
const noBytes = new Uint8Array();

export function HandForm({ client, onTyped, onDone }: HandFormProps) {
  const { t } = useTranslation();
  const showFailure = useShowFailure();
  const [form] = Form.useForm<HandValues>();
  // Drawn once: said twice, it is taken over once.
  const [id] = useState(() => crypto.randomUUID());
  const [again, setAgain] = useState(false);
  // Rust's words about who has some already.
  const [there, setThere] = useState("");
  const [problem, setProblem] = useState("");
  const [asking, setAsking] = useState<Asking | null>(null);
  const earlier = useRead("money", "openings.of_client", { client });
  const look = useMutation({ mutationFn: (asked: PreviewOpening) => upload("openings.preview", asked, noBytes) });
  const known = earlier.data ?? [];
  const had = there !== "" || known.some(({ reversed }) => reversed === null);

  /** Shows what is refused where it stands; false where it stands nowhere here. */
  const place = (reason: unknown): boolean => {
    const failure = toFailure(reason);
    if (!failure) return false;
    const path = pathOf(failure);
    if (path && form.getFieldsError().some(({ name }) => name.join(".") === [path].flat().join("."))) {
      form.setFields([{ name: path, errors: [wrongWords(t, failure)] }]);
      form.scrollToField(path, { focus: true, block: "nearest" });
      return true;
    }
    if (failure.code === "opening_there") setThere(wrongWords(t, failure));
    else if (failure.field === "opening") setProblem(t("openings.byHandForm.nothing"));
    else return false;
    return true;
  };
  const check = async (values: HandValues, moved = false) => {
    if (look.isPending) return;
    const input = openingInput(client, values);
    setProblem(isNothing(input) ? t("openings.byHandForm.nothing") : "");
    if (isNothing(input)) return;
    const asked: PreviewOpening = { source: { kind: "hand", input }, again: again && had };
    try {
      const { totals, rows } = await look.mutateAsync(asked);
      const whose = rows[0]?.client;
      setAsking({ input: { id, ...asked, totals }, who: whose ? `${whose.name} ${whose.memberNumber}` : "", moved });
    } catch (reason) {
      if (!place(reason)) showFailure(reason);
    }
  };
  const onRefused = (reason: unknown): boolean => {
    const moved = toFailure(reason)?.code === "changed_meanwhile";
    if (!moved && !place(reason)) return false;
    setAsking(null);
    if (moved) void check(form.getFieldsValue(true) as HandValues, true);
    return true;
  };
  const amount = (name: "principal" | "gift" | "deposit" | "lifetime" | "lastYear", label: string, testId: string, most?: number) => (
    <Form.Item name={name} label={label} rules={[amountRule(t, most)]} extra={name === "lifetime" && t("openings.lifetimeHint")}>
      <Input inputMode="decimal" maxLength={20} autoFocus={name === "principal"} suffix={<span className="quiet">{t("catalogue.yuan")}</span>} data-testid={testId} />
    </Form.Item>
  );

  return (
    <>
      <Form<HandValues>
        form={form}
        name="opening"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={nothing}
        className={styles.form ?? ""}
        onValuesChange={() => { setProblem(""); onTyped(); }}
        onFinish={() => void check(form.getFieldsValue(true) as HandValues)}
      >
        <div className={`${styles.formBody ?? ""} scrolls`}>
          {(had || known.length > 0) && <Earlier earlier={known} refused={there} again={again} onAgain={setAgain} />}
          <section className={styles.part} aria-label={t("openings.byHandForm.money")}>
            <h2>{t("openings.byHandForm.money")}</h2>
            <div className={styles.fields}>
              {amount("principal", t("openings.byHandForm.principal"), "opening-principal")}
              {amount("gift", t("openings.byHandForm.gift"), "opening-gift")}
              {amount("deposit", t("openings.fields.deposit"), "opening-deposit")}
            </div>
          </section>
          <section className={styles.part} aria-label={t("openings.byHandForm.sessions")}>
            <h2>{t("openings.byHandForm.sessions")}</h2>
            <SessionLines />
          </section>
          <section className={styles.part} aria-label={t("openings.byHandForm.points")}>
            <h2>{t("openings.byHandForm.points")}</h2>
            <PointsLines />
          </section>
          <section className={styles.part} aria-label={t("openings.byHandForm.spending")}>
            <h2>{t("openings.byHandForm.spending")}</h2>
            <div className={styles.fields}>
              {amount("lifetime", t("openings.fields.lifetime"), "opening-lifetime", spendingMost)}
              {amount("lastYear", t("openings.fields.lastYear"), "opening-last-year", spendingMost)}
              <Form.Item name="tier" label={t("openings.fields.tier")}><Input maxLength={60} placeholder={t("openings.byHandForm.tierHint")} data-testid="opening-tier" /></Form.Item>
            </div>
          </section>
        </div>
        <div className={styles.formFoot}>
          <LiveTotals client={client} />
          <div className={styles.foot}>
            <Button type="primary" htmlType="submit" disabled={had && !again} loading={look.isPending} data-testid="opening-check">{t("openings.byHandForm.check")}</Button>
            {problem !== "" && <span className="danger" role="alert" data-testid="opening-problem">{problem}</span>}
            {had && !again && <span className="quiet" role="status" data-testid="opening-again-first">{t("openings.byHandForm.againFirst")}</span>}
          </div>
        </div>
      </Form>
      {asking && <TakeOver {...asking} bytes={noBytes} onRefused={onRefused} onDone={onDone} onClose={() => { setAsking(null); }} />}
    </>
  );
}

/** What is typed so far; inside the form, which is mounted after its drawer. */
function LiveTotals({ client }: { client: ClientId }) {
  const form = Form.useFormInstance<HandValues>();
  const typed = Form.useWatch([], form) as Partial<HandValues> | undefined;
  return <Totals totals={totalsOf(openingInput(client, { ...nothing, ...typed }))} />;
}
