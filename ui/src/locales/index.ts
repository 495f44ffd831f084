/**
 * Every sentence a person reads. zh is the source: its type is what en must have, key for key, and
 * what `t("...")` accepts. One file per screen in each language; errors has one entry per code of Rust.
 */
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { money } from "../components/format";
import { onPreferences, preferences } from "../app/preferences";
import { en } from "./en";
import { zh } from "./zh";

export type ScreenName = keyof (typeof zh)["frame"]["screens"];

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zh };
  }
}

function follow(): void {
  const { language } = preferences();
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  dayjs.locale(language === "zh" ? "zh-cn" : "en");
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

void i18next.use(initReactI18next).init({
  resources: { zh: { translation: zh }, en: { translation: en } },
  lng: preferences().language,
  fallbackLng: "zh",
  interpolation: { escapeValue: false },
  returnNull: false,
  showSupportNotice: false,
});
// What Rust says in fen is said as money, without its sign: the sentence says which way.
i18next.services.formatter?.add("money", (fen) => money(Math.abs(Number(fen))));
follow();
onPreferences(follow);
