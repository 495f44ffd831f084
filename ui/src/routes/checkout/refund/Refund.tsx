/** A refund: at the left why and what goes back, each thing with its working; at the right one large amount and where it goes. */
import { App, Button, type FormInstance, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { wordsFor } from "../../../api/failure";
import type { PaymentMethod, RefundQuote, SaleId, SignIn } from "../../../api/generated";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { money, useFormat } from "../../../components/format";
import { turnWords } from "../../billing/tiers/words";
import { useEscape } from "../../clients/escape";
import { leave } from "../new/leave";
import frame from "../new/new.module.css";
import { cash } from "../new/payments";
import { type From, salePath } from "../places";
import { methodName } from "../words";
import { Basis } from "./Basis";
import { Confirm } from "./Confirm";
import { Interest } from "./Interest";
import { Leaving } from "./Leaving";
import { ThingRow } from "./ThingRow";
import { Ways } from "./Ways";
import { type RefundDraft, type ThingDraft, all, keyOf, problemOf, refundOf, untouched } from "./draft";
import { problemIn, reasonFieldId } from "./problems";
import styles from "./refund.module.css";
import { usePayRefund } from "./usePayRefund";
import { useRefundQuote } from "./useRefundQuote";
import { assigned, outsideOf, waysInput, waysOf } from "./ways";
import { cashOf, confirmWords, pointsTurnWords, isOutside, thingName } from "./words";

interface RefundProps {
  sale: SaleId;
  /** What can be given back, before anything is chosen. */
  first: RefundQuote;
  initial: RefundDraft;
  methods: readonly PaymentMethod[];
  from: string;
  onBack: () => void;
}

export function Refund({ sale, first, initial, methods, from, onBack }: RefundProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { message } = App.useApp();
  const navigate = useNavigate();
  // Drawn once: said twice, it is paid once.
  const [id] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState(initial);
  const [leaving, setLeaving] = useState(false);

  // What is chosen is worked out first; where somebody says how it goes, and it adds up, that once more.
  const asked = refundOf(sale, first.refundable, values);
  const base = useRefundQuote(asked);
  const plain = base.quote ?? first;
  const ways = asked.keys.length > 0 ? waysOf(plain, values) : [];
  const outside = outsideOf(plain);
  const explicit = waysInput(ways, values);
  const adds = explicit !== null && assigned(ways) === outside;
  const own = useRefundQuote(adds && base.fresh ? { keys: asked.keys, refund: { ...asked.refund, ways: explicit.ways.map((way) => ({ ...way, reference: "" })) } } : null);
  const quote = own.quote ?? plain;
  const fresh = base.fresh && (!adds || own.fresh);
  const paying = usePayRefund({ parts: asked.keys, ways: explicit?.keys ?? [], onMoved: () => { base.refetch(); if (adds) own.refetch(); } });
  const { refused } = paying;
  const change = (next: Partial<RefundDraft>) => {
    paying.forget();
    setValues((now) => ({ ...now, ...next }));
  };

  const offered = methods.filter(({ code, active }) => active && isOutside(code));
  const interestMethod = values.interestMethod ?? (offered.find(({ code }) => code === cash) ?? offered[0])?.code ?? null;
  const interestOn = quote.interest > 0 && (values.interest ?? true);
  const interest = interestOn ? quote.interest : 0;
  const total = asked.keys.length > 0 ? quote.amount + interest : 0;
  const any = asked.keys.length > 0;
  const turn = [any && quote.tier ? turnWords(t, quote.tier) : "", any && quote.points ? pointsTurnWords(t, quote.points, quote.parts.some(({ proposed, amount }) => amount !== proposed)) : ""].filter(Boolean);
  const methodOf = (code: string) => methodName(t, methods.find((method) => method.code === code) ?? quote.payments.find(({ method }) => method === code) ?? { code, name: "" });
  const why = (reason: unknown) => { const { message: said, remedy } = wordsFor(t, reason); return [said, remedy].filter(Boolean).join(t("common.sentenceGap")); };
  const problem = problemIn(t, {
    quote: plain, values, parts: asked.keys.length, ways, outside, fresh, refused: base.refused !== null || own.refused !== null,
    wayName: ({ payment }) => (payment ? methodName(t, payment) : t("refunds.ways.kept")), interestUnpaid: interestOn && interestMethod === null,
  });
  const refusedWay = own.refused !== null && own.refused.way !== null ? { key: explicit?.keys[own.refused.way] ?? "", words: why(own.refused.reason) } : refused?.at === "way" ? refused : null;
  const refusedAll = base.refused !== null && base.refused.part === null ? why(base.refused.reason) : own.refused !== null && own.refused.way === null ? why(own.refused.reason) : refused?.at === "all" ? refused.words : "";
  const problemAt = (key: string): string => {
    if (base.refused?.part === key) return why(base.refused.reason);
    return refused?.at === "part" && refused.key === key ? refused.words : "";
  };

  const ask = () => {
    if (paying.pending || paying.asking) return;
    if (problem) {
      if (problem.field !== null) document.getElementById(problem.field)?.focus();
      return;
    }
    paying.setAsking(true);
  };
  const pay = async (witness: SignIn | null, form: FormInstance) => {
    const refund = { ...asked.refund, ways: explicit?.ways ?? null, interest: interestOn ? interestMethod : null, reason: values.reason.trim() };
    const done = await paying.run({ id, refund, total }, witness, form);
    if (!done) return;
    const handed = cashOf(quote, interest, interestMethod);
    message.success({
      content: <span data-testid="refund-done">{[t("refunds.done", { number: done.number }), handed > 0 ? t("refunds.doneCash", { amount: money(handed) }) : ""].filter(Boolean).join(" \u00b7 ")}</span>,
      duration: handed > 0 ? 10 : 3,
    });
    void navigate(salePath(sale), { replace: true, state: { from } satisfies From });
  };
  const back = () => { if (values.reason.trim() === "") onBack(); else setLeaving(true); };
  useEscape(t("refunds.back"), back, !leaving);
  useShortcut("Enter", t("refunds.keys.go"), (event) => {
    if (event.repeat) return;
    // A button that has the focus is pressed by its own Enter.
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("button, a") : null;
    if (pressed) pressed.click();
    else ask();
  });

  return (
    <div className={frame.page} data-testid="refund-page">
      <header className={frame.head}>
        <h1 className={frame.title}>{t("refunds.title")} <Link to={`/clients/${first.client.id}`} data-testid="refund-client">{first.client.name}</Link></h1>
        <span className="quiet">{[first.client.memberNumber, first.number, t("refunds.soldOn", { day: format.date(first.day) })].join(" \u00b7 ")}</span>
        <span className={frame.spring} />
        <Button type="text" data-testid="refund-back" onClick={back}>{t("refunds.back")} <Hotkey keys="Esc" /></Button>
      </header>
      <div className={frame.sides}>
        <div className={`${styles.left ?? ""} scrolls`}>
          <Basis value={values.basis} quote={plain} onChange={(basis) => { change({ basis }); }} />
          <section className={styles.part} aria-label={t("refunds.things")}>
            <div className={styles.thingsHead}>
              <h2>{t("refunds.things")}</h2>
              <span className={styles.spring} />
              <Button size="small" data-testid="refund-all" onClick={() => { change({ things: all(plain.refundable) }); }}>{t("refunds.all")}</Button>
              <Button size="small" type="text" disabled={Object.keys(values.things).length === 0} data-testid="refund-none" onClick={() => { change({ things: {}, ways: {}, keep: false }); }}>{t("refunds.none")}</Button>
            </div>
            <ul className={styles.things}>
              {plain.refundable.map((thing) => {
                const key = keyOf(thing.item);
                const typed: ThingDraft = values.things[key] ?? untouched;
                const unread = problemOf(thing, typed) === null ? "" : t("refunds.problem.part", { name: thingName(t, thing) });
                return <ThingRow key={key} thing={thing} typed={typed} part={base.partOf(key)} stale={!base.fresh} problem={unread === "" ? problemAt(key) : unread} onChange={(next) => { change({ things: { ...values.things, [key]: next } }); }} />;
              })}
            </ul>
          </section>
        </div>
        <section className={frame.right} aria-label={t("refunds.due")}>
          <div className={frame.total} data-stale={fresh ? undefined : ""}>
            <span className={frame.totalWord}>{t("refunds.due")}</span>
            <b className={frame.totalAmount} data-testid="refund-total">{money(total)}</b>
            {turn.map((words) => <span key={words} className={`caution ${styles.turn ?? ""}`} data-testid="refund-turn">{words}</span>)}
          </div>
          <div className={`${frame.rightMiddle ?? ""} scrolls`}>
            {asked.keys.length > 0 && <Ways quote={quote} ways={ways} values={values} methods={methods} left={base.fresh ? outside - assigned(ways) : 0} refused={refusedWay} onChange={change} />}
            {asked.keys.length > 0 && <Interest quote={quote} on={interestOn} method={interestMethod} methods={methods} onChange={(on) => { change({ interest: on }); }} onMethod={(method) => { change({ interestMethod: method }); }} />}
            {quote.invoiced > 0 && <p className={styles.band} data-testid="refund-invoiced">{t("refunds.invoiced", { amount: money(quote.invoiced) })}</p>}
            <label className={styles.field} htmlFor={reasonFieldId}>
              <span>{t("refunds.reason")}</span>
              <Input id={reasonFieldId} maxLength={200} value={values.reason} placeholder={t("refunds.reasonHint")} {...(refused?.at === "reason" ? { status: "error" as const } : {})} data-testid="refund-reason" onKeyDown={leave} onChange={(event) => { change({ reason: event.target.value }); }} />
            </label>
            {refused?.at === "reason" && <p className={`danger ${styles.small ?? ""}`} role="alert">{refused.words}</p>}
            {refusedAll !== "" && <p className="danger" role="alert" data-testid="refund-refused">{refusedAll}</p>}
          </div>
          <div className={frame.payFoot}>
            {quote.approval && <p className={`caution ${styles.small ?? ""}`}>{t("refunds.needsApproval")}</p>}
            <p className={`quiet ${frame.small ?? ""} ${frame.missing ?? ""}`} role="status" id="refund-missing" data-testid="refund-problem">{problem?.words ?? ""}</p>
            <Button type="primary" size="large" block disabled={problem !== null} loading={paying.pending} aria-describedby="refund-missing" data-testid="refund-go" onClick={ask}>
              {asked.keys.length > 0 ? t("refunds.go", { amount: money(total) }) : t("refunds.goPlain")} <span className={frame.onPrimary}>Enter</span>
            </Button>
          </div>
        </section>
      </div>
      {paying.asking && (
        <Confirm
          words={confirmWords(t, quote, values, interest > 0 && interestMethod !== null ? { amount: interest, method: interestMethod } : null, methodOf)}
          turn={turn}
          reason={values.reason.trim()}
          approval={quote.approval || paying.approval}
          pending={paying.pending}
          onConfirm={(witness, form) => void pay(witness, form)}
          onClose={() => { paying.setAsking(false); }}
        />
      )}
      {leaving && <Leaving reason={values.reason.trim()} onStay={() => { setLeaving(false); }} onLeave={onBack} />}
    </div>
  );
}
