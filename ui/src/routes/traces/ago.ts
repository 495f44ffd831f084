/** How long ago, as one says it: nobody counts months by dates. */
const units = new Map<string, Intl.RelativeTimeFormat>();

export function agoWords(language: string, days: number): string {
  let words = units.get(language);
  if (!words) {
    words = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
    units.set(language, words);
  }
  if (days < 30) return words.format(0 - days, "day");
  const months = Math.floor(days / 30.44);
  return months < 24 ? words.format(0 - Math.max(1, months), "month") : words.format(0 - Math.floor(months / 12), "year");
}
