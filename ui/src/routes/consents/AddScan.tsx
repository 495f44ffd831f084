/** The scan of an inked page, added to a consent that was noted without one or with a poorer one. */
import { useMutation } from "@tanstack/react-query";
import { App, Button } from "antd";
import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../api/call";
import type { Consent } from "../../api/generated";
import { useShowFailure } from "../../api/hooks";
import { scanFits, scanTypes } from "../clients/file/scanTypes";

export function AddScan({ consent: { id, form, scanned } }: { consent: Consent }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const input = useRef<HTMLInputElement>(null);
  const add = useMutation({
    mutationFn: async (file: File) => upload("consents.add_scan", { id }, new Uint8Array(await file.arrayBuffer())),
    onSuccess: () => { message.success(t("consents.scanAdded")); },
    onError: (reason) => { showFailure(reason); },
  });
  const take = (file: File | undefined) => {
    if (!file) return;
    if (scanFits(file)) add.mutate(file);
    else message.error(t("consents.scanWrong"));
  };
  const word = t(scanned ? "consents.scanAnother" : "consents.scanAdd");
  return (
    <>
      <input ref={input} type="file" accept={scanTypes.join()} tabIndex={-1} aria-label={`${word} ${form}`} className="unseen" data-testid="consent-add-scan-file" onChange={(event) => { take(event.target.files?.[0]); event.target.value = ""; }} />
      <Button type="text" size="small" disabled={false} loading={add.isPending} icon={<Paperclip aria-hidden size={14} strokeWidth={1.5} />} aria-label={`${word} ${form}`} title={word} data-testid="consent-add-scan" onClick={() => input.current?.click()} />
    </>
  );
}
