/** What Rust says when it refuses, in the words of the person at the desk. */
import type { TFunction } from "i18next";
import type { ErrorCode, Failure } from "./generated";

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** Anything a rejected call may carry; what is not a Failure was not foreseen by anyone. */
export function toFailure(reason: unknown): Failure | null {
  if (!isRecord(reason) || typeof reason["code"] !== "string") return null;
  const field = typeof reason["field"] === "string" ? reason["field"] : null;
  const params: Record<string, string> = {};
  if (isRecord(reason["params"])) {
    for (const [key, value] of Object.entries(reason["params"])) params[key] = String(value);
  }
  return { code: reason["code"] as ErrorCode, field, params };
}

export interface Words {
  message: string;
  remedy: string;
}

/** The sentence for a failure and what the person can do about it. */
export function wordsFor(t: TFunction, reason: unknown): Words {
  const failure = toFailure(reason);
  const fallback: Words = { message: t("common.unforeseen"), remedy: t("common.unforeseenRemedy") };
  if (!failure) return fallback;
  return {
    message: t(`errors.${failure.code}.message`, { ...failure.params, defaultValue: fallback.message }),
    remedy: t(`errors.${failure.code}.remedy`, { ...failure.params, defaultValue: fallback.remedy }),
  };
}
