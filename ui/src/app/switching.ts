/** Whether the lock that comes next should offer the people (F2) rather than ask for the same person's PIN. */
let wanted = false;

export function askForPerson(): void {
  wanted = true;
}

export function personWanted(): boolean {
  return wanted;
}

/** The lock has taken it up. */
export function personOffered(): void {
  wanted = false;
}
