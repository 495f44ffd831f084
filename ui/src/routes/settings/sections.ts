import { useMay } from "../../app/session";

export const sections = ["me", "clinic", "rules", "catalogue", "about"] as const;
export type Section = (typeof sections)[number];

/** Those the person who is signed in may open. */
export function useSections(): readonly Section[] {
  const may = useMay();
  return sections.filter((section) => section !== "catalogue" || may("manage_clinic"));
}
