/** The list of the ways to pay with one change. The whole list is written, in the order in which it is offered. */
import type { PaymentMethod } from "../../../api/generated";
import { zh } from "../../../locales/zh";
import { cash, isKeptHere } from "../../checkout/new/payments";

export const isShipped = (code: string): boolean => code in zh.checkout.methods;
/** What is counted or kept here has no number elsewhere. */
export const mayNeedReference = (code: string): boolean => code !== cash && !isKeptHere(code);

export function moved(methods: readonly PaymentMethod[], code: string, by: -1 | 1): PaymentMethod[] {
  const at = methods.findIndex((method) => method.code === code);
  const method = methods[at];
  if (!method || at + by < 0 || at + by >= methods.length) return [...methods];
  return methods.toSpliced(at, 1).toSpliced(at + by, 0, method);
}

export function edited(methods: readonly PaymentMethod[], code: string, change: Partial<PaymentMethod>): PaymentMethod[] {
  return methods.map((method) => (method.code === code ? { ...method, ...change } : method));
}

export function added(methods: readonly PaymentMethod[], name: string): PaymentMethod[] {
  return [...methods, { code: crypto.randomUUID(), name, needsReference: false, active: true }];
}
