import { beforeEach, expect, test } from "vitest";
import { type Done, forgetAll, forgetOne, lastDoneBy, rememberDone } from "./undoLog";

const done = (by: string, visit: string): Done => ({ by, visit, name: "", how: "move" });
beforeEach(forgetAll);

test("the last thing is taken back first", () => {
  rememberDone(done("a", "1"));
  rememberDone(done("a", "2"));
  const last = lastDoneBy("a");
  expect(last?.visit).toBe("2");
  if (last) forgetOne(last);
  expect(lastDoneBy("a")?.visit).toBe("1");
});

test("nobody takes back what another did", () => {
  rememberDone(done("b", "1"));
  rememberDone(done("a", "2"));
  expect(lastDoneBy("b")?.visit).toBe("1");
  expect(lastDoneBy("c")).toBeUndefined();
});

test("after a change of person nothing is left", () => {
  rememberDone(done("a", "1"));
  forgetAll();
  expect(lastDoneBy("a")).toBeUndefined();
});
