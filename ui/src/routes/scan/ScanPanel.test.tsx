import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { emit } from "@tauri-apps/api/event";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Answers, deskState, openDesk, owner, refuse, stumbles } from "../../../dev/desk";
import type { Catalogue, Permission, Product, ProductInput, ScanResult } from "../../api/generated";
import { GS } from "../../app/scannerKeys";

const known: Product = {
  id: "p1", name: "Filler", genericName: "hyaluronic acid", kind: "device", deviceClass: 3, manufacturer: "Maker", registrationNumber: "", codes: ["06901234567892"], specification: "", unit: "mL", scale: 1, packQuantity: 8,
  ingredients: "", contraindications: "", storage: "", toxin: false, retailPrice: null, active: true,
};
const result = (code: string, product: string | null): ScanResult => ({
  scanned: {
    kind: "gs1", text: "", productCode: code, lot: "L1", expiresOn: "2020-01-31", producedOn: null, serial: "S1", unitCode: null,
    elements: [{ ai: "01", title: "GTIN", value: code, date: null }, { ai: "17", title: "USE BY", value: "200131", date: "2020-01-31" }, { ai: "9999", title: "", value: "x", date: null }],
  },
  product, batch: null, packReceived: false, packUsed: false,
});

function open(more: Answers = {}, permissions: Permission[] = ["edit_products"]) {
  const catalogue: Catalogue = { procedures: [], products: [known], rooms: [], equipment: [] };
  const read: string[] = [];
  const saved: ProductInput[] = [];
  openDesk({
    "desk.state": () => deskState({ me: { ...owner, permissions: [...owner.permissions, ...permissions] } }),
    "catalogue.all": () => structuredClone(catalogue),
    "catalogue.history": () => [{ at: 2, by: "Ann", changes: [{ field: "packQuantity", before: 10, after: 8 }] }],
    "drafts.load": () => null,
    "drafts.save": () => null,
    "drafts.leave": () => null,
    "settings.all": () => [],
    "clinic.details": () => ({ name: "", address: "", licenceNumber: "", licenceExpiresOn: null, zone: "Asia/Shanghai" }),
    "scan.read": ({ text }) => {
      read.push(text);
      if (text.includes("bad")) refuse("scan_check_digit", null, { ai: "01", value: "06901234567893", expected: "2", title: "GTIN" });
      const code = text.includes("06901234567892") ? "06901234567892" : "06921234500019";
      return result(code, catalogue.products.find(({ codes }) => codes.includes(code))?.id ?? null);
    },
    "catalogue.set_product": (input) => {
      saved.push(input);
      if (input.codes.includes("taken")) refuse("code_taken", "codes", { code: "taken" });
      const id = input.id ?? "p2";
      catalogue.products = [...catalogue.products.filter((product) => product.id !== id), { ...input, id }];
      void emit("changed", { tags: ["catalogue"] });
      return id;
    },
    ...more,
  });
  return { read, saved };
}

/** As a scanner does, with nothing between the keys. */
function scan(text: string) {
  const at = () => document.activeElement ?? document.body;
  for (const char of text) fireEvent.keyDown(at(), char === GS ? { key: "]", code: "BracketRight", ctrlKey: true } : { key: char, code: /\d/.test(char) ? `Digit${char}` : `Key${char.toUpperCase()}`, shiftKey: char !== char.toLowerCase() });
  fireEvent.keyDown(at(), { key: "Enter", code: "Enter" });
}

test("a pack scanned on any screen says what it is, and leads to it in the catalogue", async () => {
  const user = userEvent.setup({ delay: null });
  const { read, saved } = open();
  await screen.findByTestId("frame");
  scan(`01069012345678921720013110L1${GS}21S1`);
  await waitFor(() => { expect(screen.getByTestId("scan-product").textContent).toContain("Filler"); });
  expect(read[0]).toBe(`01069012345678921720013110L1${GS}21S1`);
  expect(screen.getByTestId("scan-lot").textContent).toBe("L1");
  expect(screen.getByTestId("scan-expiry").dataset["tone"]).toBe("danger");
  expect(screen.getAllByTestId("scan-element").map((row) => row.textContent)).toEqual(["01商品编码（GTIN）06901234567892", "17有效期2001312020-01-31", "9999未知标识符x"]);
  expect(screen.getByTestId("scan-raw").textContent).toContain("\u241d");
  expect(await stumbles()).toEqual([]);

  await user.click(screen.getByTestId("scan-open-product"));
  const pack = await screen.findByTestId<HTMLInputElement>("product-pack");
  expect(pack.value).toBe("0.8");
  await user.clear(pack);
  await user.type(pack, "0.85");
  await user.click(screen.getByTestId("product-save"));
  await waitFor(() => { expect(screen.getByTestId("catalogue-drawer").textContent).toContain("最多 1 位小数"); });
  expect(saved).toEqual([]);
  await user.clear(pack);
  await user.type(pack, "1.1");
  await user.click(screen.getByTestId("product-save"));
  await waitFor(() => { expect(saved.map(({ packQuantity, codes }) => [packQuantity, codes])).toEqual([[11, ["06901234567892"]]]); });
});

test("what stood there before is put back into the form, and not saved", async () => {
  const user = userEvent.setup({ delay: null });
  const { saved } = open();
  await screen.findByTestId("frame");
  scan("0106901234567892");
  await user.click(await screen.findByTestId("scan-open-product"));
  await user.click(await screen.findByTestId("catalogue-part-history"));
  expect((await screen.findByTestId("catalogue-edit")).textContent).toContain("1.0 mL → 0.8 mL");
  await user.click(screen.getByTestId("catalogue-put-back"));
  await waitFor(() => { expect(screen.getByTestId<HTMLInputElement>("product-pack").value).toBe("1.0"); });
  expect(saved).toEqual([]);
  expect(await stumbles(screen.getByTestId("catalogue-drawer"))).toEqual([]);
});

test("an unknown code becomes a new product, with the code filled in", async () => {
  const user = userEvent.setup({ delay: null });
  open();
  await screen.findByTestId("frame");
  scan("0106921234500019");
  await user.click(await screen.findByTestId("scan-new-product"));
  await waitFor(() => { expect(screen.getByTestId("product-codes").textContent).toContain("06921234500019"); });
  // What is scanned while the caret is among the codes is one more of them; one that is another's is refused.
  act(() => { screen.getByTestId("product-codes").querySelector("input")?.focus(); });
  scan("0106901234567892");
  await waitFor(() => { expect(screen.getByTestId("catalogue-drawer").textContent).toContain("已属于“Filler”"); });
  expect(screen.queryByTestId("scan-panel")).toBeNull();
});

test("an unknown code is added to a product that is there", async () => {
  const user = userEvent.setup({ delay: null });
  const { saved } = open();
  await screen.findByTestId("frame");
  scan("0106921234500019");
  await user.click(await screen.findByTestId("scan-to-existing"));
  const field = screen.getByRole("combobox", { name: "加到哪个产品" });
  await user.type(field, "Fill");
  await user.click(await screen.findByText("Filler", { selector: ".ant-select-item-option-content" }));
  await user.click(screen.getByTestId("scan-add-code"));
  await waitFor(() => { expect(saved.map(({ id, codes, packQuantity }) => [id, codes, packQuantity])).toEqual([["p1", ["06901234567892", "06921234500019"], 8]]); });
  await screen.findByTestId("scan-open-product");
});

test("who may not edit products is told whom to ask", async () => {
  open({}, []);
  await screen.findByTestId("frame");
  scan("0106921234500019");
  await waitFor(() => { expect(screen.getByTestId("scan-unknown").textContent).toContain("请院长或护士"); });
  expect(screen.queryByTestId("scan-new-product")).toBeNull();
});

test("a code pasted into the search is offered to be read, and what is wrong with it is named", async () => {
  const user = userEvent.setup({ delay: null });
  open();
  await screen.findByTestId("frame");
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  await user.paste("(01)06901234567893bad");
  await screen.findByRole("option", { name: "读取条码" });
  fireEvent.keyDown(screen.getByTestId("search"), { key: "Enter", keyCode: 13, which: 13 });
  await waitFor(() => { expect(screen.getByTestId("scan-failure").textContent).toContain("校验位应是 2"); });
  expect([screen.getByTestId("scan-wrong-ai").textContent, screen.getByTestId("scan-wrong-expected").textContent]).toEqual(["(01) 商品编码（GTIN）", "2"]);
  expect(await stumbles(screen.getByTestId("scan-panel"))).toEqual([]);
});
