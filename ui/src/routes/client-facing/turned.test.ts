import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  sessionStorage.clear();
  vi.resetModules();
});

/** What a reloaded page finds. */
async function reloaded() {
  vi.resetModules();
  const { renderHook } = await import("@testing-library/react");
  const { useTurned } = await import("./turned");
  return renderHook(useTurned).result.current;
}

const ann = { name: "Ann", sex: "female" as const };

test("a reload comes up turned, and has written down no name", async () => {
  const { turnToClient } = await import("./turned");
  turnToClient({ visit: "v1", client: ann, by: "p1" });
  expect(sessionStorage.getItem("jingtai.turned")).not.toContain("Ann");
  expect(await reloaded()).toEqual({ visit: "v1", client: null, by: "p1" });
});

test("turned back stays turned back", async () => {
  const { turnBack, turnToClient } = await import("./turned");
  turnToClient({ visit: "v1", client: ann, by: "p1" });
  turnBack();
  expect(await reloaded()).toBeNull();
});

test("only while who turned it is signed in", async () => {
  const { turnBackUnlessBy, turnToClient } = await import("./turned");
  turnToClient({ visit: "v1", client: ann, by: "p1" });
  turnBackUnlessBy("p1");
  expect(await reloaded()).not.toBeNull();
  (await import("./turned")).turnBackUnlessBy(null);
  expect(await reloaded()).toBeNull();
});
