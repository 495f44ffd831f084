/** The step after this one; none after the last, nor after a step that the clinic has since dropped. */
export function stepAfter(steps: readonly string[], step: string): string | undefined {
  const at = steps.indexOf(step);
  return at === -1 ? undefined : steps[at + 1];
}
