import { screen, waitFor, within } from "@testing-library/react";
import { emit } from "@tauri-apps/api/event";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, nurse, openDesk, owner, refuse, stumbles } from "../../../../dev/desk";
import type { Catalogue, CourseCardInput, Me, Offers, PaymentMethod, TopUpOfferInput } from "../../../api/generated";

const procedure = (id: string, name: string) => ({ id, name, standardName: name, specialty: "dermatology", level: null, listPrice: 180_000, minutes: 30, numbingMinutes: 0, returnIntervalDays: null, consentTemplate: "", aftercare: "", usualProducts: [], active: true }) as const;
const catalogue: Catalogue = { procedures: [{ ...procedure("c1", "光子嫩肤"), usualProducts: [] }, { ...procedure("c2", "皮秒"), usualProducts: [] }], products: [], rooms: [], equipment: [] };
const method = (code: string, change: Partial<PaymentMethod> = {}): PaymentMethod => ({ code, name: "", needsReference: false, active: true, ...change });

async function open(more: Answers = {}, me: Me = owner) {
  const offers: Offers = {
    methods: [method("wechat"), method("cash"), method("transfer", { needsReference: true })],
    cards: [{ id: "card1", name: "光子五次卡", price: 680_000, validDays: 365, items: [{ procedure: "c1", sessions: 5, giftSessions: 1 }], listPrice: 900_000, active: true }],
    topUps: [],
    rewards: [],
    spellings: [],
  };
  const sent: { methods: PaymentMethod[][]; cards: CourseCardInput[]; topUps: TopUpOfferInput[] } = { methods: [], cards: [], topUps: [] };
  openDesk({
    "desk.state": () => deskState({ me }),
    "settings.all": () => [],
    "staff.all": () => [],
    "catalogue.all": () => catalogue,
    "billing.offers": () => structuredClone(offers),
    "billing.set_methods": (methods) => {
      if (methods.some(({ name }) => name === "微信")) refuse("name_taken", "name");
      sent.methods.push(methods);
      offers.methods = methods;
      void emit("changed", { tags: ["money"] });
      return null;
    },
    "billing.set_card": (input) => { sent.cards.push(input); return input.name === "光子五次卡" && input.id === null ? refuse("name_taken", "name") : "card2"; },
    "billing.set_top_up": (input) => { sent.topUps.push(input); return "t1"; },
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-settings"));
  await user.click(await screen.findByTestId("settings-billing"));
  await screen.findByTestId("billing-methods");
  return { user, sent };
}

const codes = (methods: readonly PaymentMethod[] | undefined) => methods?.map(({ code }) => code);
const shown = () => within(screen.getByTestId("billing-methods")).getAllByRole("listitem").map((line) => line.dataset["testid"]);

test("a way to pay is moved with the keyboard, which stays with it; the whole list is written", async () => {
  const { user, sent } = await open();
  screen.getByTestId("method-up-transfer").focus();
  await user.keyboard("{Enter}");
  await waitFor(() => { expect(sent.methods.map(codes)).toEqual([["wechat", "transfer", "cash"]]); });
  await waitFor(() => { expect(shown()).toEqual(["method-wechat", "method-transfer", "method-cash"]); });
  await user.keyboard("{Enter}");
  await waitFor(() => { expect(codes(sent.methods[1])).toEqual(["transfer", "wechat", "cash"]); });
  expect(document.activeElement).toBe(screen.getByTestId("method-down-transfer"));
  expect(await stumbles()).toEqual([]);
});

test("a name that is left for a switch is written first; one that is taken stays as it was typed", async () => {
  const { user, sent } = await open();
  await user.type(screen.getByTestId("method-name-transfer"), "（对公）");
  await user.click(screen.getByTestId("method-reference-transfer"));
  await waitFor(() => { expect(sent.methods.map((methods) => methods[2])).toEqual([method("transfer", { name: "转账（对公）", needsReference: true }), method("transfer", { name: "转账（对公）" })]); });
  await user.clear(screen.getByTestId("method-name-cash"));
  await user.type(screen.getByTestId("method-name-cash"), "微信{Enter}");
  expect((await screen.findByTestId("methods-failure")).textContent).toContain("已经有同名的");
  expect(screen.getByTestId<HTMLInputElement>("method-name-cash").value).toBe("微信");
  expect(sent.methods).toHaveLength(2);
  // Left empty, it goes by the name it was shipped with.
  await user.clear(screen.getByTestId("method-name-transfer"));
  await user.keyboard("{Enter}");
  await waitFor(() => { expect(sent.methods[2]?.[2]?.name).toBe(""); });
  expect(screen.getByTestId<HTMLInputElement>("method-name-transfer").value).toBe("转账");
  // What is counted in the drawer has no number elsewhere.
  expect(screen.queryByTestId("method-reference-cash")).toBeNull();
});

test("the owner's own way to pay joins at the end, under a code of its own", async () => {
  const { user, sent } = await open();
  await user.type(screen.getByTestId("method-name-new"), "商场券{Enter}");
  await waitFor(() => { expect(sent.methods).toHaveLength(1); });
  const own = sent.methods[0]?.at(-1);
  expect([own?.name, own?.active, own?.code.length]).toEqual(["商场券", true, 36]);
  expect(codes(sent.methods[0])?.slice(0, 3)).toEqual(["wechat", "cash", "transfer"]);
  await waitFor(() => { expect(screen.getByTestId<HTMLInputElement>("method-name-new").value).toBe(""); });
});

test("a card is written with its sessions and gifts; what Rust refuses stands at its field", async () => {
  const { user, sent } = await open();
  expect(screen.getByTestId("course-card").textContent).toMatch(/光子五次卡.*光子嫩肤 5 次，赠 1 次.*365 天.*9,000.00.*6,800.00/);
  await user.click(screen.getByTestId("card-add"));
  await user.type(await screen.findByTestId("card-name"), "光子五次卡");
  await user.type(screen.getByTestId("card-price"), "4,980.5");
  await user.clear(screen.getByTestId("card-days"));
  await user.click(screen.getByTestId("card-save"));
  expect(await screen.findByText("请选项目，或去掉空的一行")).toBeTruthy();
  await user.click(within(screen.getByTestId("card-procedure-0")).getByRole("combobox"));
  await user.click(await screen.findByText("皮秒", { selector: ".ant-select-item-option-content" }));
  await user.clear(screen.getByTestId("card-sessions-0"));
  await user.type(screen.getByTestId("card-sessions-0"), "10");
  await user.clear(screen.getByTestId("card-gifts-0"));
  await user.type(screen.getByTestId("card-gifts-0"), "2");
  expect(await stumbles(screen.getByTestId("card-drawer"))).toEqual([]);
  await user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText(/已经有同名的/)).toBeTruthy();
  await user.type(screen.getByTestId("card-name"), "B{Enter}");
  await waitFor(() => { expect(sent.cards).toHaveLength(2); });
  expect(sent.cards[1]).toEqual({ id: null, name: "光子五次卡B", price: 498_050, validDays: null, items: [{ procedure: "c2", sessions: 10, giftSessions: 2 }], active: true });
});

test("what paying ahead gives on top is written in fen", async () => {
  const { user, sent } = await open();
  expect(within(screen.getByTestId("billing-top-ups")).getByTestId("empty")).toBeTruthy();
  await user.click(screen.getByTestId("top-up-add"));
  await user.type(await screen.findByTestId("top-up-principal"), "10,000");
  await user.type(screen.getByTestId("top-up-gift"), "0{Enter}");
  await waitFor(() => { expect(sent.topUps).toEqual([{ id: null, principal: 1_000_000, gift: 0, active: true }]); });
});

test("who is not the owner reads it, and has nothing to press", async () => {
  await open({}, nurse);
  expect(screen.getByTestId("method-transfer").textContent).toContain("要填流水号");
  for (const id of ["method-up-cash", "method-name-cash", "card-add", "card-edit", "top-up-add"]) expect(screen.queryByTestId(id)).toBeNull();
});
