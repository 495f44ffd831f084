import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { type Answers, deskState, openDesk, refuse, stumbles } from "../../../dev/desk";
import type { AddPhoto, ClientFile, DescribePhoto, ExportPhotos, MarkPhoto, Me, Photo, PhotoFacts, RemovePhoto, SignedTreatment, Treatment, TreatmentBody } from "../../api/generated";
import { align } from "./align";

const me: Me = { staffId: "n1", name: "Nina", roles: ["nurse"], permissions: ["work", "see_clients", "see_photos", "add_photos", "remove_photos", "export_photos"] };
const facts = (change: Partial<PhotoFacts> = {}): PhotoFacts => ({ visit: null, treatment: null, view: "front", stage: "before", purpose: "photo_archive", note: "", ...change });
const photo = (id: string, day: number, change: Partial<Photo> = {}): Photo => ({
  id, client: "c1", facts: facts(), fileName: `${id}.jpg`, sha256: "ab".repeat(32), mediaType: "image/jpeg", length: 4_000_000, width: 3000, height: 4000, located: false, camera: "",
  takenAt: Date.UTC(2026, 10, day, 4), marks: null, preview: "made", addedAt: Date.UTC(2026, 10, day, 5), addedBy: "Nina", removedReason: null, signed: false, ...change,
});
const early = photo("early", 1, { marks: [{ x: 3000, y: 4000 }, { x: 7000, y: 4000 }] });
const late = photo("late", 20, { facts: facts({ stage: "follow_up", purpose: "publicity" }), width: 2000, height: 2500, marks: [{ x: 2500, y: 5200 }, { x: 6000, y: 4300 }] });
const other = photo("other", 20, { facts: facts({ view: "left_oblique", stage: "follow_up" }), takenAt: late.takenAt + 1000 });
const ann = { id: "c1", name: "Ann", memberNumber: "A000001", sex: "female" as const, age: 30, phone: null, lastVisitAt: null, visits: 1, hasAlert: false };
const file: ClientFile = {
  id: "c1", memberNumber: "A000001", memberCode: "JT1:A000001", memberQr: "<svg/>", name: "Ann", otherNames: "", sex: "female", birthday: null, birthdayThisYear: null, age: 30, phones: [], wechat: null, idNumber: null, guardian: null,
  emergency: null, source: null, referrer: null, skinType: null, preferences: "", notes: "", tags: [], assignments: [], dataConsents: [], joined: [], possibleDuplicates: [], visits: [], createdAt: 0,
};

beforeEach(() => {
  // jsdom has neither.
  Object.assign(URL, { createObjectURL: () => "blob:photo", revokeObjectURL: () => undefined });
  Object.assign(Blob.prototype, { arrayBuffer: () => Promise.resolve(new ArrayBuffer(8)) });
});

function open(more: Answers = {}, add: (input: AddPhoto) => unknown = () => "new", photos: Photo[] = [late, other, early]) {
  const view = openDesk({
    "desk.state": () => deskState({ me }),
    "clients.find": () => [ann],
    "clients.open": () => file,
    "settings.all": () => [],
    "photos.of_client": () => ({ photos, consents: ["photo_archive"] }),
    "photos.cards": () => [],
    ...more,
  });
  takeBytes(add);
  return view;
}

/** mockIPC keeps the headers to itself, and in them stand an upload's name and input; a download answers with bytes. */
function takeBytes(add: (input: AddPhoto) => unknown) {
  type Invoke = (command: string, payload: unknown, options?: { headers: { input: string } }) => Promise<unknown>;
  const internals = (window as unknown as { __TAURI_INTERNALS__: { invoke: Invoke } }).__TAURI_INTERNALS__;
  const { invoke } = internals;
  vi.spyOn(internals, "invoke").mockImplementation((command, payload, options) => {
    if (command === "download") return Promise.resolve(new ArrayBuffer(8));
    if (command !== "upload" || !options) return invoke(command, payload, options);
    return new Promise((resolve) => { resolve(add(JSON.parse(decodeURIComponent(options.headers.input)) as AddPhoto)); });
  });
}

async function goToPhotos() {
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-clients"));
  await user.type(await screen.findByTestId("clients-search"), "ann{Enter}");
  await user.click(await screen.findByTestId("client-photos-open"));
  await screen.findByTestId("photo-early");
  return user;
}

test("photos and their intake can be used without sight, and each says its purpose and consent", async () => {
  open();
  const user = await goToPhotos();
  expect(await stumbles()).toEqual([]);
  expect(within(screen.getByTestId("photo-early")).getByTestId("photo-consent").textContent).toBe("照片存档 · 已同意");
  expect(within(screen.getByTestId("photo-late")).getByTestId("photo-consent").textContent).toBe("宣传使用 · 未同意");
  // The latest day first, and within it as they were taken.
  expect(screen.getAllByTestId(/^photo-(early|late|other)$/).map(({ dataset }) => dataset["testid"])).toEqual(["photo-late", "photo-other", "photo-early"]);
  await user.keyboard("a");
  await screen.findByTestId("photo-intake");
  expect(await stumbles()).toEqual([]);
});

test("three files get the standard views; the one that fails says why, is not lost, and can be tried again", async () => {
  const sent: AddPhoto[] = [];
  let gone = true;
  open({}, (input) => {
    sent.push(input);
    if (input.fileName === "IMG_9.jpg" && gone) return refuse("photo_kept", "photo", { client: "Bea" });
    return "new";
  });
  const user = await goToPhotos();
  await user.keyboard("a");
  // As a folder's window gives them; the camera's order is that of the numbers.
  await user.upload(await screen.findByTestId("photo-files"), ["IMG_10.jpg", "IMG_8.jpg", "IMG_9.jpg"].map((name) => new File(["bytes"], name, { type: "image/jpeg", lastModified: 1_000 })));
  expect(screen.getAllByTestId("photo-incoming").map(({ textContent }) => /IMG_\d+/.exec(textContent)?.[0])).toEqual(["IMG_8", "IMG_9", "IMG_10"]);
  await user.click(screen.getByTestId("photo-intake-run"));
  expect((await screen.findByTestId("photo-incoming-fault")).textContent).toContain("这张照片已经在Bea的档案里。");
  await waitFor(() => { expect(screen.getByTestId("photo-intake-state").textContent).toBe("已添加 2/3"); });
  expect(sent.map(({ fileName, facts: { view }, fileChangedAt }) => [fileName, view, fileChangedAt])).toEqual([["IMG_8.jpg", "front", 1_000], ["IMG_9.jpg", "left_oblique", 1_000], ["IMG_10.jpg", "left_profile", 1_000]]);
  await user.keyboard("{Escape}");
  await screen.findByTestId("photo-intake-leave");
  await user.click(screen.getByTestId("photo-intake-stay"));
  gone = false;
  await user.click(screen.getByTestId("photo-intake-run"));
  await user.click(await screen.findByTestId("photo-intake-close"));
  expect(sent.slice(3).map(({ fileName, facts: { view } }) => [fileName, view])).toEqual([["IMG_9.jpg", "left_oblique"]]);
  await waitFor(() => { expect(screen.queryByTestId("photo-intake")).toBeNull(); });
});

test("two chosen photos are compared in the order of time, laid over each other on their marks", async () => {
  open();
  const user = await goToPhotos();
  for (const id of ["photo-late", "photo-early"]) await user.click(within(screen.getByTestId(id)).getByTestId("photo-choose"));
  await user.click(screen.getByTestId("photos-compare"));
  await screen.findByTestId("photo-compare");
  expect(screen.getByTestId("photo-earlier").textContent).toContain("2026-11-01");
  expect(screen.getByTestId("photo-later").textContent).toContain("2026-11-20");
  await user.click(screen.getByText("叠加"));
  expect((await screen.findByTestId("photo-over")).getAttribute("transform")).toBe(`matrix(${align(early, late).join(" ")})`);
  // Arrow keys draw the line; those of the ways to compare stay theirs.
  await user.click(screen.getByText("拉线"));
  const part = () => within(screen.getByTestId("photo-compare")).getByRole("slider").getAttribute("aria-valuenow");
  (document.activeElement as HTMLElement).blur();
  await user.keyboard("{ArrowRight}{ArrowRight}{ArrowLeft}");
  expect(part()).toBe("52");
  expect(await stumbles()).toEqual([]);
  await user.click(screen.getByTestId("photo-aligned").querySelector("input") ?? screen.getByTestId("photo-aligned"));
  expect(screen.getByTestId("photo-over").getAttribute("transform")).toBe(`matrix(${align({ ...early, marks: null }, late).join(" ")})`);
  await user.keyboard("{Escape}");
  await screen.findByTestId("photos-compare");
});

test("a typed note stays while others are looked at, and is asked about before it would be lost", async () => {
  const said: DescribePhoto[] = [];
  open({ "photos.describe": (input) => { said.push(input); return null; } });
  const user = await goToPhotos();
  await user.click(within(screen.getByTestId("photo-late")).getByTestId("photo-open"));
  await user.type(await screen.findByTestId("photo-note"), "ab{ArrowLeft}c");
  expect(screen.getByTestId("photo-place").textContent).toBe("1 / 3");
  screen.getByTestId("photo-look").focus();
  await user.keyboard("{ArrowRight}");
  expect(screen.getByTestId("photo-place").textContent).toBe("2 / 3");
  expect(screen.getByTestId<HTMLTextAreaElement>("photo-note").value).toBe("");
  await user.keyboard("{ArrowLeft}");
  expect(screen.getByTestId<HTMLTextAreaElement>("photo-note").value).toBe("acb");
  expect(await stumbles()).toEqual([]);
  await user.keyboard("{Escape}");
  await user.click(await screen.findByTestId("photo-unsaved-save"));
  await waitFor(() => { expect(screen.queryByTestId("photo-viewer")).toBeNull(); });
  expect(said).toEqual([{ id: "late", facts: { ...late.facts, note: "acb" } }]);
});

test("two points are marked without a mouse", async () => {
  const marked: MarkPhoto[] = [];
  open({ "photos.mark": (input) => { marked.push(input); return null; } });
  const user = await goToPhotos();
  await user.click(within(screen.getByTestId("photo-other")).getByTestId("photo-open"));
  await user.click(await screen.findByTestId("photo-mark-points"));
  await waitFor(() => { expect(document.activeElement).toBe(screen.getByTestId("photo-figure")); });
  await user.keyboard("{ArrowLeft}{Enter}{ArrowRight}{ArrowRight}{Shift>}{ArrowUp}{/Shift}{Enter}");
  await waitFor(() => { expect(marked).toEqual([{ id: "other", marks: [{ x: 4900, y: 5000 }, { x: 5100, y: 4990 }] }]); });
  expect(screen.getByTestId("photo-place").textContent).toBe("2 / 3");
});

test("taking a photo out asks for a reason; one that a signed record names stays", async () => {
  const removed: RemovePhoto[] = [];
  open({ "photos.remove": (input) => { removed.push(input); return null; } }, undefined, [late, { ...early, signed: true }]);
  const user = await goToPhotos();
  await user.click(within(screen.getByTestId("photo-late")).getByTestId("photo-open"));
  await user.click(await screen.findByTestId("photo-remove"));
  expect(screen.getByTestId<HTMLButtonElement>("photo-remove-ok").disabled).toBe(true);
  const field = screen.getByTestId("photo-remove-reason");
  await user.type(field.querySelector("input") ?? field, "拍到了别人");
  await user.click(screen.getByTestId("photo-remove-ok"));
  await screen.findByTestId("undo-toast");
  expect(removed).toEqual([{ id: "late", reason: "拍到了别人" }]);
  await user.click(screen.getByTestId("photo-next"));
  await screen.findByTestId("photo-stays");
  expect(screen.queryByTestId("photo-remove")).toBeNull();
});

test("copies leave for a purpose that is asked first, and where they are is said", async () => {
  const exported: ExportPhotos[] = [];
  open({
    "photos.export": (input) => {
      exported.push(input);
      return input.purpose === "publicity" ? refuse("purpose_not_consented", "purpose", { client: "Ann" }) : { path: "/home/nina/photos-1", count: 1 };
    },
  });
  const user = await goToPhotos();
  expect(screen.getByTestId<HTMLButtonElement>("photos-export").disabled).toBe(true);
  await user.click(within(screen.getByTestId("photo-late")).getByTestId("photo-choose"));
  await user.click(screen.getByTestId("photos-export"));
  await user.click(await screen.findByTestId("photos-export-publicity"));
  expect((await screen.findByTestId("failure")).textContent).toContain("Ann没有同意这样使用照片。");
  await user.click(screen.getByTestId("photos-export"));
  await user.click(await screen.findByTestId("photos-export-treatment"));
  expect((await screen.findByTestId("photos-exported")).textContent).toContain("/home/nina/photos-1");
  expect(exported).toEqual([{ ids: ["late"], purpose: "publicity" }, { ids: ["late"], purpose: "treatment" }]);
});

const body: TreatmentBody = {
  doctor: null, assistants: [], indication: "", anaesthesia: { method: "none", minutes: 0, note: "" }, uses: [], energy: [], course: "", reactions: "", advice: "", nextOn: null, funding: { kind: null, entitlement: null, reason: "" }, prescription: [],
};
const client = { id: "c1", name: "Ann", memberNumber: "A000001" };
const procedure = { id: "p1", name: "Toxin", standardName: "Toxin", specialty: "dermatology", consentTemplate: "" } as const;
const draft: Treatment = { id: "t1", client, visit: "v1", planLine: null, procedure, body, totals: [], createdAt: Date.now(), savedAt: 1, savedBy: "Nina", discardedReason: null, signed: null };

async function openRecord(treatment: Treatment, photos: Photo[], more: Answers = {}, add?: (input: AddPhoto) => unknown) {
  open({
    "desk.state": () => deskState({ me: { ...me, permissions: [...me.permissions, "see_treatments", "write_treatments"] } }),
    "staff.all": () => [],
    "catalogue.all": () => ({ procedures: [], products: [], rooms: [], equipment: [] }),
    "treatments.list": () => [{ id: "t1", client, visit: "v1", procedure: "p1", procedureName: "Toxin", doctor: null, createdAt: treatment.createdAt, savedAt: 1, savedBy: "Nina", discarded: false, signed: treatment.signed }],
    "treatments.open": () => treatment,
    "treatments.choices": () => [],
    "consents.of_client": () => [],
    "stock.batches": () => [],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    ...more,
  }, add, photos);
  const user = userEvent.setup({ delay: null });
  await user.click(await screen.findByTestId("rail-treatments"));
  // Rows have no height here and are not drawn: the search opens the only one.
  await user.type(await screen.findByTestId("treatment-search"), "ann{Enter}");
  return user;
}

test("a record shows its own photos, and those added there belong to it and to its visit", async () => {
  const sent: AddPhoto[] = [];
  const user = await openRecord(draft, [late, photo("own", 20, { facts: facts({ treatment: "t1" }) })], {}, (input) => { sent.push(input); return "new"; });
  const part = await screen.findByTestId("record-photos");
  await waitFor(() => { expect(within(part).getAllByTestId("record-photo").map(({ textContent }) => textContent)).toEqual(["正面术前"]); });
  await user.click(within(part).getByTestId("record-photos-add"));
  await user.upload(await screen.findByTestId("photo-files"), new File(["bytes"], "a.jpg", { type: "image/jpeg" }));
  await user.click(screen.getByTestId("photo-intake-run"));
  await user.click(await screen.findByTestId("photo-intake-close"));
  // There is a photo from before: these are taken after.
  expect(sent.map(({ facts: said }) => said)).toEqual([facts({ treatment: "t1", visit: "v1", stage: "right_after" })]);
  await waitFor(() => { expect(screen.queryByTestId("photo-intake")).toBeNull(); });
  await user.click(within(part).getByTestId("record-photo"));
  await screen.findByTestId("photo-viewer");
  await user.keyboard("{Escape}");
  await waitFor(() => { expect(screen.queryByTestId("photo-viewer")).toBeNull(); });
  // Esc closed the photo and nothing beneath it.
  expect(screen.getByTestId("treatment-page")).toBeTruthy();
});

test("a signed record shows the photos its text names, says what came since, and that another stands for one of them", async () => {
  const signed: SignedTreatment = {
    id: "s1", totals: [], sha256: "cd".repeat(32), whole: true, amendments: [], amended: body, withdrawal: null, overrides: [],
    text: {
      format: 1, treatment: "t1", client, visit: "v1", procedure, level: null, listPrice: null, doctor: { id: "d1", name: "Dora", practiceNumber: "1" }, assistants: [], body, products: [], batches: [], equipment: [], signedAt: Date.now(), prescriptionNumber: null, overrides: [],
      photos: [{ id: "own", view: "front", stage: "before", sha256: "ab".repeat(32) }, { id: "changed", view: "smile", stage: "before", sha256: "ef".repeat(32) }],
    },
  };
  const of = facts({ treatment: "t1" });
  const user = await openRecord({ ...draft, signed: "s1" }, [photo("own", 1, { facts: { ...of, view: "frown" }, signed: true }), photo("changed", 2, { facts: of, signed: true }), photo("since", 3, { facts: of })], { "treatments.signed": () => signed });
  const part = await screen.findByTestId("signed-photos");
  await waitFor(() => { expect(within(part).getAllByTestId("record-photo").map(({ textContent }) => textContent)).toEqual(["正面术前", "微笑术前", "正面术前"]); });
  const [own, changed] = within(part).getAllByTestId("signed-photo");
  expect(own?.querySelector("[role=alert]")).toBeNull();
  expect(changed?.textContent).toContain("与签字时的照片不一致");
  expect(part.textContent).toContain("签字之后添加");
  await user.click(own?.querySelector("button") ?? part);
  await screen.findByTestId("photo-viewer");
  expect(["photo-describe", "photo-mark-points", "photo-remove"].filter((id) => screen.queryByTestId(id) !== null)).toEqual([]);
});
