/** The settings' sections; everybody may look at all of them, and Rust says who changes what. */
export const sections = ["me", "clinic", "rules", "catalogue", "billing", "scanner", "about"] as const;
export type Section = (typeof sections)[number];
