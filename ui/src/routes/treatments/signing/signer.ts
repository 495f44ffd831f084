/** What a form that a doctor signs holds, and where Rust's names for the doctor stand in it. */
import type { FormInstance } from "antd";
import { toFailure } from "../../../api/failure";
import type { SignIn } from "../../../api/generated";

export interface SignerValues {
  signer: SignIn;
}

const person: ["signer", "staffId"] = ["signer", "staffId"];
const pin: ["signer", "pin"] = ["signer", "pin"];
export const signerPaths = { signer: person, doctor: person, staffId: person, pin };

/** A refused PIN is not typed on; any other failure leaves it. */
export function emptyRefusedPin(reason: unknown, form: FormInstance): void {
  const code = toFailure(reason)?.code;
  if (code === "pin_wrong" || code === "pin_wait") form.setFieldValue(pin, "");
}
