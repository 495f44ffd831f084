/** What of a sale went back, and whether something still can. Sums of what Rust gave; no rule of the clinic. */
import type { Fen, Sale, SaleLineId } from "../../../api/generated";

const parts = ({ refunds }: Pick<Sale, "refunds">) => refunds.flatMap((refund) => refund.parts);
const sum = (all: readonly { amount: Fen }[]): Fen => all.reduce((together, { amount }) => together + amount, 0);

export const backOfLine = (sale: Sale, of: SaleLineId): Fen => sum(parts(sale).filter(({ line }) => line === of));

/** Of what was sold: neither what was paid too much, nor what an earlier refund had left here and counted already. */
export const backOf = (sale: Sale): Fen => sum(parts(sale).filter(({ line }) => line !== null));

/** What refunds left here as stored value, and did not give back since. */
function keptOf(sale: Sale): Fen {
  const paidBy = new Map(sale.payments.map(({ id, method }) => [id, method]));
  const stayed = sale.refunds.flatMap(({ payments }) => payments).filter(({ payment, method }) => method === "stored_value" && payment !== null && paidBy.get(payment) !== method);
  return sum(stayed) - sum(parts(sale).filter(({ line, kind }) => line === null && kind === "stored_value"));
}

/** What cost nothing, or was given back in money only, can still be brought back itself. */
function isHad(sale: Sale): boolean {
  const packs = (line: SaleLineId) => parts(sale).reduce((all, part) => all + (part.line === line ? part.packs : 0), 0);
  return sale.entitlements.some(({ left }) => left > 0) || sale.lines.some(({ id, kind, quantity }) => kind === "product" && packs(id) < quantity);
}

export const isRefundable = (sale: Sale): boolean => backOf(sale) < sale.total || (sale.arrears?.owed ?? 0) < 0 || keptOf(sale) > 0 || isHad(sale);

/** What invoices stand on. */
export const issuedOn = ({ invoices }: Pick<Sale, "invoices">): Fen => sum(invoices.filter(({ kind }) => kind === "issued"));
