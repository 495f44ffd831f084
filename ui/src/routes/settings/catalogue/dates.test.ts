import { expect, test } from "vitest";
import { endTone, maintenanceDue, maintenanceTone } from "./dates";

test("maintenance is due so many months later, on the month's last day where it has no such day", () => {
  expect(maintenanceDue({ lastMaintainedOn: "2026-08-31", maintenanceMonths: 6 })).toBe("2027-02-28");
  expect(maintenanceDue({ lastMaintainedOn: "2026-05-10", maintenanceMonths: 12 })).toBe("2027-05-10");
  expect([maintenanceDue({ lastMaintainedOn: null, maintenanceMonths: 6 }), maintenanceDue({ lastMaintainedOn: "2026-05-10", maintenanceMonths: null })]).toEqual([null, null]);
});

test("it warns a month before and ever after", () => {
  expect(["2026-12-23", "2026-12-22", "2026-11-22", "2026-01-01"].map((due) => maintenanceTone(due, "2026-11-22"))).toEqual(["", "caution", "caution", "caution"]);
  expect([maintenanceTone(null, "2026-11-22"), endTone(null, "2026-11-22"), endTone("2027-02-20", "2026-11-22"), endTone("2027-02-21", "2026-11-22"), endTone("2026-11-21", "2026-11-22")]).toEqual(["", "", "caution", "", "danger"]);
});
