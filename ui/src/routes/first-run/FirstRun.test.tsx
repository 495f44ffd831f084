import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { deskState, openDesk, stumbles } from "../../../dev/desk";
import type { CreateClinic, DeskState } from "../../api/generated";

test("a clinic is made, and one goes on only after typing the code's last group back", async () => {
  const user = userEvent.setup({ delay: null });
  let state: DeskState = deskState({ stage: "no_clinic", clinic: null, me: null });
  let made: CreateClinic | null = null;
  openDesk({
    "desk.state": () => state,
    "setup.keyring_available": () => false,
    "session.people": () => [],
    "setup.create_clinic": (input) => {
      made = input;
      state = deskState({ stage: "signed_out", me: null });
      return { recoveryCode: "K7QF2-9MXTR-6ZSGL" };
    },
  });
  await user.click(await screen.findByTestId("choose-make"));
  expect(await stumbles()).toEqual([]);
  await user.type(screen.getByTestId("clinic-name"), "镜台诊所{Enter}");
  await user.type(await screen.findByTestId("owner-name"), "沈静仪");
  await user.type(screen.getByTestId("new-pin"), "135790");
  await user.type(screen.getByTestId("new-pin-again"), "135790{Enter}");
  await user.type(await screen.findByTestId("passphrase"), "porcelain-celadon");
  await user.type(screen.getByTestId("passphrase-again"), "porcelain-celadon{Enter}");

  await screen.findByTestId("recovery-code");
  expect(made).toEqual({
    clinic: { name: "镜台诊所", address: "", licenceNumber: "", licenceExpiresOn: null, zone: "Asia/Shanghai" },
    ownerName: "沈静仪",
    ownerPin: "135790",
    protection: { kind: "passphrase", passphrase: "porcelain-celadon" },
  });
  expect(screen.getByTestId<HTMLButtonElement>("recovery-done").disabled).toBe(true);
  await user.click(screen.getByTestId("written-down"));
  await user.type(await screen.findByTestId("last-group"), "wrong{Enter}");
  await waitFor(() => { expect(document.body.textContent).toContain("与最后一组不一样"); });
  await user.clear(screen.getByTestId("last-group"));
  await user.type(screen.getByTestId("last-group"), "6zsgl{Enter}");
  await screen.findByTestId("people-filter");
});

test("what was typed survives going back", async () => {
  const user = userEvent.setup({ delay: null });
  openDesk({ "desk.state": () => deskState({ stage: "no_clinic", clinic: null, me: null }) });
  await user.click(await screen.findByTestId("choose-make"));
  await user.type(screen.getByTestId("clinic-name"), "镜台诊所{Enter}");
  await user.type(await screen.findByTestId("owner-name"), "沈静仪");
  await user.click(screen.getByTestId("back"));
  expect((await screen.findByTestId<HTMLInputElement>("clinic-name")).value).toBe("镜台诊所");
  await user.click(screen.getByTestId("next"));
  expect((await screen.findByTestId<HTMLInputElement>("owner-name")).value).toBe("沈静仪");
});
