import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, nurse, openDesk, owner, refuse, stumbles } from "../../../../dev/desk";
import type { AddStarter, Me, ProcedureInput, StarterItem } from "../../../api/generated";

const offer = (item: StarterItem["item"], group: string, name: string, present = false): StarterItem => ({ item, group, name, present });

async function open(more: Answers = {}, me: Me = owner) {
  const added: AddStarter[] = [];
  const saved: ProcedureInput[] = [];
  const drafts = new Map<string, string>();
  const keep = ({ form, body }: { form: string; body: string | null }) => {
    if (body === null) drafts.delete(form);
    else drafts.set(form, body);
    return null;
  };
  openDesk({
    "desk.state": () => deskState({ me }),
    "settings.all": () => [],
    "clinic.details": () => ({ name: "", address: "", licenceNumber: "", licenceExpiresOn: null, zone: "Asia/Shanghai" }),
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [{ id: "r1", name: "诊室一", active: true }], equipment: [] }),
    "catalogue.starter": () => [offer("procedure", "dermatology", "光子嫩肤"), offer("procedure", "dermatology", "热玛吉", true), offer("procedure", "surgery", "重睑"), offer("product", "drug", "利多卡因")],
    "catalogue.add_starter": (input) => {
      added.push(input);
      return { rows: [], new: 2, changed: 0, same: 0, failed: 0 };
    },
    "catalogue.set_procedure": (input) => {
      saved.push(input);
      return input.name === "重睑" ? refuse("name_taken", "name") : "c1";
    },
    "drafts.load": ({ form }) => { const body = drafts.get(form); return body === undefined ? null : { body, savedAt: Date.now() }; },
    "drafts.save": keep,
    "drafts.leave": keep,
    ...more,
  });
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-settings"));
  await user.click(await screen.findByTestId("settings-catalogue"));
  await screen.findByTestId("catalogue-tab-products");
  return { user, added, saved };
}

test("an empty tab offers the starter catalogue: what is not there yet is ticked, and added without prices", async () => {
  const { user, added } = await open();
  expect(await stumbles()).toEqual([]);
  await user.click(await screen.findByTestId("catalogue-empty-starter"));
  await screen.findByTestId("starter");
  const state = screen.getAllByTestId<HTMLInputElement>("starter-item").map(({ checked, disabled }) => [checked, disabled]);
  expect(state).toEqual([[true, false], [false, true], [true, false], [true, false]]);
  expect(screen.getByTestId("starter-add").textContent).toBe("加入 2 个项目、1 个产品");
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByTestId("starter-group-surgery"));
  await user.click(screen.getByTestId("starter-add"));
  await waitFor(() => { expect(added).toEqual([{ procedures: ["光子嫩肤"], products: ["利多卡因"], withPrices: false }]); });
});

test("a procedure is added; what Rust refuses stands at its field, and what was typed waits when it is left", async () => {
  const { user, saved } = await open();
  await user.click(await screen.findByTestId("catalogue-add"));
  await user.type(await screen.findByTestId("procedure-name"), "重睑");
  await user.type(screen.getByTestId("procedure-standard"), "重睑成形术");
  await user.click(within(screen.getByTestId("procedure-specialty")).getByRole("combobox"));
  await user.click(await screen.findByText("美容外科", { selector: ".ant-select-item-option-content" }));
  expect(await screen.findByTestId("procedure-level")).toBeTruthy();
  await user.type(screen.getByTestId("procedure-price"), "12,800.29");
  await user.type(screen.getByTestId("procedure-minutes"), "90{Enter}");
  await waitFor(() => { expect(screen.getByTestId("catalogue-drawer").textContent).toContain("已经有同名的"); });
  expect(saved.map(({ listPrice, minutes, specialty, level, active }) => [listPrice, minutes, specialty, level, active])).toEqual([[1_280_029, 90, "surgery", null, true]]);
  expect(await stumbles(screen.getByTestId("catalogue-drawer"))).toEqual([]);
  await user.click(document.querySelector(".ant-drawer-close") as HTMLElement);
  await waitFor(() => { expect(screen.queryByTestId("procedure-name")).toBeNull(); });
  await user.click(screen.getByTestId("catalogue-add"));
  await user.click(await screen.findByTestId("catalogue-draft-go-on"));
  expect([screen.getByTestId<HTMLInputElement>("procedure-name").value, screen.getByTestId<HTMLInputElement>("procedure-price").value]).toEqual(["重睑", "12,800.29"]);
});

test("who may not change the catalogue may look at it", async () => {
  const { user } = await open({}, nurse);
  expect(screen.queryByTestId("catalogue-add")).toBeNull();
  expect(screen.queryByTestId("starter-open")).toBeNull();
  await user.click(screen.getByTestId("catalogue-tab-rooms"));
  expect((await screen.findByTestId("catalogue-room")).textContent).toBe("诊室一");
});
