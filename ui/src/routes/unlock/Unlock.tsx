/** The clinic's file is locked: its passphrase opens it, or the recovery code with a new passphrase. */
import type { DeskState } from "../../api/generated";
import { Gate } from "../../components/Gate";
export function Unlock({ desk }: { desk: DeskState }) {
  return <Gate title={desk.version}>{null}</Gate>;
}
