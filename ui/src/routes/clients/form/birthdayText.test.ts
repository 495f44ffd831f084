import { describe, expect, it } from "vitest";
import { faultOf, parseDay } from "./birthdayText";

describe("a birthday typed quickly", () => {
  it("is read however it is parted", () => {
    for (const typed of ["1990-5-3", "1990.5.3", "1990/05/03", "1990 5 3", "19900503", " 1990-05-03 ", "\uFF11\uFF19\uFF19\uFF10\uFF0D5-3"]) {
      expect(parseDay(typed), typed).toBe("1990-05-03");
    }
  });

  it("is no day where it is none", () => {
    for (const typed of ["", "90-5-3", "1990-13-1", "1990-1-32", "1990", "199005"]) expect(parseDay(typed), typed).toBeNull();
    expect(faultOf("1990-2-30", "solar", "2026-11-22")).toBe("wrong");
    expect(faultOf("1899-1-1", "solar", "2026-11-22")).toBe("wrong");
    expect(faultOf("2026-11-23", "solar", "2026-11-22")).toBe("future");
  });

  it("knows that a lunar month has thirty days, also the second", () => {
    expect(faultOf("1990-2-30", "lunar", "2026-11-22")).toBeNull();
    expect(faultOf("1990-1-31", "lunar_leap", "2026-11-22")).toBe("wrong");
    expect(faultOf("", "lunar", "2026-11-22")).toBeNull();
  });
});
