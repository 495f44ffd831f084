/** One scan of old paper. */
import { download } from "../../../api/call";
import type { ClientScan } from "../../../api/generated";
import { PaperDialog } from "../../../components/PaperDialog";

export function ShowScan({ scan: { id, title }, onDone }: { scan: ClientScan; onDone: () => void }) {
  return <PaperDialog title={title} name={title} queryKey={["scan", id]} load={() => download("clients.scan", { id })} testId="client-scan-shown" onClose={onDone} />;
}
