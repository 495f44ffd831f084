import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, nurse, openDesk, owner, refuse, stumbles } from "../../dev/desk";
import type { DeskState } from "../api/generated";

const people = [owner, nurse].map(({ staffId, name, roles }) => ({ staffId, name, roles }));

/** A desk that remembers its stage, as Rust does. */
function remembering(start: Partial<DeskState>, more: Answers = {}): Answers {
  let state = deskState(start);
  const enter = (staffId: string, pin: string) => {
    if (pin !== "135790") refuse("pin_wrong", "pin");
    const me = staffId === owner.staffId ? owner : nurse;
    state = { ...state, stage: "signed_in", me };
    return me;
  };
  return {
    "desk.state": () => state,
    "session.people": () => people,
    "session.sign_in": ({ staffId, pin }) => enter(staffId, pin),
    "session.unlock": ({ pin }) => enter(state.me?.staffId ?? "", pin),
    "session.lock": () => {
      state = { ...state, stage: "locked" };
      return null;
    },
    "audit.list": () => ({ lines: [], next: null }),
    "staff.all": () => [],
    ...more,
  };
}

test("typing finds a person, Enter chooses, the PIN signs in", async () => {
  const user = userEvent.setup({ delay: null });
  openDesk(remembering({ stage: "signed_out", me: null }));
  await screen.findAllByTestId("person-card");
  await user.keyboard("小满{Enter}");
  await user.type(screen.getByTestId("pin"), "135790{Enter}");
  await screen.findByTestId("frame");
  expect(screen.getByTestId("person").textContent).toContain(nurse.name);
});

test("a wrong PIN is emptied and said at the field", async () => {
  const user = userEvent.setup({ delay: null });
  openDesk(remembering({ stage: "signed_out", me: null }));
  await user.click((await screen.findAllByTestId("person-card"))[0] as HTMLElement);
  await user.type(screen.getByTestId("pin"), "111111{Enter}");
  await waitFor(() => { expect(screen.getByTestId("pin-refused").textContent).toContain("PIN 不对"); });
  expect(screen.getByTestId<HTMLInputElement>("pin").value).toBe("");
});

test("after too many failures the seconds count down and nothing can be typed", async () => {
  const user = userEvent.setup({ delay: null });
  openDesk(remembering({ stage: "signed_out", me: null }, { "session.sign_in": () => refuse("pin_wait", "pin", { waitSeconds: "30" }) }));
  await user.click((await screen.findAllByTestId("person-card"))[0] as HTMLElement);
  await user.type(screen.getByTestId("pin"), "111111{Enter}");
  await waitFor(() => { expect(screen.getByTestId("pin-refused").textContent).toContain("30 秒"); });
  expect(screen.getByTestId<HTMLInputElement>("pin").disabled).toBe(true);
});

test("a role is shown what it may open", async () => {
  openDesk(remembering({ me: nurse }));
  await screen.findByTestId("frame");
  expect(screen.queryByTestId("rail-settings")).not.toBeNull();
  expect(screen.queryByTestId("rail-audit")).toBeNull();
  expect(screen.queryByTestId("rail-staff")).toBeNull();
});

test("the lock leaves work where it was, hidden and out of reach", async () => {
  const user = userEvent.setup({ delay: null });
  openDesk(remembering({}));
  await user.click(await screen.findByTestId("rail-staff"));
  await user.type(await screen.findByTestId("staff-search"), "没写完");
  fireEvent.keyDown(document.body, { key: "l", ctrlKey: true });
  const pin = await screen.findByTestId("pin");
  expect(document.body.hasAttribute("data-covered")).toBe(true);
  const field = screen.getByTestId("staff-search");
  expect(field.closest("[inert]") ?? [...document.body.children].find((child) => (child as HTMLElement).inert)).toBeTruthy();
  await user.type(pin, "135790{Enter}");
  await waitFor(() => { expect(document.body.hasAttribute("data-covered")).toBe(false); });
  expect(screen.getByTestId<HTMLInputElement>("staff-search").value).toBe("没写完");
});

test("F2 offers the others, and Esc leads back to one's own lock", async () => {
  openDesk(remembering({}));
  await screen.findByTestId("frame");
  fireEvent.keyDown(document.body, { key: "F2" });
  await screen.findAllByTestId("person-card");
  fireEvent.keyDown(document.body, { key: "Escape" });
  await screen.findByTestId("pin");
});

test("a screen left and come back to is as it was", async () => {
  const user = userEvent.setup({ delay: null });
  openDesk(remembering({}));
  await user.click(await screen.findByTestId("rail-staff"));
  await user.type(await screen.findByTestId("staff-search"), "小");
  await user.click(screen.getByTestId("rail-settings"));
  await screen.findByTestId("settings-rules");
  await user.click(screen.getByTestId("rail-staff"));
  expect((await screen.findByTestId<HTMLInputElement>("staff-search")).value).toBe("小");
});

test("the search box does what it lists", async () => {
  const user = userEvent.setup({ delay: null });
  openDesk(remembering({}));
  await screen.findByTestId("frame");
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  await user.keyboard("锁定");
  await screen.findByRole("option", { name: "锁定" });
  fireEvent.keyDown(screen.getByTestId("search"), { key: "Enter", keyCode: 13, which: 13 });
  await screen.findByTestId("pin");
});

test("sign-in and frame can be used without sight", async () => {
  openDesk(remembering({ stage: "signed_out", me: null }));
  await screen.findAllByTestId("person-card");
  expect(await stumbles()).toEqual([]);
});

test.each(["audit", "staff", "settings"])("the screen %s can be used without sight", async (name) => {
  const user = userEvent.setup({ delay: null });
  openDesk(remembering({}));
  await user.click(await screen.findByTestId(`rail-${name}`));
  await waitFor(() => { expect(screen.getByTestId(`screen-${name}`).textContent).not.toBe(""); });
  await screen.findAllByRole("heading");
  expect(await stumbles()).toEqual([]);
});
