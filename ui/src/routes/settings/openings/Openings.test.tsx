import { screen, waitFor, within } from "@testing-library/react";
import { emit } from "@tauri-apps/api/event";
import { expect, test } from "vitest";
import { deskState, openDesk, owner, refuse, stumbles } from "../../../../dev/desk";
import type { OpeningHead, OpeningTemplate, ReverseOpening, Witnessing } from "../../../api/generated";
import { ann, bea, head, me, open, opened, part, texts, totals } from "./fixtures";
import userEvent from "@testing-library/user-event";

test("only who may open balances sees the section", async () => {
  openDesk({ "desk.state": () => deskState({ me: owner }), "settings.all": () => [], "staff.all": () => [] });
  await userEvent.setup({ delay: null }).click(await screen.findByTestId("rail-settings"));
  await screen.findByTestId("settings-billing");
  expect(screen.queryByTestId("settings-openings")).toBeNull();
});

test("an empty list says what it is for, and offers the template and the import", async () => {
  const asked: OpeningTemplate[] = [];
  const user = await open({ "openings.all": () => [], "openings.template": (input) => { asked.push(input); return { path: "/home/openings.xlsx" }; } });
  expect((await screen.findByTestId("empty")).textContent).toContain("还没有接管期初余额");
  expect(["openings-template", "openings-import", "openings-hand"].map((id) => screen.getAllByTestId(id).length)).toEqual([1, 1, 1]);
  await user.click(screen.getByTestId("openings-template"));
  expect((await screen.findByTestId("openings-template-written")).textContent).toBe("模板已保存到 /home/openings.xlsx");
  expect(asked).toEqual([{ language: "zh" }]);
  expect(await stumbles()).toEqual([]);
});

test("the list says where each came from, what it comes to and what was taken back", async () => {
  const all: OpeningHead[] = [
    head({ reversed: 1 }),
    head({ id: "o2", fileName: "", client: ann, totals: totals({ deposit: 10_000 }), reversed: 1, by: "Carl", approvedBy: me.name }),
    head({ id: "o3", fileName: "one.csv", client: bea, totals: totals({ lifetime: 1_000_000 }) }),
  ];
  await open({ "openings.all": () => all });
  await waitFor(() => { expect(screen.getAllByTestId("row-openings")).toHaveLength(3); });
  const cells = screen.getAllByTestId("row-openings").map((line) => within(line).getAllByRole("gridcell").map(({ textContent }) => textContent));
  expect(cells).toEqual([
    ["2026-11-20 周五", "old.xlsx", "2", "储值 11,000.00 · 6 次 · 2,400 分", "沈静仪", "已撤销 1 位"],
    ["2026-11-20 周五", "手工：Ann", "1", "定金 100.00", "Carl · 沈静仪 批准", "已撤销"],
    ["2026-11-20 周五", "one.csv · Bea", "1", "累计消费 10,000.00", "沈静仪", ""],
  ]);
  expect(await stumbles()).toEqual([]);
});

test("opened, it is told client by client; a client leads to the file", async () => {
  const files: string[] = [];
  const clients = [part("oc1", ann), part("oc2", bea, { reversed: "Wrong person" })];
  const user = await open({ "openings.open": () => ({ head: head({ reversed: 1 }), clients }), "clients.open": ({ client }) => { files.push(client); return refuse("not_found"); } });
  await user.click(await screen.findByTestId("openings-row"));
  await screen.findByTestId("openings-total-principal");
  expect(["clients", "principal", "gift", "sessions", "points"].map((key) => screen.getByTestId(`openings-total-${key}`).textContent)).toEqual(["2", "10,000.00", "1,000.00", "6", "2,400"]);
  const [first] = screen.getAllByTestId("row-opening-clients");
  expect(within(first as HTMLElement).getAllByRole("gridcell").map(({ textContent }) => textContent)).toEqual(["Ann", "A000001", "5,000.00", "500.00", "0.00", "3", "2,500.00", "1,200", "90,000.00", "20,000.00", "Gold", "撤销这位"]);
  expect(texts("openings-reversed")).toEqual(["已撤销：Wrong person"]);
  expect(screen.getAllByTestId("openings-take-back-client")).toHaveLength(1);
  expect(await stumbles(screen.getByTestId("openings-drawer"))).toEqual([]);
  await user.click(screen.getAllByTestId("openings-client")[1] as HTMLElement);
  await waitFor(() => { expect(files).toContain("c2"); });
});

test("all is taken back with a reason and the owner's own PIN; what was used is said in the dialog, and nothing typed is lost", async () => {
  const sent: Witnessing<ReverseOpening>[] = [];
    let now = opened;
  const user = await open({
    "openings.all": () => [now.head],
    "openings.open": () => now,
    "openings.reverse": (input) => {
      sent.push(input);
      if (sent.length === 1) refuse("pin_wrong", "pin");
      if (sent.length === 2) refuse("opening_used", "opening", { name: "Ann", count: "2" });
      now = { head: head({ reversed: 2 }), clients: now.clients.map((one) => ({ ...one, reversed: "Wrong file" })) };
      void emit("changed", { tags: ["money"] });
      return null;
    },
  });
  await user.click(await screen.findByTestId("openings-row"));
  await user.click(await screen.findByTestId("openings-take-back"));
  await user.click(await screen.findByTestId("openings-take-back-apply"));
  expect(await screen.findByText("请填写")).toBeTruthy();
  expect(sent).toEqual([]);
  await user.type(screen.getByTestId("openings-reason"), " Wrong file ");
  await user.type(screen.getByTestId("openings-pin"), "111111");
  expect(await stumbles(screen.getByTestId("openings-take-back-dialog"))).toEqual([]);
  await user.click(screen.getByTestId("openings-take-back-apply"));
  expect(await within(screen.getByTestId("openings-owner")).findByText(/PIN 不对/)).toBeTruthy();
  expect(screen.getByTestId<HTMLInputElement>("openings-pin").value).toBe("");
  await user.type(screen.getByTestId("openings-pin"), "135790{Enter}");
  expect((await screen.findByTestId("openings-take-back-refused")).textContent).toMatch(/期初已经用过一部分：Ann等 2 位顾客。请先撤销/);
  expect(screen.getByTestId<HTMLInputElement>("openings-reason").value).toBe(" Wrong file ");
  // Closed and opened again, the reason is still there; the PIN is not.
  await user.click(within(screen.getByTestId("openings-take-back-dialog")).getByText("取消"));
  await waitFor(() => { expect(screen.queryByTestId("openings-reason")).toBeNull(); });
  await user.click(screen.getByTestId("openings-take-back"));
  expect((await screen.findByTestId<HTMLInputElement>("openings-reason")).value).toBe(" Wrong file ");
  expect(screen.getByTestId<HTMLInputElement>("openings-pin").value).toBe("");
  await user.type(screen.getByTestId("openings-pin"), "135790{Enter}");
  await screen.findByTestId("openings-taken-back");
  expect(sent.at(-1)).toEqual({ input: { opening: "o1", client: null, reason: "Wrong file" }, witness: { staffId: me.staffId, pin: "135790" } });
  expect(sent).toHaveLength(3);
  await waitFor(() => { expect(screen.queryByTestId("openings-take-back")).toBeNull(); });
  expect(screen.getAllByTestId("openings-reversed")).toHaveLength(2);
});

test("one client is taken back by another owner", async () => {
  const sent: Witnessing<ReverseOpening>[] = [];
  const user = await open({ "openings.reverse": (input) => { sent.push(input); return null; } });
  await user.click(await screen.findByTestId("openings-row"));
  await user.click((await screen.findAllByTestId("openings-take-back-client"))[1] as HTMLElement);
  expect((await screen.findByTestId("openings-take-back-dialog")).textContent).toContain("Bea（A000002）");
  // The row beneath was not opened by it.
  expect(screen.getByTestId("screen-settings").style.display).toBe("");
  await user.type(await screen.findByTestId("openings-reason"), "Wrong person");
  await user.click(within(screen.getByTestId("openings-person")).getByRole("combobox"));
  expect(screen.queryByText("Nina", { selector: ".ant-select-item-option-content" })).toBeNull();
  await user.click(await screen.findByText("Olga", { selector: ".ant-select-item-option-content" }));
  await user.type(screen.getByTestId("openings-pin"), "246802{Enter}");
  await waitFor(() => { expect(sent).toEqual([{ input: { opening: "o1", client: "oc2", reason: "Wrong person" }, witness: { staffId: "p2", pin: "246802" } }]); });
});
