/** The vial book over the ledger of stock.ts. */
import type { BookLine, BookStep, VialLine } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";
import { boardAnswers } from "./board";
import { type Moved, batchOf, batches, move, movements, name, onHand, productOf, prove } from "./stock";

const hour = 3_600_000;
const dayOf = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10);

interface Vial {
  id: string;
  batch: string;
  unitCode: string | null;
  quantity: number;
  shared: boolean;
  at: number;
  witness: string | null;
  backAt: number | null;
}

const now = Date.now();
const vial = (id: string, batch: string, at: number, change: Partial<Vial> = {}): Vial => ({ id, batch, unitCode: null, quantity: 100, shared: false, at, witness: "沈静仪", backAt: null, ...change });
const vials: Vial[] = batches.length === 0 ? [] : [vial("w0", "b1", now - 192 * hour, { backAt: now - 191 * hour }), vial("w1", "b1", now - 26 * hour, { shared: true }), vial("w2", "b2", now - hour, { unitCode: "00690123456789221S1" })];

if (batches.length > 0) {
  const doctor = "周予安";
  move("b1", "used", -40, { at: now - 25 * hour, vial: "w1", client: { id: "k5", name: "陆明薇", memberNumber: "A000105" }, doctor, witness: "沈静仪" });
  const wrong = move("b2", "used", -24, { at: now - 50 * 60_000, vial: "w2", client: { id: "k1", name: "叶知秋", memberNumber: "A000101" }, doctor, witness: "沈静仪" });
  move("b2", "used", 24, { at: now - 45 * 60_000, vial: "w2", client: { id: "k1", name: "叶知秋", memberNumber: "A000101" }, doctor, witness: "沈静仪", reason: "单位数输错", reverses: wrong });
  const reversed = movements.find(({ id }) => id === wrong);
  if (reversed) reversed.reversed = true;
  move("b2", "used", -42, { at: now - 40 * 60_000, vial: "w2", client: { id: "k1", name: "叶知秋", memberNumber: "A000101" }, doctor, witness: "沈静仪" });
}

const left = ({ id, quantity }: Vial) => quantity + movements.filter((movement) => movement.vial === id).reduce((sum, movement) => sum + movement.quantity, 0);
const open = (id: string) => vials.find((other) => other.id === id && other.backAt === null) ?? refuse("vial_closed", "vial");
const steps: Record<Moved["kind"], BookStep> = { received: "received", used: "given", wasted: "wasted", returned: "returned", counted: "counted" };

function lines(until: string): BookLine[] {
  const around = (batch: string) => { const { product, lot } = batchOf(batch); return { product, batch, lot, balance: 0, client: null, doctor: null, by: "林小满", reason: "", takesBack: false, takenBack: false }; };
  const moved = movements.filter(({ batch }) => productOf(batchOf(batch).product).toxin).map((movement): BookLine => ({
    ...around(movement.batch), at: movement.at, step: steps[movement.kind], vial: movement.vial, movement: movement.id, quantity: movement.quantity, client: movement.client, doctor: movement.doctor, by: movement.by, witness: movement.witness,
    reason: movement.reason, takesBack: movement.reverses !== null, takenBack: movement.reversed,
  }));
  const opened = vials.map((one): BookLine => ({ ...around(one.batch), at: one.at, step: "opened", vial: one.id, movement: null, quantity: one.quantity, witness: one.witness }));
  const back = vials.flatMap((one): BookLine[] => (one.backAt === null ? [] : [{ ...around(one.batch), at: one.backAt, step: "given_back", vial: one.id, movement: null, quantity: 0, witness: one.witness }]));
  const balances = new Map<string, number>();
  return [...moved, ...opened, ...back].filter(({ at }) => dayOf(at) <= until).toSorted((a, b) => a.at - b.at).map((line) => {
    const balance = (balances.get(line.product) ?? 0) + (line.movement === null ? 0 : line.quantity);
    balances.set(line.product, balance);
    return { ...line, balance };
  });
}

const inBook = (one: Vial): VialLine => {
  const { product, lot } = batchOf(one.batch);
  return { id: one.id, product, batch: one.batch, lot, unitCode: one.unitCode, quantity: one.quantity, left: left(one), shared: one.shared, openedAt: one.at, givenBack: one.backAt !== null, overdue: one.backAt === null && dayOf(one.at) < dayOf(Date.now()) };
};

export const vialAnswers: Answers = {
  "vials.book": ({ from, until }) => ({
    lines: lines(until).filter(({ at }) => dayOf(at) >= from),
    vials: vials.filter(({ at, backAt }) => backAt === null || (dayOf(at) >= from && dayOf(at) <= until)).toReversed().map(inBook),
  }),
  "vials.open": ({ input, witness }) => {
    const by = prove(witness, true);
    const { packQuantity } = productOf(batchOf(input.batch).product);
    const closed = onHand(input.batch) - vials.filter((one) => one.batch === input.batch).reduce((sum, one) => sum + left(one), 0);
    if (closed < packQuantity) refuse("not_enough_stock", "batch", { onHand: String(closed) });
    if (vials.some(({ unitCode }) => unitCode !== null && unitCode === input.unitCode)) refuse("unit_already_used", "unitCode", { code: input.unitCode ?? "" });
    const id = crypto.randomUUID();
    vials.push(vial(id, input.batch, Date.now(), { unitCode: input.unitCode, quantity: packQuantity, shared: input.shared, witness: by }));
    changed("stock");
    return id;
  },
  "vials.give": async ({ input, witness }) => {
    const by = prove(witness, true);
    const one = open(input.vial);
    if (input.quantity > left(one)) refuse("not_enough_stock", "quantity", { onHand: String(left(one)) });
    if (!one.shared && movements.some((movement) => movement.vial === one.id && !movement.reversed && movement.reverses === null && movement.client !== null && movement.client.id !== input.client)) refuse("unit_already_used", "vial");
    const [found] = (await boardAnswers["clients.find"]?.({ query: "", limit: 100 }))?.filter(({ id }) => id === input.client) ?? [];
    const id = move(one.batch, "used", -input.quantity, { vial: one.id, unitCode: one.unitCode, client: found ? { id: found.id, name: found.name, memberNumber: found.memberNumber } : null, doctor: name(input.doctor), witness: by });
    changed("stock");
    return id;
  },
  "vials.waste": ({ input, witness }) => {
    const by = prove(witness, true);
    const one = open(input.vial);
    if (input.quantity > left(one)) refuse("not_enough_stock", "quantity", { onHand: String(left(one)) });
    const id = move(one.batch, "wasted", -input.quantity, { vial: one.id, reason: input.reason, witness: by });
    changed("stock");
    return id;
  },
  "vials.give_back": ({ input, witness }) => {
    prove(witness, true);
    const one = open(input.vial);
    if (left(one) !== 0) refuse("vial_not_empty", "vial", { left: String(left(one)) });
    one.backAt = Date.now();
    changed("stock");
    return null;
  },
};
