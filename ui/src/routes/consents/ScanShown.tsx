/** The scan of a consent, opened from its sealed file; its bytes are forgotten when it is closed. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../../api/call";
import type { Consent } from "../../api/generated";
import { Modal } from "../../components/dialogs";
import { Loaded } from "../../components/States";

export function ScanShown({ consent: { id, form }, onClose }: { consent: Consent; onClose: () => void }) {
  const { t } = useTranslation();
  const read = useQuery({ queryKey: ["consent scan", id], queryFn: () => download("consents.scan", { id }), gcTime: 0 });
  return (
    <Modal open title={form} width="min(1080px, 90vw)" style={{ top: 32 }} footer={null} onCancel={onClose}>
      <div style={{ height: "calc(100vh - 160px)" }} data-testid="consent-scan-shown">
        <Loaded read={read}>{(bytes) => <Picture bytes={bytes} name={t("consents.paperOf", { form })} />}</Loaded>
      </div>
    </Modal>
  );
}

/** A PDF begins so; what else Rust keeps is a picture. */
const isPdf = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes.slice(0, 5)) === "%PDF-";

function Picture({ bytes, name }: { bytes: ArrayBuffer; name: string }) {
  const pdf = isPdf(bytes);
  const url = useMemo(() => URL.createObjectURL(new Blob([bytes], pdf ? { type: "application/pdf" } : {})), [bytes, pdf]);
  useEffect(() => () => { URL.revokeObjectURL(url); }, [url]);
  const fill = { width: "100%", height: "100%", border: 0 } as const;
  return pdf ? <iframe src={url} title={name} style={fill} /> : <img src={url} alt={name} style={{ ...fill, objectFit: "contain" }} />;
}
