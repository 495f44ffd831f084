import { screen, waitFor } from "@testing-library/react";
import { emit } from "@tauri-apps/api/event";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { Setting } from "../../api/generated";

async function open(refuses = false) {
  const steps: Setting = { key: "visit_steps", kind: "list", least: 2, most: 12, options: [], value: ["arrived", "triage", "consulting", "left"], default: ["arrived", "triage", "consulting", "left"] };
  const saved: unknown[] = [];
  openDesk({
    "desk.state": () => deskState({}),
    "settings.all": () => [{ ...steps }],
    "settings.set": ({ value }) => {
      if (refuses) refuse("invalid_value", "value");
      saved.push(value);
      steps.value = value ?? steps.default;
      void emit("changed", { tags: ["clinic"] });
      return null;
    },
  });
  const user = userEvent.setup();
  await user.click(await screen.findByTestId("rail-settings"));
  await user.click(await screen.findByTestId("settings-rules"));
  await screen.findByTestId("rule-visit_steps-value");
  return { user, saved };
}
const shown = () => screen.getAllByTestId(/^visit-step-line-/).map((line) => line.dataset["testid"]?.replace("visit-step-line-", ""));

test("a step is moved with the keyboard, which stays with it", async () => {
  const { user, saved } = await open();
  screen.getByTestId("visit-step-down-triage").focus();
  await user.keyboard("{Enter}");
  await waitFor(() => { expect(shown()).toEqual(["arrived", "consulting", "triage", "left"]); });
  expect(saved).toEqual([["arrived", "consulting", "triage", "left"]]);
  expect(document.activeElement).toBe(screen.getByTestId("visit-step-up-triage"));
  expect(await stumbles(screen.getByTestId("rule-visit_steps"))).toEqual([]);
});

test("a step is taken away and put back; the first and the last have no buttons", async () => {
  const { user } = await open();
  await user.click(screen.getByTestId("visit-step-remove-triage"));
  await waitFor(() => { expect(shown()).toEqual(["arrived", "consulting", "left"]); });
  await user.click(screen.getByTestId("visit-step-put-back-triage"));
  await waitFor(() => { expect(shown()).toEqual(["arrived", "consulting", "triage", "left"]); });
  expect(screen.queryByTestId("visit-step-remove-arrived")).toBeNull();
  expect(screen.queryByTestId("visit-step-remove-left")).toBeNull();
});

test("a clinic's own step is added by name; a known name is the known step", async () => {
  const { user, saved } = await open();
  await user.type(screen.getByTestId("visit-step-name"), "拍照{Enter}");
  await waitFor(() => { expect(shown()).toEqual(["arrived", "triage", "consulting", "拍照", "left"]); });
  await user.type(screen.getByTestId("visit-step-name"), "收费{Enter}");
  await waitFor(() => { expect(saved.at(-1)).toEqual(["arrived", "triage", "consulting", "拍照", "paying", "left"]); });
});

test("back to default shows the default", async () => {
  const { user } = await open();
  await user.click(screen.getByTestId("visit-step-remove-triage"));
  await user.click(await screen.findByTestId("default-visit_steps"));
  await waitFor(() => { expect(shown()).toEqual(["arrived", "triage", "consulting", "left"]); });
});

test("what Rust refuses is said and not shown as done", async () => {
  const { user } = await open(true);
  await user.click(screen.getByTestId("visit-step-remove-triage"));
  await screen.findByRole("alert");
  expect(shown()).toEqual(["arrived", "triage", "consulting", "left"]);
});
