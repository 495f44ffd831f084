/** How this computer's window is liked: shade, language, what its scanner sends, where its camera's pictures are. Kept in localStorage. */
import { useSyncExternalStore } from "react";
import { type ScannerSettings, scannerAsDelivered } from "./scannerKeys";

export type ShadeChoice = "light" | "dark" | "system";
export type Language = "zh" | "en";
export interface Preferences {
  shade: ShadeChoice;
  language: Language;
  scanner: ScannerSettings;
  /** The folder of the camera's card; "" for none. */
  cameraFolder: string;
}

const storageKey = "jingtai.preferences";
const listeners = new Set<() => void>();

function stored(): Preferences {
  const fallback: Preferences = { shade: "system", language: navigator.language.startsWith("en") ? "en" : "zh", scanner: scannerAsDelivered, cameraFolder: "" };
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Partial<Preferences>;
    return {
      shade: kept.shade === "light" || kept.shade === "dark" ? kept.shade : fallback.shade,
      language: kept.language === "zh" || kept.language === "en" ? kept.language : fallback.language,
      scanner: { ...scannerAsDelivered, ...kept.scanner },
      cameraFolder: typeof kept.cameraFolder === "string" ? kept.cameraFolder : fallback.cameraFolder,
    };
  } catch {
    return fallback;
  }
}

let current = stored();

export function preferences(): Preferences {
  return current;
}

export function prefer(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  localStorage.setItem(storageKey, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function onPreferences(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(onPreferences, preferences);
}

export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => { media.removeEventListener("change", listener); };
    },
    () => window.matchMedia(query).matches,
  );
}
