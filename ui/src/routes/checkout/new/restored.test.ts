import { beforeEach, expect, test, vi } from "vitest";
import { call } from "../../../api/call";
import { restored } from "./restored";

vi.mock("../../../api/call", () => ({ call: vi.fn() }));

const drafts = new Map<string, string>();
const sales = new Set<string>();

beforeEach(() => {
  drafts.clear();
  sales.clear();
  drafts.set("checkout.k1", JSON.stringify({ sale: "s1", note: "call her" }));
  vi.mocked(call).mockImplementation((name: string, input: unknown) => {
    const { form, id, body } = input as { form: string; id: string; body: string | null };
    if (name === "drafts.load") return Promise.resolve(drafts.has(form) ? { body: drafts.get(form), savedAt: 7 } : null);
    if (name === "drafts.save" && body === null) drafts.delete(form);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    return (name === "sales.open" && !sales.has(id) ? Promise.reject({ code: "not_found", field: "id", params: {} }) : Promise.resolve(null));
  });
});

test("what was typed comes back under an id of its own, whichever computer takes it up", async () => {
  const [one, other] = [await restored("checkout.k1"), await restored("checkout.k1")];
  expect(one).toMatchObject({ values: { note: "call her" }, savedAt: 7, paid: false });
  expect(new Set(["s1", one?.values.sale, other?.values.sale]).size).toBe(3);
  expect(await restored("checkout.k2")).toBeNull();
});

test("what was paid before the power went is paid, and its draft is let go", async () => {
  sales.add("s1");
  expect(await restored("checkout.k1")).toMatchObject({ values: { sale: "s1" }, paid: true });
  expect(drafts.size).toBe(0);
});
