import { describe, expect, it } from "vitest";
import { inputOf, isPhone, nobody } from "./values";

const masked = "138 **** 6721";

describe("what the form gives to Rust", () => {
  it("leaves an untouched phone and ID number as they are", () => {
    const input = inputOf({
      ...nobody(),
      phones: [
        { id: "p1", number: { masked, typed: null }, label: " home " },
        { id: "p2", number: { masked, typed: "13900000000" }, label: "" },
        { id: null, number: { masked: null, typed: "  " }, label: "" },
      ],
      idNumber: { masked: "330 **** 28", typed: null },
    });
    expect(input.phones).toEqual([{ id: "p1", number: null, label: "home" }, { id: "p2", number: "13900000000", label: "" }]);
    expect(input.idNumber).toBeNull();
  });

  it("removes an ID number that was emptied, and keeps a contact's masked phone", () => {
    const input = inputOf({
      ...nobody({ name: " A " }),
      idNumber: { masked: "330 **** 28", typed: "" },
      guardian: { name: "B", phone: { masked, typed: null }, relation: "" },
      emergency: { name: "", phone: { masked, typed: "" }, relation: "" },
    });
    expect(input.name).toBe("A");
    expect(input.idNumber).toBe("");
    expect(input.guardian).toEqual({ name: "B", phone: masked, relation: "" });
    expect(input.emergency).toBeNull();
  });

  it("reads phones as people write them", () => {
    for (const typed of ["138 1234 6721", "+852 9123-4567", "(021) 6235.8888", "\uFF11\uFF13\uFF18\uFF11\uFF12\uFF13\uFF14\uFF16\uFF17\uFF12\uFF11"]) expect(isPhone(typed), typed).toBe(true);
    for (const typed of ["12", "138x", "1".repeat(21)]) expect(isPhone(typed), typed).toBe(false);
  });
});
