/** Clinic details and rules. */
import type { ClinicDetails, Setting } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";

let details: ClinicDetails = { name: "镜台医疗美容诊所", address: "杭州市西湖区南山路 218 号 2 层", licenceNumber: "PDY00123456789012D1234", zone: "Asia/Shanghai" };

const settings: Setting[] = [
  { key: "idle_lock_minutes", kind: "minutes", value: 10, default: 10 },
  { key: "waiting_caution_minutes", kind: "minutes", value: 20, default: 15 },
  { key: "numbing_minutes", kind: "minutes", value: 40, default: 40 },
  { key: "registration_warning_days", kind: "count", value: 60, default: 60 },
  { key: "visit_steps", kind: "list", value: ["arrived", "triage", "consulting", "paying", "preparing", "treating", "observing", "left"], default: ["arrived", "triage", "consulting", "paying", "preparing", "treating", "observing", "left"] },
  { key: "record_number_prefix", kind: "text", value: "JT", default: "" },
];

export const clinicAnswers: Answers = {
  "clinic.details": () => details,
  "clinic.edit": (input) => {
    details = input;
    changed("clinic");
    return null;
  },
  "settings.all": () => settings.map((setting) => ({ ...setting })),
  "settings.set": ({ key, value }) => {
    const setting = settings.find((other) => other.key === key) ?? refuse("not_found");
    setting.value = value;
    changed("settings");
    return null;
  },
};
