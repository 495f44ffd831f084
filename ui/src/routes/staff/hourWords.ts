/** Takes 9:30, 09:30, 0930 and 9, with the wide colon of an input method as well; null is no time of day. */
export function minutesOf(typed: string): number | null {
  const found = /^(\d{1,2})(?:[:\uFF1A]?(\d{2}))?$/.exec(typed.trim());
  if (!found) return null;
  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? 0);
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 1440 ? total : null;
}
