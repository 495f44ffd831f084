/** The triage form as questions: which are asked, what is offered, what an answer reads like. */
import type { TFunction } from "i18next";
import type { Keloid, Pregnancy, Sex, TriageForm } from "../../api/generated";
import { zh } from "../../locales/zh";

export type TextQuestion = "wish" | "allergies" | "medication" | "recentTreatments";
export type ChoiceQuestion = "pregnancy" | "keloid";
export type Question = TextQuestion | ChoiceQuestion;

export const pregnancies: readonly Exclude<Pregnancy, "not_asked">[] = ["no", "yes", "breastfeeding", "trying"];
export const keloids: readonly Exclude<Keloid, "not_asked">[] = ["no", "yes", "unsure"];

export const blank: TriageForm = { wish: "", pregnancy: "not_asked", allergies: "", medication: "", keloid: "not_asked", recentTreatments: "", filledBy: "client" };

export function questionsFor(sex: Sex): Question[] {
  const all: Question[] = ["wish", "pregnancy", "allergies", "medication", "keloid", "recentTreatments"];
  return all.filter((question) => question !== "pregnancy" || sex !== "male");
}

export function isChoice(question: Question): question is ChoiceQuestion {
  return question === "pregnancy" || question === "keloid";
}

/** A wish is always there; of the others one may have none. */
export const mayBeNone = (question: TextQuestion): boolean => question !== "wish";

/** What seldom changes is offered "as last time". */
export const asLastTime: readonly Question[] = ["allergies", "medication", "keloid"];

export function isAnswered(form: TriageForm, question: Question): boolean {
  return isChoice(question) ? form[question] !== "not_asked" : form[question].trim() !== "";
}

/** An answer in words; "" where there is none. */
export function answerWords(t: TFunction, form: TriageForm, question: Question): string {
  if (question === "pregnancy") return form.pregnancy === "not_asked" ? "" : t(`triage.pregnancy.${form.pregnancy}`);
  if (question === "keloid") return form.keloid === "not_asked" ? "" : t(`triage.keloid.${form.keloid}`);
  return form[question].trim();
}

/** The usual answers, in the language shown. */
export function chipsOf(t: TFunction, question: TextQuestion): string[] {
  return Object.keys(zh.triage.chip[question]).map((key) => t(`triage.chip.${question}.${key}` as "triage.chip.wish.pores"));
}

/** Adds a word to a list of them, or takes it away again; "none" gives way to any. */
export function toggleWord(t: TFunction, text: string, word: string): string {
  const gap = t("common.listGap");
  const words = text.split(gap).map((part) => part.trim()).filter((part) => part !== "" && part !== t("triage.none"));
  return (words.includes(word) ? words.filter((part) => part !== word) : [...words, word]).join(gap);
}

export function hasWord(t: TFunction, text: string, word: string): boolean {
  return text.split(t("common.listGap")).some((part) => part.trim() === word);
}
