/** The list of steps with one change; the first and the last stay where they are. */

export function withMoved(steps: readonly string[], at: number, by: -1 | 1): string[] {
  const to = at + by;
  const step = steps[at];
  if (step === undefined || at < 1 || to < 1 || at > steps.length - 2 || to > steps.length - 2) return [...steps];
  return steps.toSpliced(at, 1).toSpliced(to, 0, step);
}

export function without(steps: readonly string[], at: number): string[] {
  return at < 1 || at > steps.length - 2 ? [...steps] : steps.toSpliced(at, 1);
}

/** Before the last; from there it is moved. */
export function withStep(steps: readonly string[], step: string): string[] {
  return steps.toSpliced(-1, 0, step);
}
