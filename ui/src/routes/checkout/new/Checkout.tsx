/** A checkout: at the left what is sold, at the right one large amount and how it is paid. Enter takes the money. */
import { App, Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { Catalogue, Offers, PaySale, SaleBegun, SignIn } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { Hotkey } from "../../../components/Hotkey";
import { grouped, money, useFormat } from "../../../components/format";
import { useUndoToast } from "../../../components/undoToast";
import { useDraftKeeper } from "../../../components/useDraft";
import { TierNote } from "../../billing/tiers/TierBadge";
import { useEscape } from "../../clients/escape";
import { type JustPaid, homePath, salePath } from "../places";
import { itemName, methodName } from "../words";
import { Approval } from "./Approval";
import { Lines } from "./Lines";
import { Notices } from "./Notices";
import { PayFoot } from "./PayFoot";
import { PaymentList } from "./PaymentList";
import { Rest } from "./Rest";
import { Total } from "./Total";
import { percentOf } from "./discount";
import { type Change, type CheckoutDraft, type DraftLine, asks, paymentInput, saleOf } from "./draft";
import styles from "./new.module.css";
import { offered } from "./offers";
import { noteMethod, paid, quickMethod } from "./payments";
import { problemIn } from "./problems";
import { usePay } from "./usePay";
import { useQuote } from "./useQuote";

interface CheckoutProps {
  begun: SaleBegun;
  offers: Offers;
  catalogue: Catalogue;
  /** The draft's name. */
  form: string;
  initial: CheckoutDraft;
  /** When what is restored was typed; null where it begins anew. */
  restoredAt: number | null;
  /** As it would begin without a draft. */
  anew: () => CheckoutDraft;
}

export function Checkout({ begun, offers, catalogue, form, initial, restoredAt, anew }: CheckoutProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const may = useMay();
  const draft = useDraftKeeper(form);
  const [values, setValues] = useState(initial);
  const hold = useWrite("sales.hold");
  const asksOf = (line: DraftLine) => asks(line, catalogue.procedures, begun.unsold);
  const nameOf = (line: DraftLine) => itemName(t, line.item, { ...catalogue, cards: offers.cards, rewards: offers.rewards });
  const asked = saleOf(begun.client.id, values, asksOf);
  const priced = useQuote(asked);
  const paying = usePay(asked, values, priced.refetch);
  const latest = useRef(initial);
  const change = (next: Change) => {
    latest.current = typeof next === "function" ? next(latest.current) : next;
    setValues(latest.current);
    paying.forget();
    draft.keep(latest.current);
  };
  // What is left is not changed any more: an undo would bring back the draft of what was paid.
  useEffect(() => () => { message.destroy("undo"); }, [message]);

  const { quote } = priced;
  const total = quote?.total ?? 0;
  const left = total - paid(values.payments);
  const limits = new Map([["stored_value", quote?.storedValue ?? 0], ["deposit", quote?.deposit ?? 0], ["points", quote?.points.payable ?? 0]]);
  const quick = values.payments.length === 0 && !values.arrears.on && left > 0 ? quickMethod(offers.methods) : undefined;
  const owing = values.arrears.on && left > 0 ? left : 0;
  const owingNeedsApproval = begun.arrears === "approved" && !may("allow_arrears");
  const needsApproval = quote !== null && (quote.overLimit || (owing > 0 && owingNeedsApproval));
  const problem = problemIn(t, { values, priced, asksOf, nameOf, methods: offers.methods, limits, left, quick: quick !== undefined });

  const pay = async (witness: SignIn | null = null, approval?: Parameters<typeof paying.run>[2]) => {
    if (problem) {
      if (problem.field !== null) document.getElementById(problem.field)?.focus();
      return;
    }
    if (paying.pending || hold.pending) return;
    if (needsApproval && witness === null) {
      paying.setApproving(true);
      return;
    }
    const payments = quick ? [{ method: quick.code, amount: left, tendered: null, reference: "" }] : values.payments.map(paymentInput);
    const { arrears, invoice, held, sale: id } = values;
    // The packs are those whose lot was shown.
    const lines = asked.input.lines.map((line, at) => {
      const batch = quote?.lines[at]?.batch?.batch;
      return line.item.kind === "product" && batch !== undefined ? { ...line, item: { ...line.item, batch } } : line;
    });
    const input: PaySale = {
      id, sale: { ...asked.input, lines }, total, payments, held,
      arrears: owing > 0 && arrears.dueOn !== null ? { dueOn: arrears.dueOn, reason: arrears.reason } : null,
      invoice: invoice.on ? { title: invoice.title, taxNumber: invoice.taxNumber } : null,
    };
    const done = await paying.run(input, witness, approval);
    if (!done) return;
    const [first] = payments;
    noteMethod(offers.methods.find(({ code }) => code === first?.method));
    // Before the page is left: what is left with something typed is shared as a draft.
    void draft.drop();
    void navigate(salePath(done.id), { replace: true, state: { change: done.change, points: done.points } satisfies JustPaid });
  };
  const putAside = async () => {
    if (asked.input.lines.length === 0 || hold.pending || paying.pending) return;
    if (values.payments.length > 0 || asked.keys.length < values.lines.length) {
      message.warning({ content: <span data-testid="checkout-hold-first">{t("checkout.new.holdFirst")}</span>, key: "checkout-hold-first" });
      return;
    }
    if (!(await hold.run({ id: values.held, sale: asked.input }))) return;
    void draft.drop();
    message.success({ content: <span data-testid="checkout-held">{t("checkout.new.held")}</span> });
    void navigate(homePath);
  };
  const back = () => void navigate(homePath);
  useEscape(t("checkout.new.leave"), back);
  useShortcut("F9", t("checkout.new.keys.hold"), () => void putAside(), { when: !paying.approving, inFields: true });
  useShortcut("Enter", t("checkout.new.keys.pay"), (event) => {
    // A button that has the focus is pressed by its own Enter.
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("button, a") : null;
    if (event.repeat) return;
    if (pressed) pressed.click();
    else void pay();
  });

  const label = ((): string => {
    if (quick) return t("checkout.new.pay.quick", { method: methodName(t, quick), amount: money(left) });
    if (quote && owing > 0) return t("checkout.new.pay.owing", { amount: money(total - left), left: money(left) });
    if (quote && total === 0) return t("checkout.new.pay.free");
    return quote && left === 0 ? t("checkout.new.pay.done", { amount: money(total) }) : t("checkout.new.pay.plain");
  })();
  const { refused } = paying;
  return (
    <div className={styles.page} data-testid="checkout-page">
      <header className={styles.head}>
        <h1 className={styles.title}>{t("checkout.title")} <Link to={`/clients/${begun.client.id}`} data-testid="checkout-client">{begun.client.name}</Link></h1>
        <span className="quiet">{begun.client.memberNumber}</span>
        <TierNote client={begun.client.id} testId="checkout-tier" />
        {begun.points > 0 && <span className="quiet" data-testid="checkout-points">{t("checkout.new.points.has", { points: grouped(begun.points) })}</span>}
        {restoredAt !== null && <Restored at={restoredAt} values={values} anew={anew} onChange={change} onDrop={() => void draft.drop()} />}
        <span className={styles.spring} />
        <Button loading={hold.pending} disabled={asked.input.lines.length === 0} data-testid="checkout-hold" onClick={() => void putAside()}>{t("checkout.new.hold")} <Hotkey keys="F9" /></Button>
        <Button type="text" data-testid="checkout-back" onClick={back}>{t("checkout.new.back")} <Hotkey keys="Esc" /></Button>
      </header>
      <div className={styles.sides}>
        <div className={styles.leftSide}>
          <Notices begun={begun} resumed={values.held} />
          <Lines values={values} offers={offered(t, { catalogue, offers, unsold: begun.unsold, lines: values.lines })} priced={priced} asksOf={asksOf} nameOf={nameOf} refused={refused} onChange={change} />
        </div>
        <section className={styles.right} aria-label={t("checkout.new.method")}>
          <Total quote={quote} stale={!priced.fresh} />
          <div className={`${styles.rightMiddle ?? ""} scrolls`}>
            <PaymentList
              methods={offers.methods}
              payments={values.payments}
              total={total}
              limits={limits}
              balances={quote?.balances ?? begun.balances}
              points={quote?.points ?? null}
              refused={refused?.payment === undefined ? null : { key: refused.payment, words: refused.words }}
              onChange={(payments) => { change({ ...values, payments }); }}
              onEnter={() => {
                // With something left the next method is chosen by its digit.
                if (left > 0 && owing === 0) (document.activeElement as HTMLElement | null)?.blur();
                else void pay();
              }}
            />
            <Rest values={values} left={left} arrearsRule={begun.arrears} needsApproval={owingNeedsApproval} refused={refused && refused.line === undefined && refused.payment === undefined ? { [refused.field]: refused.words } : {}} onChange={change} />
          </div>
          <PayFoot
            left={left}
            begun={values.payments.length > 0 && owing === 0}
            problem={problem}
            caution={quote?.overLimit ? t("checkout.new.overLimit", { percent: percentOf(quote.limit) }) : ""}
            label={label}
            pending={paying.pending}
            onPay={() => void pay()}
          />
        </section>
      </div>
      {paying.approving && quote && (
        <Approval client={begun.client.name} quote={quote} values={values} owing={owingNeedsApproval ? owing : 0} pending={paying.pending} onApprove={(witness, approval) => void pay(witness, approval)} onClose={() => { paying.setApproving(false); }} />
      )}
    </div>
  );
}

interface RestoredProps {
  at: number;
  values: CheckoutDraft;
  anew: () => CheckoutDraft;
  onChange: (values: CheckoutDraft) => void;
  onDrop: () => void;
}

/** What was typed before stands here again, unless one would rather begin anew. */
function Restored({ at, values, anew, onChange, onDrop }: RestoredProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const toast = useUndoToast();
  const [shown, setShown] = useState(true);
  if (!shown) return null;
  const when = format.dayOf(at) === format.today() ? format.time(at) : format.moment(at);
  const beginAnew = () => {
    setShown(false);
    onChange(anew());
    onDrop();
    toast(t("checkout.new.begunAgain"), () => { onChange(values); });
  };
  return (
    <span className={styles.restored} role="status" data-testid="checkout-restored">
      {t("checkout.new.restored", { when })}
      <Button size="small" data-testid="checkout-anew" onClick={beginAnew}>{t("checkout.new.again")}</Button>
    </span>
  );
}
