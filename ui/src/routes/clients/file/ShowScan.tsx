/** One scan, opened from its sealed file; its bytes are forgotten when it is closed. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { download } from "../../../api/call";
import type { ClientScan } from "../../../api/generated";
import { Modal } from "../../../components/dialogs";
import { Loaded } from "../../../components/States";

export function ShowScan({ scan, onDone }: { scan: ClientScan; onDone: () => void }) {
  const read = useQuery({ queryKey: ["scan", scan.id], queryFn: () => download("clients.scan", { id: scan.id }), gcTime: 0 });
  return (
    <Modal open title={scan.title} width="min(1080px, 90vw)" style={{ top: 32 }} footer={null} onCancel={onDone}>
      <div style={{ height: "calc(100vh - 160px)" }} data-testid="client-scan-shown">
        <Loaded read={read}>{(bytes) => <Picture bytes={bytes} scan={scan} />}</Loaded>
      </div>
    </Modal>
  );
}

function Picture({ bytes, scan }: { bytes: ArrayBuffer; scan: ClientScan }) {
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes], { type: scan.mediaType })), [bytes, scan.mediaType]);
  useEffect(() => () => { URL.revokeObjectURL(url); }, [url]);
  const fill = { width: "100%", height: "100%", border: 0 } as const;
  return scan.mediaType === "application/pdf" ? <iframe src={url} title={scan.title} style={fill} /> : <img src={url} alt={scan.title} style={{ ...fill, objectFit: "contain" }} />;
}
