/** What came of scanning the test code: character by character, and what is wrong with the scanner otherwise. */
import { GS, chordWords } from "../../../app/scannerKeys";

/** A number with its check digit, a last day, a batch that FNC1 must end, a serial of both cases. */
export const testCode = `01069012345678921735123110TEST-01${GS}21Ab7`;
export const testCodePrinted = "(01)06901234567892(17)351231(10)TEST-01(21)Ab7";

export type ProblemKind = "separator_missing" | "separator_other" | "case_swapped" | "case_lost" | "layout" | "cut" | "extra" | "other";

export interface Problem {
  kind: ProblemKind;
  got: string;
  wanted: string;
  /** The key that may be set to stand for the separator. */
  chord: string | null;
}

const problem = (kind: ProblemKind, more: Partial<Problem> = {}): Problem => ({ kind, got: "", wanted: "", chord: null, ...more });
const [head = "", tail = ""] = testCode.split(GS);

export interface Arrived {
  text: string;
  /** The keys' names, one a character. */
  chords: readonly string[];
}

/** Without what says which symbol it was, and the FNC1 that some scanners send in front. */
export function withoutSymbol({ text, chords }: Arrived): Arrived {
  const length = new RegExp(`^(?:\\][A-Za-z]\\d)?${GS}?`).exec(text)?.[0].length ?? 0;
  return { text: text.slice(length), chords: chords.slice(length) };
}

/** Nothing: all is well. */
export function problemsOf(arrived: Arrived): Problem[] {
  const { text, chords } = withoutSymbol(arrived);
  const plain = text.toLowerCase();
  const [begins, ends] = [head.toLowerCase(), tail.toLowerCase()];
  const between = plain.startsWith(begins) && plain.endsWith(ends) && text.length >= head.length + tail.length ? text.slice(head.length, text.length - tail.length) : null;
  if (between !== null && between.length <= 3) {
    const letters = `${text.slice(0, head.length)}${text.slice(text.length - tail.length)}`;
    const separator = between === GS ? [] : between === "" ? [problem("separator_missing")] : [other(between, chords.slice(head.length, head.length + between.length))];
    return [...separator, ...caseOf(letters)];
  }
  const whole = new RegExp(`${escaped(head)}.{0,3}${escaped(tail)}`, "i");
  if (whole.test(text)) return [problem("extra", { got: shown(text.replace(whole, " ").trim()) })];
  if (testCode.toLowerCase().startsWith(plain) || subsequence(plain, testCode.toLowerCase())) return [cut(text)];
  const at = Array.from(testCode).findIndex((char, index) => char.toLowerCase() !== text[index]?.toLowerCase());
  const same = Array.from(testCode).filter((char, index) => char.toLowerCase() === text[index]?.toLowerCase()).length;
  if (same > testCode.length / 2) return [problem("layout", { wanted: testCode.charAt(at), got: shown(text.charAt(at)) })];
  return [problem("other")];
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const cut = (text: string) => problem("cut", { got: String(text.length), wanted: String(testCode.length) });

/** A single key in the separator's place may be what the scanner presses for it. */
function other(between: string, keys: readonly string[]): Problem {
  const [chord = ""] = keys;
  const one = between.length === 1 && chord !== "";
  return problem("separator_other", { got: one ? chordWords(chord) : shown(between), chord: one ? chord : null });
}

function caseOf(letters: string): Problem[] {
  const wanted = `${head}${tail}`;
  if (letters === wanted) return [];
  const swapped = Array.from(letters, (char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase())).join("");
  return [problem(swapped === wanted ? "case_swapped" : "case_lost")];
}

function subsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const char of whole) if (char === part[at]) at += 1;
  return part !== "" && at === part.length && part.length > whole.length / 3;
}

/** With a picture for what has none. */
export function shown(text: string): string {
  return text.replaceAll(GS, "\u241d").replaceAll(" ", "\u2423");
}

export interface Cell {
  char: string;
  state: "same" | "extra" | "missing";
}

/** What arrived beside what should have: the longest they have in common, and what is between. */
export function compared(got: string, wanted: string): Cell[] {
  const best = Array.from({ length: got.length + 1 }, () => new Array<number>(wanted.length + 1).fill(0));
  const at = (row: number, column: number) => best[row]?.[column] ?? 0;
  for (let row = got.length - 1; row >= 0; row -= 1) {
    for (let column = wanted.length - 1; column >= 0; column -= 1) {
      const line = best[row];
      if (line) line[column] = got[row] === wanted[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const cells: Cell[] = [];
  let [row, column] = [0, 0];
  while (row < got.length || column < wanted.length) {
    if (row < got.length && column < wanted.length && got[row] === wanted[column]) {
      cells.push({ char: got.charAt(row), state: "same" });
      row += 1;
      column += 1;
    } else if (column < wanted.length && (row === got.length || at(row, column + 1) >= at(row + 1, column))) {
      cells.push({ char: wanted.charAt(column), state: "missing" });
      column += 1;
    } else {
      cells.push({ char: got.charAt(row), state: "extra" });
      row += 1;
    }
  }
  return cells;
}
