/** What a form with a second person holds, and who stood by last. */
import type { FormInstance } from "antd";
import { toFailure } from "../api/failure";
import type { SignIn, StaffId } from "../api/generated";

export interface WitnessValues {
  witness?: Partial<SignIn>;
}

/** Where Rust's names for the second person stand in a form. */
const person: ["witness", "staffId"] = ["witness", "staffId"];
const pin: ["witness", "pin"] = ["witness", "pin"];
export const witnessPaths = { witness: person, staffId: person, pin };

/** Null where nobody was asked for. */
export function witnessIn({ witness }: WitnessValues): SignIn | null {
  return witness?.staffId && witness.pin ? { staffId: witness.staffId, pin: witness.pin } : null;
}

/** A refused PIN is not typed on; any other failure leaves it, for the second person is still there. */
export function emptyRefusedPin(reason: unknown, form: FormInstance): void {
  const code = toFailure(reason)?.code;
  if (code === "pin_wrong" || code === "pin_wait") form.setFieldValue(witnessPaths.pin, "");
}

const lastOf = new Map<StaffId, StaffId>();

export function noteWitness(of: StaffId, witness: StaffId): void {
  lastOf.set(of, witness);
}

export function witnessOf(of: StaffId): StaffId | undefined {
  return lastOf.get(of);
}
