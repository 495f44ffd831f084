/** Staff and registrations. */
import type { StaffMember } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";
import { people } from "./desk";

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

const staff: StaffMember[] = [
  ...people.map((person, index): StaffMember => ({
    id: person.staffId, name: person.name, phone: `1380013800${index}`, roles: person.roles, active: true, registrations: [], permittedProcedures: [],
  })),
  { id: "p7", name: "马会宁", phone: null, roles: ["nurse"], active: false, registrations: [], permittedProcedures: [] },
];
if (staff[0]) staff[0].registrations = [{ id: "r1", specialty: "dermatology", titleNumber: "201833110330102198704", practiceNumber: "110330100012345", filedOn: "2019-06-01", expiresOn: inDays(34) }];
if (staff[1]) {
  staff[1].registrations = [
    { id: "r2", specialty: "surgery", titleNumber: "201533110330102198411", practiceNumber: "110330100054321", filedOn: "2018-03-12", expiresOn: inDays(-12) },
    { id: "r3", specialty: "dermatology", titleNumber: "201533110330102198411", practiceNumber: "110330100054321", filedOn: "2020-09-01", expiresOn: null },
  ];
  staff[1].permittedProcedures = ["c1", "c3"];
}

const find = (id: string) => staff.find((member) => member.id === id) ?? refuse("not_found");

export const staffAnswers: Answers = {
  "staff.all": () => structuredClone(staff),
  "staff.add": (input) => {
    if (staff.some((member) => member.name === input.name)) refuse("name_taken", "name");
    const id = `p${staff.length + 1}`;
    staff.push({ id, name: input.name, phone: input.phone, roles: input.roles, active: true, registrations: [], permittedProcedures: [] });
    changed("staff");
    return id;
  },
  "staff.edit": ({ id, ...change }) => {
    if (id === "p1" && (!change.active || !change.roles.includes("owner"))) refuse("last_owner", "roles");
    Object.assign(find(id), change);
    changed("staff");
    return null;
  },
  "staff.reset_pin": ({ pin }) => (/^(\d)\1+$/.test(pin) ? refuse("pin_weak", "pin") : null),
  "staff.register": ({ staffId, ...registration }) => {
    find(staffId).registrations.push({ id: crypto.randomUUID(), ...registration });
    changed("staff");
    return "r";
  },
  "staff.end_registration": ({ id }) => {
    for (const member of staff) member.registrations = member.registrations.filter((other) => other.id !== id);
    changed("staff");
    return null;
  },
  "staff.permit_procedures": ({ staffId, procedureIds }) => {
    find(staffId).permittedProcedures = procedureIds;
    changed("staff");
    return null;
  },
};
