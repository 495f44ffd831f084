import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { ClientFile, ClientHit, ClientSeals, Me, Part, Seal, SealRecord, Witnessing } from "../../api/generated";

const me: Me = { staffId: "o1", name: "Olga", roles: ["owner"], permissions: ["work", "see_clients", "see_treatments", "seal_records"] };
const hit: ClientHit = { id: "k1", name: "Ann", memberNumber: "A000001", sex: "female", age: 30, phone: null, lastVisitAt: null, visits: 3, hasAlert: false };
const client = { id: "k1", name: "Ann", memberNumber: "A000001" };
const file: ClientFile = {
  id: "k1", memberNumber: "A000001", memberCode: "JT1:A000001", memberQr: "<svg/>", name: "Ann", otherNames: "", sex: "female", birthday: null, birthdayThisYear: null, age: 30, phones: [], wechat: null, idNumber: null, guardian: null,
  emergency: null, source: null, referrer: null, skinType: null, preferences: "", notes: "", tags: [], assignments: [], dataConsents: [], joined: [], possibleDuplicates: [], visits: [], createdAt: 0,
};
const part = (kind: Part["kind"], id: string, title: string): Part => ({ kind, id, title, at: 1_760_000_000_000, sha256: "cd".repeat(32) });
const seal = (broken: string[]): Seal => ({
  id: "se1", sha256: "ef".repeat(32), whole: broken.length === 0, broken,
  manifest: { format: 1, client, at: 1_760_100_000_000, reason: "Complaint", party: "Bob", partyRelation: "spouse", by: "Olga", witness: "Nina", supplementOf: null, parts: [part("treatment", "s1", "Frown lines"), part("photo", "ph1", "front")] },
});

function open(seals: ClientSeals, who = me) {
  const sent: Witnessing<SealRecord>[] = [];
  openDesk({
    "desk.state": () => deskState({ me: who }),
    "staff.all": () => [{ id: "o1", name: "Olga", phone: null, roles: ["owner"], active: true, registrations: [], permittedProcedures: [] }, { id: "n1", name: "Nina", phone: null, roles: ["nurse"], active: true, registrations: [], permittedProcedures: [] }],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "settings.all": () => [],
    "clients.find": () => [hit],
    "clients.open": () => file,
    "treatments.list": () => [],
    "treatments.signed_of": () => [],
    "plans.of_client": () => [],
    "consents.of_client": () => [],
    "seals.of_client": () => structuredClone(seals),
    "seals.seal": (input) => {
      sent.push(input);
      return input.witness?.pin === "135790" ? "se2" : refuse("pin_wrong", "pin");
    },
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
  });
  return sent;
}

async function openFile() {
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await screen.findByTestId("client-page");
  return user;
}

test("sealing asks for the reason and the second person's PIN", async () => {
  const sent = open({ seals: [], open: [part("treatment", "s1", "Frown lines"), part("photo", "ph1", "front")] });
  const user = await openFile();
  expect((await screen.findByTestId("seal-new")).textContent).toContain("封存 2 份");
  await user.click(screen.getByTestId("seal-new"));
  const reason = await screen.findByTestId("seal-reason");
  expect(screen.getAllByTestId("seal-part").map(({ textContent }) => textContent)).toEqual([expect.stringContaining("治疗记录Frown lines"), expect.stringContaining("照片正面")]);
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByTestId("seal-ok"));
  await screen.findByText("请填写");
  expect(sent).toEqual([]);
  await user.type(reason, "Complaint");
  const person = screen.getByTestId("witness-person");
  await user.click(person.querySelector("input") ?? person);
  expect(screen.queryByText("Olga", { selector: ".ant-select-item-option-content *" })).toBeNull();
  await user.click((await screen.findAllByText("Nina", { selector: ".ant-select-item-option-content, .ant-select-item-option-content *" })).at(-1) as HTMLElement);
  await user.type(screen.getByTestId("witness-pin"), "111111{Enter}");
  await screen.findByText(/PIN 不对/);
  expect(screen.getByTestId<HTMLInputElement>("seal-reason").value).toBe("Complaint");
  await user.type(screen.getByTestId("witness-pin"), "135790{Enter}");
  await waitFor(() => { expect(screen.queryByTestId("seal-dialog")).toBeNull(); });
  expect(sent.at(-1)).toEqual({ input: { client: "k1", reason: "Complaint", party: "Ann", partyRelation: "本人" }, witness: { staffId: "n1", pin: "135790" } });
});

test("a broken seal is said in words, and its part is marked", async () => {
  open({ seals: [seal(["ph1"])], open: [part("amendment", "a1", "Frown lines")] });
  const user = await openFile();
  expect((await screen.findByTestId("seal-line")).textContent).toContain("内容有变");
  expect(screen.getByTestId("seal-new").textContent).toContain("补充封存 1 份");
  await user.click(screen.getByTestId("seal-line"));
  expect((await screen.findByTestId("seal-verdict")).textContent).toContain("有 1 份与封存时不一致");
  const [treatment, photo] = within(screen.getByTestId("seal-shown")).getAllByTestId("seal-part");
  expect(treatment?.textContent).not.toContain("内容有变");
  expect(photo?.textContent).toContain("内容有变");
  expect(await stumbles()).toEqual([]);
});

test("a whole seal says so, and who may not seal is not offered it", async () => {
  open({ seals: [seal([])], open: [part("amendment", "a1", "Frown lines")] }, { ...me, roles: ["doctor"], permissions: ["work", "see_clients", "see_treatments"] });
  const user = await openFile();
  await user.click(await screen.findByTestId("seal-line"));
  expect((await screen.findByTestId("seal-verdict")).textContent).toContain("都与封存时一致");
  expect(screen.queryByTestId("seal-new")).toBeNull();
});
