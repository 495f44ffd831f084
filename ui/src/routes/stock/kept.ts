/** What was typed in a small dialog that was closed again; in memory, and by person. */
const typed = new Map<string, object>();

export const kept = (key: string): object => typed.get(key) ?? {};
export const keep = (key: string, values: object): void => void typed.set(key, values);
export const forget = (key: string): void => void typed.delete(key);
