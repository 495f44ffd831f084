/** What was moved and checked in at this computer by whom, for U to take back. */
import type { StaffId, VisitId } from "../../api/generated";

export interface Done {
  by: StaffId;
  visit: VisitId;
  name: string;
  how: "move" | "check_in";
}

let log: readonly Done[] = [];
const longest = 50;

export function rememberDone(done: Done): void {
  log = [...log, done].slice(-longest);
}

/** It has been taken back, by U or by its own button. */
export function forgetOne({ visit, how }: Pick<Done, "visit" | "how">): void {
  const at = log.findLastIndex((done) => done.visit === visit && done.how === how);
  log = log.filter((_, index) => index !== at);
}

/** At a change of person. */
export function forgetAll(): void {
  log = [];
}

/** Nobody takes back what a colleague did, though it ended only after the change of person. */
export function lastDoneBy(staffId: StaffId): Done | undefined {
  return log.findLast(({ by }) => by === staffId);
}
