import type { zh } from "../zh";

export const unlock: (typeof zh)["unlock"] = {
  hint: "The passphrase opens the clinic's data",
  passphrase: "Passphrase",
  open: "Open",
  forgotten: "Forgotten: use the recovery code",
  recoveryHint: "Open with the code on paper, and set a new passphrase",
  code: "Recovery code",
  openAndSet: "Open and use the new passphrase",
  demo: "Demo clinic, passphrase:",
  fillIn: "Fill it in",
};
