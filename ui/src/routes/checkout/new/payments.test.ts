import { expect, test } from "vitest";
import { discountText, readDiscount } from "./discount";
import type { DraftPayment } from "./draft";
import { pressed } from "./payments";

const payment = (method: string, amount: string, key = 1): DraftPayment => ({ key, method, amount, tendered: "", reference: "" });
const limits = new Map([["stored_value", 30_000]]);
const amounts = (payments: readonly DraftPayment[]) => payments.map(({ method, amount }) => `${method} ${amount}`);

test("a method pays what is left, and what is kept here no more than there is", () => {
  const first = pressed([], "stored_value", 100_000, limits);
  expect(amounts(first.payments)).toEqual(["stored_value 300.00"]);
  expect(amounts(pressed(first.payments, "cash", 100_000, limits).payments)).toEqual(["stored_value 300.00", "cash 700.00"]);
});

test("with nothing left another method takes the place of the only payment", () => {
  expect(amounts(pressed([payment("wechat", "1000")], "alipay", 100_000, limits).payments)).toEqual(["alipay 1000.00"]);
  expect(amounts(pressed([payment("wechat", "1000")], "stored_value", 100_000, limits).payments)).toEqual(["stored_value 300.00"]);
});

test("pressed again after the price went down, it pays what is to be paid now", () => {
  expect(amounts(pressed([payment("wechat", "1000")], "wechat", 90_000, limits).payments)).toEqual(["wechat 900.00"]);
});

test("with nothing left of two payments nothing is changed, and the same method is typed in again", () => {
  const both = [payment("wechat", "600"), payment("cash", "400", 2)];
  expect(pressed(both, "alipay", 100_000, limits)).toEqual({ payments: both, key: null });
  expect(pressed(both, "cash", 100_000, limits)).toEqual({ payments: both, key: 2 });
});

test.each([["8.8", 880], ["88", 880], ["8.85", 885], ["10", 1_000], ["0", 0], ["95", 950], ["9.5", 950]])("%s tenths are %i thousandths", (text, value) => {
  expect(readDiscount("rate", text)).toEqual({ kind: "rate", value });
});

test.each(["", "abc", "-1", "8.888", "88.85", "101"])("%s is no rate", (text) => {
  expect(readDiscount("rate", text)).toBeNull();
});

test("a discount is written as it would be typed", () => {
  expect([discountText({ kind: "rate", value: 880 }), discountText({ kind: "rate", value: 1_000 }), discountText({ kind: "off", value: 50_000 }), discountText({ kind: "to", value: 12_050 })]).toEqual(["8.8", "10", "500", "120.5"]);
});
