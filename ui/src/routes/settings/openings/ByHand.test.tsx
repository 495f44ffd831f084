import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Answers, refuse, stumbles } from "../../../../dev/desk";
import type { EnterOpening, OpeningInput, PreviewOpening, Witnessing } from "../../../api/generated";
import { type Entering, type Previewing, ann, isOff, me, open, part, preview, row } from "./fixtures";

type User = Awaited<ReturnType<typeof open>>;

async function byHand(more: Answers = {}, uploads: { look?: Previewing; enter?: Entering } = {}) {
  const user = await open(more, uploads);
  await user.click(await screen.findByTestId("openings-hand"));
  await user.click(within(await screen.findByTestId("openings-choose-client")).getByRole("combobox"));
  await user.click(await screen.findByText(/Ann/, { selector: ".ant-select-item-option-content *" }));
  await screen.findByTestId("opening-principal");
  return user;
}

async function pick(user: User, place: number, name: string) {
  await user.click(within(screen.getAllByTestId("opening-procedure")[place] as HTMLElement).getByRole("combobox"));
  await user.click(await screen.findByText(name, { selector: ".ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-content *" }));
}
const nth = (id: string, place: number) => screen.getAllByTestId(id)[place] as HTMLElement;
const seen = (input: PreviewOpening): OpeningInput | null => (input.source.kind === "hand" ? input.source.input : null);

const fill = (id: string, text: string, place = 0) => { fireEvent.change(nth(id, place), { target: { value: text } }); };
const figures = (...keys: string[]) => keys.map((key) => screen.getByTestId(`openings-total-${key}`).textContent);

test("what is typed is added up, looked at and taken over as it was typed", async () => {
  const asked: PreviewOpening[] = [];
  const sent: Witnessing<EnterOpening>[] = [];
  const user = await byHand({}, {
    look: (input) => { asked.push(input); return preview([row(0, ann, { principal: 500_000 })], { clients: 1, principal: 500_000, points: 300 }); },
    enter: (input) => { sent.push(input); return { id: input.input.id, clients: 1 }; },
  });
  await user.click(screen.getByTestId("opening-check"));
  expect((await screen.findByTestId("opening-problem")).textContent).toBe("还没有填任何余额");
  fill("opening-principal", "5,000");
  fill("opening-gift", "500");
  fill("opening-deposit", "100.5");
  await user.click(screen.getByTestId("opening-add-points"));
  fill("opening-points", "300");
  // Enter is done with the day, not with the form.
  await user.type(screen.getByTestId("opening-points-end"), "20991231{Enter}");
  fill("opening-lifetime", "90000");
  fill("opening-last-year", "20000");
  fill("opening-tier", "Gold");
  await waitFor(() => { expect(figures("principal", "gift", "deposit", "sessions", "points", "lifetime")).toEqual(["5,000.00", "500.00", "100.50", "0", "300", "90,000.00"]); });
  expect(asked).toEqual([]);
  await user.click(screen.getByTestId("opening-check"));
  expect((await screen.findByTestId("openings-take-over-dialog")).textContent).toContain("Ann A000001");
  await user.type(await screen.findByTestId("openings-pin"), "135790{Enter}");
  await screen.findByTestId("openings-done");
  const input: OpeningInput = { client: "c1", principal: 500_000, gift: 50_000, deposit: 10_050, points: [{ points: 300, expiresOn: "2099-12-31" }], lifetime: 9_000_000, lastYear: 2_000_000, tier: "Gold", sessions: [] };
  expect(asked).toEqual([{ source: { kind: "hand", input }, again: false }]);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ input: { source: { kind: "hand", input }, again: false, totals: { clients: 1, principal: 500_000, points: 300 } }, witness: { staffId: me.staffId, pin: "135790" } });
  await waitFor(() => { expect(screen.queryByTestId("opening-drawer")).toBeNull(); });
});

test("sessions left are by the catalogue's price unless another is typed, and gifts are paid with nothing", async () => {
  const asked: PreviewOpening[] = [];
  const user = await byHand({}, { look: (input) => { asked.push(input); return preview([row(0, ann, {})]); } });
  await user.click(screen.getByTestId("opening-add-sessions"));
  await pick(user, 0, "Laser");
  await waitFor(() => { expect(screen.getByTestId<HTMLInputElement>("opening-list-price").placeholder).toBe("1,800.00"); });
  fill("opening-sessions", "3");
  fill("opening-list-price", "2000");
  fill("opening-paid", "2500");
  await user.click(screen.getByTestId("opening-add-sessions"));
  // What is not offered any more may well have been sold.
  await pick(user, 1, "Peel");
  fill("opening-sessions", "1", 1);
  fill("opening-paid", "99", 1);
  await user.click(nth("opening-gift-sessions", 1));
  await waitFor(() => { expect([(nth("opening-paid", 1) as HTMLInputElement).value, (nth("opening-paid", 1) as HTMLInputElement).disabled]).toEqual(["0.00", true]); });
  await waitFor(() => { expect(figures("sessions", "paid")).toEqual(["4", "2,500.00"]); });
  expect(await stumbles(nth("opening-sessions-line", 0))).toEqual([]);
  await user.click(screen.getByTestId("opening-check"));
  await screen.findByTestId("openings-take-over-dialog");
  expect(asked.map((input) => seen(input)?.sessions)).toEqual([[
    { procedure: "x1", sessions: 3, listPrice: 200_000, paid: 250_000, gift: false, cardName: "", expiresOn: null },
    { procedure: "x2", sessions: 1, listPrice: null, paid: 0, gift: true, cardName: "", expiresOn: null },
  ]]);
}, 120_000);

test("what Rust refuses stands at its field of its row, and nothing typed is lost", async () => {
  const refusals: readonly Previewing[] = [() => refuse("opening_above_list", "paid", { line: "2", most: "180000" }), () => refuse("day_past", "pointsExpireOn", { line: "1" }), () => refuse("opening_spending", "lastYear", { most: "0" })];
  let looks = 0;
  const user = await byHand({}, { look: (input) => { looks += 1; return refusals[looks - 1]?.(input) ?? preview([]); } });
  for (const place of [0, 1]) {
    await user.click(screen.getByTestId("opening-add-sessions"));
    await pick(user, place, "Laser");
    fill("opening-sessions", "1", place);
    fill("opening-paid", "1900", place);
  }
  await user.click(screen.getByTestId("opening-add-points"));
  await user.click(screen.getByTestId("opening-check"));
  // What can be told without Rust is told at once.
  expect(await within(screen.getByTestId("opening-points-line")).findByText("请填 1 到 1,000,000,000 的整数")).toBeTruthy();
  expect(looks).toBe(0);
  fill("opening-points", "10");
  await user.click(screen.getByTestId("opening-check"));
  const [first, second] = screen.getAllByTestId("opening-sessions-line") as [HTMLElement, HTMLElement];
  expect(await within(second).findByText(/付的比原价还多，最多 1,800.00 元/)).toBeTruthy();
  expect(within(first).queryByText(/付的比原价还多/)).toBeNull();
  await waitFor(() => { expect(document.activeElement).toBe(nth("opening-paid", 1)); });
  await user.click(screen.getByTestId("opening-check"));
  expect(await within(screen.getByTestId("opening-points-line")).findByText(/这个日期已经过了/)).toBeTruthy();
  await user.click(screen.getByTestId("opening-check"));
  expect(await screen.findByText(/近 12 个月的消费比累计消费还多/)).toBeTruthy();
  expect((nth("opening-paid", 0) as HTMLInputElement).value).toBe("1900");
});

test("who has some already gets more only where that is said", async () => {
  const asked: PreviewOpening[] = [];
  const earlier = [part("a", ann), part("b", ann, { businessDay: "2026-11-01", reversed: "Typo" })];
  const user = await byHand({ "openings.of_client": () => earlier }, { look: (input) => { asked.push(input); return preview([row(0, ann, {})]); } });
  expect((await screen.findByTestId("opening-there")).textContent).toMatch(/已经有期初余额.*2026-11-20 储值 5,500.00 · 3 次 · 1,200 分/);
  expect(screen.getByText(/2026-11-01 .*已撤销：Typo/)).toBeTruthy();
  expect([isOff("opening-check"), screen.getByTestId("opening-again-first").textContent]).toEqual([true, "先确认要再加一次"]);
  await user.type(screen.getByTestId("opening-principal"), "10");
  await user.click(screen.getByTestId("openings-again"));
  await user.click(screen.getByTestId("opening-check"));
  await screen.findByTestId("openings-take-over-dialog");
  expect(asked.map((input) => [input.again, seen(input)?.principal])).toEqual([[true, 1_000]]);
});

test("some that were entered elsewhere meanwhile are told of, too", async () => {
  const user = await byHand({}, { look: (input) => (input.again ? preview([row(0, ann, {})]) : refuse("opening_there", "name", { day: "2026-11-21" })) });
  await user.type(screen.getByTestId("opening-principal"), "10{Enter}");
  expect((await screen.findByTestId("opening-there")).textContent).toContain("2026-11-21");
  await user.click(screen.getByTestId("openings-again"));
  await user.click(screen.getByTestId("opening-check"));
  await screen.findByTestId("openings-take-over-dialog");
});

test("what changed meanwhile is looked at again, and the question says so", async () => {
  let looks = 0;
  const sent: number[] = [];
  const user = await byHand({}, {
    look: () => { looks += 1; return preview([row(0, ann, {})], { clients: 1, principal: looks * 1_000 }); },
    enter: ({ input }) => { sent.push(input.totals.principal); return sent.length === 1 ? refuse("changed_meanwhile", "totals") : { id: input.id, clients: 1 }; },
  });
  await user.type(screen.getByTestId("opening-principal"), "10{Enter}");
  await user.type(await screen.findByTestId("openings-pin"), "135790{Enter}");
  await screen.findByTestId("openings-confirm-moved");
  expect(screen.getByTestId("openings-confirm-total-principal").textContent).toBe("20.00");
  await user.type(screen.getByTestId("openings-pin"), "135790{Enter}");
  await screen.findByTestId("openings-done");
  expect(sent).toEqual([1_000, 2_000]);
});

test("closing with something typed asks first", async () => {
  const user = await byHand();
  expect(await stumbles(screen.getByTestId("opening-drawer"))).toEqual([]);
  await user.type(screen.getByTestId("opening-tier"), "Gold");
  await user.click(screen.getByTestId("opening-drawer").querySelector(".ant-drawer-close") as HTMLElement);
  await user.click(await screen.findByTestId("opening-stay"));
  await waitFor(() => { expect(screen.queryByTestId("opening-leaving")).toBeNull(); });
  expect(screen.getByTestId<HTMLInputElement>("opening-tier").value).toBe("Gold");
  await user.click(screen.getByTestId("opening-drawer").querySelector(".ant-drawer-close") as HTMLElement);
  await user.click(await screen.findByTestId("opening-leave"));
  await waitFor(() => { expect(screen.queryByTestId("opening-drawer")).toBeNull(); });
});
