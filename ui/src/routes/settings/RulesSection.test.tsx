import { screen, waitFor, within } from "@testing-library/react";
import { emit } from "@tauri-apps/api/event";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { deskState, nurse, openDesk, owner, stumbles } from "../../../dev/desk";
import type { Me, SetSetting, Setting } from "../../api/generated";

async function open(me: Me = owner) {
  const settings: Setting[] = [
    { key: "discount_reception", kind: "percent", least: 0, most: 100, options: [], value: 10, default: 0 },
    { key: "arrears", kind: "choice", least: 0, most: 0, options: ["approved", "allowed", "never"], value: "never", default: "approved" },
    { key: "refund_rate_clinic", kind: "rate", least: 0, most: 2_400, options: [], value: 310, default: 300 },
  ];
  const saved: SetSetting[] = [];
  openDesk({
    "desk.state": () => deskState({ me }),
    "settings.all": () => structuredClone(settings),
    "settings.set": (input) => {
      saved.push(input);
      const setting = settings.find(({ key }) => key === input.key);
      if (setting) setting.value = input.value ?? setting.default;
      void emit("changed", { tags: ["clinic"] });
      return null;
    },
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-settings"));
  await user.click(await screen.findByTestId("settings-rules"));
  await screen.findByTestId("rule-arrears");
  return { user, saved };
}

test("a choice is made among its words, and goes back to the one shipped", async () => {
  const { user, saved } = await open();
  const rule = within(screen.getByTestId("rule-arrears"));
  expect(rule.getByText("不允许")).toBeTruthy();
  expect(rule.getByText("默认 需院长批准")).toBeTruthy();
  expect(await stumbles()).toEqual([]);
  await user.click(rule.getByRole("combobox"));
  await user.click(await screen.findByText("允许", { selector: ".ant-select-item-option-content" }));
  await waitFor(() => { expect(saved).toEqual([{ key: "arrears", value: "allowed" }]); });
  await user.click(screen.getByTestId("default-arrears"));
  await waitFor(() => { expect(saved[1]).toEqual({ key: "arrears", value: null }); });
});

test("percent are whole numbers with their sign", async () => {
  const { user, saved } = await open();
  const rule = within(screen.getByTestId("rule-discount_reception"));
  expect(rule.getByText("默认 0 %")).toBeTruthy();
  await user.clear(rule.getByRole("spinbutton"));
  await user.type(rule.getByRole("spinbutton"), "15{Enter}");
  await waitFor(() => { expect(saved).toEqual([{ key: "discount_reception", value: 15 }]); });
});

test("a rate is typed as percent with two decimals and kept in hundredths", async () => {
  const { user, saved } = await open();
  const rule = within(screen.getByTestId("rule-refund_rate_clinic"));
  expect(rule.getByText("默认 3.00 %")).toBeTruthy();
  const input = rule.getByRole<HTMLInputElement>("spinbutton");
  expect(input.value).toBe("3.10");
  await user.clear(input);
  await user.type(input, "2.05{Enter}");
  await waitFor(() => { expect(saved).toEqual([{ key: "refund_rate_clinic", value: 205 }]); });
});

test("who is not the owner cannot choose", async () => {
  await open(nurse);
  expect(within(screen.getByTestId("rule-arrears")).getByRole("combobox")).toHaveProperty("disabled", true);
});
