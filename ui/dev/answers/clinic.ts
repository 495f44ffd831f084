/** Clinic details and rules. */
import type { ClinicDetails, Setting } from "../../src/api/generated";
import { type Answers, changed, refuse } from "../mock";

let details: ClinicDetails = { name: "镜台医疗美容诊所", address: "杭州市西湖区南山路 218 号 2 层", licenceNumber: "PDY00123456789012D1234", licenceExpiresOn: new Date(Date.now() + 41 * 86_400_000).toISOString().slice(0, 10), zone: "Asia/Shanghai" };

const steps = ["arrived", "triage", "consulting", "paying", "preparing", "treating", "left"];

const settings: Setting[] = [
  { key: "idle_lock_minutes", kind: "minutes", least: 1, most: 240, options: [], value: 10, default: 10 },
  { key: "waiting_caution_minutes", kind: "minutes", least: 1, most: 240, options: [], value: 30, default: 20 },
  { key: "calendar_slot_minutes", kind: "minutes", least: 5, most: 60, options: [], value: 15, default: 15 },
  { key: "day_starts_at", kind: "minutes", least: 0, most: 1380, options: [], value: 540, default: 540 },
  { key: "day_ends_at", kind: "minutes", least: 60, most: 1440, options: [], value: 1230, default: 1230 },
  { key: "visit_steps", kind: "list", least: 2, most: 12, options: [], value: [...steps], default: [...steps] },
  { key: "source_channels", kind: "list", least: 0, most: 60, options: [], value: ["转介绍", "小红书", "微信"], default: ["转介绍", "美团", "抖音", "小红书"] },
  { key: "not_agreed_reasons", kind: "list", least: 0, most: 60, options: [], value: ["价格", "再考虑"], default: ["价格", "再考虑"] },
  { key: "expiry_month_days", kind: "days", least: 1, most: 365, options: [], value: 30, default: 30 },
  { key: "expiry_soon_days", kind: "days", least: 1, most: 730, options: [], value: 90, default: 90 },
  { key: "stock_low_days", kind: "days", least: 1, most: 365, options: [], value: 14, default: 14 },
  { key: "stock_use_days", kind: "days", least: 7, most: 730, options: [], value: 90, default: 90 },
  { key: "complaint_answer_hours", kind: "hours", least: 1, most: 168, options: [], value: 24, default: 24 },
  { key: "unsigned_hours", kind: "hours", least: 1, most: 168, options: [], value: 24, default: 24 },
  { key: "cancel_reasons", kind: "list", least: 0, most: 60, options: [], value: ["顾客改期", "身体不适", "医生停诊"], default: ["顾客改期", "身体不适", "医生停诊"] },
  { key: "discount_reception", kind: "percent", least: 0, most: 100, options: [], value: 0, default: 0 },
  { key: "discount_consultant", kind: "percent", least: 0, most: 100, options: [], value: 10, default: 5 },
  { key: "discount_cashier", kind: "percent", least: 0, most: 100, options: [], value: 5, default: 5 },
  { key: "stored_value_order", kind: "choice", least: 0, most: 0, options: ["principal_first", "gift_first", "in_proportion"], value: "principal_first", default: "principal_first" },
  { key: "arrears", kind: "choice", least: 0, most: 0, options: ["approved", "allowed", "never"], value: "allowed", default: "approved" },
  { key: "arrears_days", kind: "days", least: 1, most: 730, options: [], value: 30, default: 30 },
  { key: "refund_free_days", kind: "days", least: 0, most: 365, options: [], value: 7, default: 7 },
  { key: "refund_interest", kind: "choice", least: 0, most: 0, options: ["both", "clinic", "never"], value: "both", default: "both" },
  { key: "refund_rate_clinic", kind: "rate", least: 0, most: 2_400, options: [], value: 310, default: 300 },
  { key: "refund_rate_client", kind: "rate", least: 0, most: 2_400, options: [], value: 150, default: 150 },
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
    if (typeof value === "number" && (value < setting.least || value > setting.most)) refuse("invalid_value", "value", { least: String(setting.least), most: String(setting.most) });
    setting.value = value ?? setting.default;
    changed("clinic");
    return null;
  },
};
