/** Refunds of the mock's sales: rough arithmetic, enough to look at the screen. `?approval` asks for somebody else's PIN. */
import type { Fen, Payment, QuotedPart, QuotedWay, RefundInput, RefundItem, RefundPartInput, RefundQuote, RefundStep, RefundStepKind, Refundable, Sale } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";
import { sales } from "./sales";

const asked = new URLSearchParams(location.search);
const day = 86_400_000;
const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
const step = (kind: RefundStepKind, amount: Fen, change: Partial<RefundStep> = {}): RefundStep => ({ kind, name: "", count: 0, of: 0, price: 0, rate: 0, amount, ...change });
const same = (one: RefundItem, other: RefundItem) => JSON.stringify(one) === JSON.stringify(other);
const find = (id: string) => sales.find((other) => other.id === id) ?? refuse("not_found", "sale");
const total = (all: readonly { amount: Fen }[]) => all.reduce((sum, { amount }) => sum + amount, 0);

function refundable(sale: Sale): Refundable[] {
  const parts = sale.refunds.flatMap((refund) => refund.parts);
  return sale.lines.map(({ id, kind, name, quantity, price, gift }) => {
    const own = parts.filter(({ line }) => line === id);
    const refunded = total(own);
    const most = Math.max(0, price - refunded);
    return {
      item: { kind: "line", line: id }, kind, name, price, refunded, most, entitlements: sale.entitlements.filter(({ line }) => line === id),
      packs: kind === "product" ? quantity - own.reduce((sum, { packs }) => sum + packs, 0) : 0,
      kept: [kind === "stored_value" ? most : 0, kind === "stored_value" && most > 0 ? gift : 0, kind === "deposit" ? most : 0],
    };
  });
}

function worked(thing: Refundable, input: RefundPartInput, { basis }: RefundInput, place: number): QuotedPart {
  const part = String(place + 1);
  const steps = [step("prepaid", thing.price), ...(thing.refunded > 0 ? [step("refunded_before", -thing.refunded)] : [])];
  for (const { name, sessions, returned, left, listPrice, gift, paid } of thing.entitlements) {
    const count = sessions - returned - left;
    if (count <= 0) continue;
    if (gift) steps.push(step("gift_used", 0, { name, count, price: listPrice }));
    else if (basis === "client") steps.push(step("used_at_list", -listPrice * count, { name, count, price: listPrice }));
    else steps.push(step("used_at_paid", -Math.round((paid * count) / sessions), { name, count }));
  }
  const before = total(steps);
  const full = Math.min(Math.max(0, before), thing.most);
  if (full !== before) steps.push(step("bound", full - before));
  const paidFor = thing.entitlements.filter(({ gift, left }) => !gift && left > 0);
  const open = paidFor.reduce((sum, { left }) => sum + left, 0);
  const count = paidFor.reduce((sum, { id }) => sum + (input.sessions.find(({ entitlement }) => entitlement === id)?.sessions ?? 0), 0);
  const [taken, of] = thing.entitlements.length > 0 ? [count, open] : thing.kind === "product" ? [input.packs, thing.packs] : [0, 0];
  const proposed = of > 0 ? Math.round((full * taken) / of) : (input.part ?? full);
  if (proposed > full) refuse("refund_too_large", "part", { part, most: String(full) });
  if (proposed !== full) steps.push(step("part", proposed - full, { count: taken, of }));
  const amount = input.amount ?? proposed;
  if (amount > thing.most) refuse("refund_too_large", "amount", { part, most: String(thing.most) });
  if (amount !== proposed) steps.push(step("by_hand", amount - proposed));
  const pots: QuotedPart["pots"] = full > 0 && proposed === full ? thing.kept : [0, 0, 0];
  return { item: thing.item, proposed, amount, pots, steps };
}

const here = ["stored_value", "deposit"];

function waysOf(sale: Sale, input: RefundInput, outside: Fen): QuotedWay[] {
  const back = sale.refunds.flatMap((refund) => refund.payments);
  const leftOf = ({ id, amount }: Payment) => amount - total(back.filter(({ payment }) => payment === id));
  if (input.ways) {
    const left = outside - total(input.ways);
    input.ways.forEach(({ payment, amount }, place) => {
      const paid = sale.payments.find(({ id }) => id === payment);
      if (paid && amount > leftOf(paid)) refuse("refund_too_large", "amount", { way: String(place + 1), most: String(leftOf(paid)) });
    });
    if (left !== 0) refuse("ways_differ", "ways", { left: String(left) });
    return input.ways.map(({ payment, method, amount }) => ({ payment, method, amount, back: false }));
  }
  let rest = outside;
  return sale.payments.toSorted((one, other) => Number(here.includes(other.method)) - Number(here.includes(one.method)) || leftOf(other) - leftOf(one)).flatMap((paid) => {
    const amount = Math.min(rest, leftOf(paid));
    rest -= amount;
    return amount > 0 ? [{ payment: paid.id, method: paid.method, amount, back: here.includes(paid.method) }] : [];
  });
}

function quote(input: RefundInput): RefundQuote {
  const sale = find(input.sale);
  const things = refundable(sale);
  const until = dayOf(sale.at + 7 * day);
  const parts = input.parts.map((part, place) => worked(things.find(({ item }) => same(item, part.item)) ?? refuse("not_found", "item", { part: String(place + 1) }), part, input, place));
  const amount = total(parts);
  const owed = sale.arrears?.owed ?? 0;
  const offDebt = Math.min(amount, Math.max(0, owed));
  const ways = waysOf(sale, input, amount - offDebt);
  const outside = total(ways.filter(({ back, method }) => !back && method !== "stored_value"));
  const days = Math.round((Date.now() - sale.at) / day);
  const rate = input.basis === "clinic" ? 300 : input.basis === "client" ? 150 : 0;
  const interest = Math.round((outside * rate * days) / (10_000 * 365));
  return {
    number: sale.number, client: sale.client, day: sale.businessDay, coolingOffUntil: until, coolingOff: dayOf(Date.now()) <= until, refundable: things, parts, amount, offDebt, owed,
    payments: sale.payments.map((paid) => ({ id: paid.id, method: paid.method, name: paid.name, amount: paid.amount, left: paid.amount - total(sale.refunds.flatMap(({ payments }) => payments).filter(({ payment }) => payment === paid.id)), day: dayOf(paid.at) })),
    ways, keepable: total(ways.filter(({ back }) => !back)), interest, interestSteps: interest > 0 ? [step("interest", interest, { count: days, price: outside, rate })] : [],
    invoiced: total(sale.invoices.filter(({ kind }) => kind === "issued")), approval: asked.has("approval"), tier: null, points: null,
  };
}

export const refundAnswers: Answers = {
  "refunds.quote": ({ refund }) => quote(refund),
  "refunds.pay": ({ input, witness }) => {
    const { id, refund } = input;
    const sale = find(refund.sale);
    const before = sale.refunds.find((other) => other.id === id);
    if (before) return { id, number: before.number };
    const { approval, amount, offDebt, interest, interestSteps, parts, ways } = quote(refund);
    if (approval && !witness) refuse("approval_required", "approver", { why: "refund" });
    if (approval && witness?.pin !== "135790") refuse("pin_wrong", "pin");
    if (refund.reason.trim() === "") refuse("reason_required", "reason");
    const paid = refund.interest === null ? 0 : interest;
    if (amount + paid !== input.total) refuse("changed_meanwhile", "total");
    const number = `T-2026-${String(sales.reduce((sum, { refunds }) => sum + refunds.length, 1)).padStart(6, "0")}`;
    sale.refunds.push({
      id, number, reverses: null, reversed: false, surplus: false, basis: refund.basis, amount, offDebt, interest: paid, interestSteps: paid > 0 ? interestSteps : [], reason: refund.reason, approvedBy: witness ? "沈静仪" : null,
      parts: parts.map(({ item, proposed, amount: part, steps }, place) => {
        const line = sale.lines.find(({ id: own }) => item.kind === "line" && own === item.line);
        const typed = refund.parts[place];
        return { id: `${id}-${place}`, line: line?.id ?? null, kind: line?.kind ?? null, name: line?.name ?? "", sessions: typed?.sessions.reduce((sum, { sessions }) => sum + sessions, 0) ?? 0, packs: typed?.packs ?? 0, goods: typed?.goods ?? "none", proposed, amount: part, steps };
      }),
      payments: [
        ...ways.map(({ payment, method, amount: part }, place) => ({ payment, method, name: "", amount: part, interest: false, reference: refund.ways?.[place]?.reference ?? "" })),
        ...(paid > 0 && refund.interest !== null ? [{ payment: null, method: refund.interest, name: "", amount: paid, interest: true, reference: "" }] : []),
      ],
      businessDay: dayOf(Date.now()), at: Date.now(), by: "陈嘉禾",
    });
    for (const { entitlement, sessions } of refund.parts.flatMap((part) => part.sessions)) {
      const one = sale.entitlements.find(({ id: own }) => own === entitlement);
      if (one) { one.left -= sessions; one.returned += sessions; }
    }
    if (sale.arrears) sale.arrears.owed -= offDebt;
    changed("money", "stock");
    return { id, number };
  },
};
