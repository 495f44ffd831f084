/** When a device's papers end and its maintenance is due, and from when on that is worth a look. */
import dayjs from "dayjs";
import type { Equipment } from "../../../api/generated";
import { daysBetween } from "../../../components/format";

export type Tone = "" | "caution" | "danger";

/** Renewing a registration takes months; a maintenance is arranged within one. */
const endSoonDays = 90;
const dueSoonDays = 30;

export function endTone(on: string | null, today: string): Tone {
  if (on === null) return "";
  const days = daysBetween(today, on);
  return days < 0 ? "danger" : days <= endSoonDays ? "caution" : "";
}

/** Null where it needs none or was never maintained. A month's last day stays one. */
export function maintenanceDue({ lastMaintainedOn, maintenanceMonths }: Pick<Equipment, "lastMaintainedOn" | "maintenanceMonths">): string | null {
  if (lastMaintainedOn === null || maintenanceMonths === null) return null;
  return dayjs(lastMaintainedOn).add(maintenanceMonths, "month").format("YYYY-MM-DD");
}

export function maintenanceTone(due: string | null, today: string): Tone {
  return due !== null && daysBetween(today, due) <= dueSoonDays ? "caution" : "";
}
