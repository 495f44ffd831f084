/** No clinic yet. */
import { Gate } from "../../components/Gate";
export default function FirstRun({ onDone }: { onDone: () => void }) {
  return <Gate title=""><button type="button" onClick={onDone} /></Gate>;
}
