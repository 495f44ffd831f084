/** Stages, sign-in and the first run. PIN of all: 135790. */
import { emit } from "@tauri-apps/api/event";
import type { DeskState, Me, Permission, Role } from "../../src/api/generated";
import { type Answers, pause, refuse } from "../mock";

const asked = new URLSearchParams(location.search);
const zone = "Asia/Shanghai";
const all: Permission[] = [
  "work", "manage_clinic", "edit_products", "see_stock", "keep_stock", "see_batch_clients", "hold_batches", "release_batches", "use_vials", "manage_staff", "read_audit", "see_clients", "edit_clients", "reveal_contacts", "see_health", "edit_health",
  "join_clients", "import_clients", "export_clients", "see_calendar", "edit_calendar", "see_board", "run_visits", "see_treatments", "draft_plans", "approve_plans", "write_treatments", "sign_treatments", "note_consents", "see_overrides", "see_photos", "add_photos", "remove_photos", "export_photos", "seal_records", "see_complaints", "take_complaints", "close_complaints", "see_compliance", "see_money", "sell", "allow_arrears", "refund", "change_ledgers", "open_balances", "settle_overdrafts", "see_entitlements", "consult",
];

export const people: { staffId: string; name: string; roles: Role[] }[] = [
  { staffId: "p1", name: "沈静仪", roles: ["owner", "doctor"] },
  { staffId: "p2", name: "周予安", roles: ["doctor"] },
  { staffId: "p3", name: "林小满", roles: ["nurse"] },
  { staffId: "p4", name: "许知夏", roles: ["consultant"] },
  { staffId: "p5", name: "陈嘉禾", roles: ["reception", "cashier"] },
  { staffId: "p6", name: "欧阳若水", roles: ["consultant"] },
];

const state: DeskState = {
  stage: (asked.get("stage") as DeskState["stage"] | null) ?? "signed_out",
  demo: asked.has("real") ? null : { passphrase: "porcelain-celadon-ink", people: people.map(({ name, roles }) => ({ name, roles, pin: "135790" })) },
  clinic: { name: "镜台医疗美容诊所", zone, hasLogo: false },
  me: null,
  idleLockMinutes: 10,
  version: "0.1.0",
  backup: { lastAt: Date.now() - 2 * 3_600_000, problem: null },
};
if (state.stage === "signed_in" || state.stage === "locked") state.me = me("p1");

function me(staffId: string): Me {
  const person = people.find((other) => other.staffId === staffId) ?? refuse("not_found");
  const closed = person.roles.includes("nurse") ? /^(manage|release|read_audit|import|export|see_overrides|allow_arrears|refund|change_ledgers|open_balances|settle_overdrafts)/ : /^(manage|edit_products|read_audit|import|export|see_overrides|allow_arrears|refund|change_ledgers|open_balances|settle_overdrafts)/;
  const treats = (["doctor", "nurse", "consultant"] as const).filter((role) => person.roles.includes(role));
  const none = treats.includes("doctor") ? /^(see_money|sell)$/ : treats.includes("nurse") ? /_plans$|^sign_|^close_complaints$|^see_money$|^sell$/ : treats.includes("consultant") ? /^(approve_plans|write_treatments|sign_treatments|note_consents|close_complaints|see_compliance)$/ : /_(plans|treatments)$|^close_complaints$|^see_compliance$/;
  const permissions = person.roles.includes("owner") ? all : all.filter((permission) => !closed.test(permission) && !none.test(permission));
  return { ...person, permissions };
}

let failures = 0;
export function checkPin(pin: string): void {
  if (pin === "135790") {
    failures = 0;
    return;
  }
  failures += 1;
  if (failures > 2) refuse("pin_wait", "pin", { waitSeconds: "5" });
  refuse("pin_wrong", "pin");
}

const demo = { cancelled: false };
const isCancelled = () => demo.cancelled;

export const deskAnswers: Answers = {
  "desk.state": () => ({ ...state }),
  "setup.keyring_available": () => true,
  "setup.create_clinic": ({ clinic }) => {
    if (clinic.licenceNumber === "") refuse("required", "licenceNumber");
    state.stage = "signed_out";
    state.demo = null;
    return { recoveryCode: "K7QF2-9MXTR-4WBHN-P3DJC-V8YAE-6ZSGL" };
  },
  "setup.open_demo": async () => {
    demo.cancelled = false;
    for (let done = 0; done <= 100; done += 4) {
      if (isCancelled()) refuse("cancelled");
      await emit("progress", { task: "demo", phase: "", done, total: 100 });
      await pause(150);
    }
    state.stage = "signed_out";
    return null;
  },
  "setup.cancel_demo": () => {
    demo.cancelled = true;
    return null;
  },
  "setup.unlock": ({ passphrase }) => {
    if (passphrase !== "porcelain-celadon-ink") refuse("passphrase_wrong", "passphrase");
    state.stage = "signed_out";
    return null;
  },
  "setup.unlock_with_recovery_code": ({ code }) => {
    if (!code.startsWith("K7")) refuse("recovery_code_mistyped", "code");
    state.stage = "signed_out";
    return null;
  },
  "session.people": () => people,
  "session.sign_in": ({ staffId, pin }) => {
    checkPin(pin);
    state.me = me(staffId);
    state.stage = "signed_in";
    return state.me;
  },
  "session.lock": () => {
    state.stage = "locked";
    return null;
  },
  "session.unlock": ({ pin }) => {
    checkPin(pin);
    state.stage = "signed_in";
    return state.me ?? refuse("signed_out");
  },
  "session.sign_out": () => {
    state.stage = "signed_out";
    state.me = null;
    return null;
  },
  "session.change_pin": ({ oldPin }) => {
    if (oldPin !== "135790") refuse("pin_wrong", "oldPin");
    return null;
  },
};
