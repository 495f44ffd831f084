import { fireEvent, screen, waitFor } from "@testing-library/react";
import { emit } from "@tauri-apps/api/event";
import { expect, test } from "vitest";
import { refuse, stumbles } from "../../../../dev/desk";
import type { EnterOpening, OpeningHead, PreviewOpening, Witnessing } from "../../../api/generated";
import { type Entering, type Previewing, ann, bea, head, isOff, me, open, preview, row, texts, wrong } from "./fixtures";

const good = [
  row(2, ann, { principal: 500_000, gift: 50_000, points: 300, pointsExpireOn: "2027-03-31", lifetime: 9_000_000, lastYear: 100_000, tier: "Gold" }),
  row(3, bea, { procedure: "Laser", sessions: 3, listPrice: 180_000, paid: 250_000, cardName: "Old card", expiresOn: "2027-01-31" }),
  row(4, bea, { procedure: "Laser", sessions: 1, listPrice: 180_000, giftSessions: true }),
];
const sums = { principal: 500_000, gift: 50_000, sessions: 4, paid: 250_000, points: 300, lifetime: 9_000_000 };

async function choose(look: Previewing, enter?: Entering, all: () => OpeningHead[] = () => []) {
  const user = await open({ "openings.all": all }, enter ? { look, enter } : { look });
  await user.click(await screen.findByTestId("openings-import"));
  await screen.findByTestId("openings-choose");
  const upload = (name = "old.xlsx") => user.upload(screen.getByTestId("openings-file"), new File(["bytes"], name));
  await upload();
  return { user, upload };
}

test("problems are listed by themselves, the button is off and says why, and the mended file is tried again", async () => {
  const asked: PreviewOpening[] = [];
  const bad = [
    wrong(5, "Nobody", { code: "opening_client_unknown", field: "name", params: { client: "Nobody" } }),
    wrong(6, "Ann", { code: "cell_unreadable", field: "principal", params: { cell: "about 5" } }, ann),
    wrong(7, "Ann", { code: "invalid_value", field: "principal", params: { least: "0", most: "1000000000" } }, ann),
    wrong(8, "Bea", { code: "unknown_procedure", field: "procedure", params: { name: "Lazer" } }, bea),
    wrong(9, "", { code: "required", field: "name", params: {} }),
  ];
  const { user, upload } = await choose((input) => { asked.push(input); return asked.length === 1 ? preview([...good, ...bad], sums) : preview(good, sums); });
  await waitFor(() => { expect(screen.getAllByTestId("openings-preview-row")).toHaveLength(5); });
  expect(texts("openings-preview-row")).toEqual([
    "找不到顾客“Nobody”。请核对会员号、电话或姓名，或先建档。",
    "储值本金：“about 5”读不懂，请填金额，最多两位小数。",
    "储值本金：填写的内容不在允许的范围内。请填 0.00 到 10,000,000.00。",
    "项目：目录里没有叫“Lazer”的项目。请核对名称，或先加上这个项目。",
    "这一行没有写是谁，请填会员号、手机或姓名。",
  ]);
  expect(screen.getByTestId("openings-rows").textContent).toBe("共 8 行，5 行有问题");
  expect([isOff("openings-take-over"), screen.getByTestId("openings-stopped").textContent]).toEqual([true, "先改好 5 行"]);
  expect(screen.queryByTestId("openings-again")).toBeNull();
  await user.click(screen.getByTestId("openings-only-problems"));
  await waitFor(() => { expect(screen.getAllByTestId("openings-preview-row")).toHaveLength(8); });
  expect(await stumbles(screen.getByTestId("openings-import-drawer"))).toEqual([]);
  await upload();
  await waitFor(() => { expect(isOff("openings-take-over")).toBe(false); });
  expect(screen.queryByTestId("openings-stopped")).toBeNull();
  expect(asked).toEqual([1, 2].map(() => ({ source: { kind: "file", fileName: "old.xlsx" }, again: false })));
});

test("a file without problems is taken over with the totals that were shown, under one id; a wrong PIN stands at its place", async () => {
  const sent: Witnessing<EnterOpening>[] = [];
  let all: OpeningHead[] = [];
  const { user } = await choose(() => preview(good, sums), (input) => {
    sent.push(input);
    if (sent.length === 1) refuse("pin_wrong", "pin");
    all = [head()];
    void emit("changed", { tags: ["money"] });
    return { id: input.input.id, clients: 2 };
  }, () => all);
  await waitFor(() => { expect(isOff("openings-take-over")).toBe(false); });
  expect(texts("openings-preview-row")).toEqual([
    "储值本金 5,000.00 · 赠送 500.00 · 积分 300（2027-03-31 到期） · 累计消费 90,000.00 · 近 12 个月 1,000.00 · 等级 Gold",
    "Laser 剩 3 次（2027-01-31 到期） · 单次原价 1,800.00 · 实付 2,500.00 · 卡“Old card”",
    "赠送的Laser 剩 1 次 · 单次原价 1,800.00",
  ]);
  expect(["clients", "principal", "gift", "deposit", "sessions", "paid", "points", "lifetime"].map((key) => screen.getByTestId(`openings-total-${key}`).textContent)).toEqual(["2", "5,000.00", "500.00", "0.00", "4", "2,500.00", "300", "90,000.00"]);
  await user.click(screen.getByTestId("openings-take-over"));
  expect((await screen.findByTestId("openings-take-over-dialog")).textContent).toContain("录错了可以整批撤销，前提是还没人用过");
  expect(screen.getByTestId("openings-confirm-total-principal").textContent).toBe("5,000.00");
  await user.click(screen.getByTestId("openings-confirm"));
  expect(await screen.findByText("PIN 是 6 位数字")).toBeTruthy();
  expect(sent).toEqual([]);
  await user.type(screen.getByTestId("openings-pin"), "111111{Enter}");
  expect(await screen.findByText(/PIN 不对/)).toBeTruthy();
  expect(await stumbles(screen.getByTestId("openings-take-over-dialog"))).toEqual([]);
  expect(screen.getByTestId("openings-confirm-total-principal").textContent).toBe("5,000.00");
  await user.type(screen.getByTestId("openings-pin"), "135790{Enter}");
  expect((await screen.findByTestId("openings-done")).textContent).toBe("已接管 2 位顾客的期初余额");
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual({
    input: { id: sent[0]?.input.id, source: { kind: "file", fileName: "old.xlsx" }, again: false, totals: { clients: 2, deposit: 0, ...sums } },
    witness: { staffId: me.staffId, pin: "135790" },
  });
  expect(sent[1]?.input.id).toHaveLength(36);
  await waitFor(() => { expect(screen.queryByTestId("openings-import-drawer")).toBeNull(); });
  expect(await screen.findByTestId("openings-row")).toBeTruthy();
});

test("who has some already is added to only where that is said", async () => {
  const asked: PreviewOpening[] = [];
  const sent: EnterOpening[] = [];
  const there = wrong(2, "Ann", { code: "opening_there", field: "name", params: { day: "2026-11-01" } }, ann);
  const { user } = await choose(
    (input) => { asked.push(input); return input.again ? preview(good, sums) : preview([there, ...good.slice(1)]); },
    ({ input }) => { sent.push(input); return { id: input.id, clients: 2 }; },
  );
  await waitFor(() => { expect(texts("openings-preview-row")).toEqual(["这位顾客的期初已于 2026-11-01 录入。要改请先撤销那一次期初，再重新录入。"]); });
  expect(isOff("openings-take-over")).toBe(true);
  await user.click(screen.getByTestId("openings-again"));
  await waitFor(() => { expect(isOff("openings-take-over")).toBe(false); });
  expect(asked.map(({ again }) => again)).toEqual([false, true]);
  await user.click(screen.getByTestId("openings-take-over"));
  await user.type(await screen.findByTestId("openings-pin"), "135790{Enter}");
  await waitFor(() => { expect(sent.map(({ again }) => again)).toEqual([true]); });
});

test("what changed meanwhile is looked at again before it is taken over", async () => {
  let looks = 0;
  const sent: EnterOpening[] = [];
  const { user } = await choose(
    () => { looks += 1; return preview(good, { ...sums, principal: looks * 100_000 }); },
    ({ input }) => { sent.push(input); return sent.length === 1 ? refuse("changed_meanwhile", "totals") : { id: input.id, clients: 2 }; },
  );
  await waitFor(() => { expect(isOff("openings-take-over")).toBe(false); });
  await user.click(screen.getByTestId("openings-take-over"));
  await user.type(await screen.findByTestId("openings-pin"), "135790{Enter}");
  expect((await screen.findByTestId("openings-moved")).textContent).toContain("请再看一遍");
  await waitFor(() => { expect(screen.getByTestId("openings-total-principal").textContent).toBe("2,000.00"); });
  await user.click(screen.getByTestId("openings-take-over"));
  await user.type(await screen.findByTestId("openings-pin"), "135790{Enter}");
  await waitFor(() => { expect(sent.map(({ totals }) => totals.principal)).toEqual([100_000, 200_000]); });
  expect(sent[0]?.id).toBe(sent[1]?.id);
});

test("a file without opening balances says so, and another can be dropped", async () => {
  let looks = 0;
  await choose(() => { looks += 1; return looks === 1 ? refuse("no_opening_sheet") : preview([], { clients: 0 }); });
  expect((await screen.findByTestId("error")).textContent).toContain("这个文件里没有期初余额的表");
  expect(isOff("openings-take-over")).toBe(true);
  fireEvent.drop(screen.getByTestId("error"), { dataTransfer: { files: [new File(["bytes"], "other.csv")] } });
  // A sheet with nothing in it has no problem, and nothing to take over.
  expect((await screen.findByText("other.csv")).textContent).toBe("other.csv");
  expect((await screen.findByTestId("openings-nothing")).textContent).toBe("表里没有要接管的余额");
  expect(isOff("openings-take-over")).toBe(true);
});
