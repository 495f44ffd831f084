/** What needs care, gathered from the other answers as Rust gathers it from the tables. */
import type { Care, Matter, NeedsCare, Permission } from "../../src/api/generated";
import { type Answers } from "../mock";
import { catalogueAnswers } from "./catalogue";
import { clinicAnswers } from "./clinic";
import { openComplaints } from "./complaints";
import { overdrafts } from "./ledgers";
import { signingAnswers } from "./signing";
import { staffAnswers } from "./staff";
import { stockAnswers } from "./stock";
import { me, treatmentAnswers } from "./treatments";

const hour = 3_600_000;
const dayOf = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10);
const answered = <Value>(value: Value | Promise<Value> | undefined): Value => value as Value;
const levels: readonly Care[] = ["now", "month", "soon"];

function careOf(on: string): Care | null {
  const days = Math.round((Date.parse(on) - Date.parse(dayOf(Date.now()))) / (24 * hour));
  return days < 0 ? "now" : days <= 30 ? "month" : days <= 90 ? "soon" : null;
}

function ends(on: string | null, matter: Matter): NeedsCare[] {
  const care = on === null ? null : careOf(on);
  return on === null || care === null ? [] : [{ care, on, matter }];
}

function papers(): NeedsCare[] {
  const { licenceNumber, licenceExpiresOn } = answered(clinicAnswers["clinic.details"]?.({}));
  const staff = answered(staffAnswers["staff.all"]?.({}));
  const { equipment } = answered(catalogueAnswers["catalogue.all"]?.({}));
  return [
    ...ends(licenceExpiresOn, { kind: "clinic_licence", number: licenceNumber }),
    ...staff.flatMap(({ id, name, registrations }) => registrations.flatMap(({ specialty, expiresOn }) => ends(expiresOn, { kind: "registration", staff: id, name, specialty }))),
    ...equipment.flatMap(({ id, name, registrationNumber, registrationExpiresOn, filingNumber, filingExpiresOn, lastMaintainedOn, maintenanceMonths }) => {
      const due = lastMaintainedOn === null || maintenanceMonths === null ? null : dayOf(Date.parse(lastMaintainedOn) + maintenanceMonths * 30.44 * 24 * hour);
      return [
        ...ends(due, { kind: "maintenance", equipment: id, name, lastOn: lastMaintainedOn }),
        ...ends(registrationExpiresOn, { kind: "equipment_registration", equipment: id, name, number: registrationNumber }),
        ...ends(filingExpiresOn, { kind: "equipment_filing", equipment: id, name, number: filingNumber }),
      ];
    }),
  ];
}

function work(): NeedsCare[] {
  const may = (permission: Permission) => me().permissions.includes(permission);
  const { expiring, vials } = answered(stockAnswers["stock.alerts"]?.({}));
  const suppliers = answered(stockAnswers["stock.suppliers"]?.({})).filter(({ active }) => active);
  const unsigned = answered(treatmentAnswers["treatments.list"]?.({ client: null })).filter(({ createdAt }) => createdAt < Date.now() - 24 * hour);
  return [
    ...openComplaints().map((complaint): NeedsCare => ({ care: complaint.answeredAt === null ? "now" : "month", on: dayOf(complaint.dueAt), matter: { kind: "complaint", complaint } })),
    ...unsigned.map((record): NeedsCare => ({ care: "now", on: dayOf(record.createdAt), matter: { kind: "unsigned", record } })),
    ...(may("see_overrides") ? answered(signingAnswers["overrides.list"]?.({ seen: false })).map((overridden): NeedsCare => ({ care: "now", on: dayOf(overridden.at), matter: { kind: "override", overridden } })) : []),
    ...(may("settle_overdrafts") ? overdrafts.map((overdraft): NeedsCare => ({ care: "now", on: overdraft.since, matter: { kind: "overdraft", overdraft } })) : []),
    ...(may("use_vials") ? vials.map((vial): NeedsCare => ({ care: "now", on: vial.openedOn, matter: { kind: "vial", vial } })) : []),
    ...(may("keep_stock") ? expiring.map((batch): NeedsCare => ({ care: batch.care, on: batch.expiresOn, matter: { kind: "batch", batch } })) : []),
    ...(may("keep_stock") ? suppliers.flatMap(({ id, name, licenceNumber, licenceExpiresOn }) => ends(licenceExpiresOn, { kind: "supplier_licence", supplier: id, name, number: licenceNumber })) : []),
  ];
}

const desk = (): NeedsCare[] => [...work(), ...papers()].toSorted((one, other) => levels.indexOf(one.care) - levels.indexOf(other.care) || one.on.localeCompare(other.on));

export const complianceAnswers: Answers = {
  "compliance.desk": () => structuredClone(desk()),
  "compliance.counts": () => {
    const count = (level: Care) => desk().filter(({ care }) => care === level).length;
    return { now: count("now"), month: count("month"), soon: count("soon") };
  },
};
