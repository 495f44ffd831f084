import type { zh } from "../zh";

export const signIn: (typeof zh)["signIn"] = {
  who: "Who is at this computer?",
  filter: "Type a name or a role",
  nobody: "Nobody called “{{filter}}” works here",
  locked: "Locked; unfinished work is kept",
  pinOf: "PIN of {{name}}",
  enter: "Sign in",
  unlock: "Unlock",
  others: "Someone else",
  wait: "Too many attempts: wait {{seconds}} seconds",
  demo: "Demo clinic, people and events are made up. PINs:",
  demoPassphrase: "Passphrase",
};
