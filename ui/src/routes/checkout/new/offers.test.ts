import { expect, test } from "vitest";
import { type Offer, found } from "./offers";

const offer = (name: string, spelling: string, words = ""): Offer => ({ id: name, group: "procedure", name, note: "", words, spelling, item: { kind: "deposit", amount: 0 }, quantity: 1 });
const offers = [offer("\u672f\u540e\u62a4\u7406", "shuhouhuli shhl", "\u9762\u819c\u6cbb\u7597"), offer("\u4fee\u62a4\u9762\u819c", "xiuhumianmo xhmm"), offer("\u6c34\u5149", "shuiguang sg"), offer("\u55e8\u4f53\u6c34\u5149", "haitishuiguang htsg")];
const names = (query: string) => found(offers, query).map(({ name }) => name);

test("what is called so comes before what is only described so", () => {
  expect(names("\u9762\u819c")).toEqual(["\u4fee\u62a4\u9762\u819c", "\u672f\u540e\u62a4\u7406"]);
});

test("a name is found as it is typed without an input method", () => {
  expect(names("sg")).toEqual(["\u6c34\u5149", "\u55e8\u4f53\u6c34\u5149"]);
  expect(names("ShuiG")).toEqual(["\u6c34\u5149", "\u55e8\u4f53\u6c34\u5149"]);
  expect(names("xyz")).toEqual([]);
});
