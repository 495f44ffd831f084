export const sections = ["me", "clinic", "rules", "about"] as const;
export type Section = (typeof sections)[number];
