/** A catalogue taken in from a spreadsheet: looked at row by row first, then written as a whole or not at all. */
import { useQuery } from "@tanstack/react-query";
import { App, Button } from "antd";
import { FileSpreadsheet } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/call";
import type { Catalogue, CataloguePreview } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";
import { FileDrop } from "../../../components/FileDrop";
import { Modal } from "../../../components/dialogs";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/States";
import { PreviewTable } from "./PreviewTable";
import styles from "./catalogue.module.css";

interface Chosen {
  /** Tells two files of one name apart. */
  key: string;
  name: string;
  bytes: Uint8Array;
}

const counts = ["new", "changed", "same", "failed"] as const;

export function ImportDialog({ catalogue, onDone }: { catalogue: Catalogue; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const [file, setFile] = useState<Chosen | null>(null);
  const [writing, setWriting] = useState(false);
  const read = useQuery({
    // What is new changes with the catalogue.
    queryKey: ["catalogue", "catalogue.import_preview", file?.key],
    queryFn: () => (file ? upload("catalogue.import_preview", {}, file.bytes) : Promise.reject(new Error("no file"))),
    enabled: file !== null && !writing,
    gcTime: 0,
  });
  const choose = async (chosen: File) => { setFile({ key: crypto.randomUUID(), name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) }); };
  const write = async () => {
    if (!file) return;
    setWriting(true);
    try {
      const done = await upload("catalogue.import", {}, file.bytes);
      message.success({ content: <span data-testid="catalogue-imported">{t("catalogue.imports.done", { new: done.new, changed: done.changed })}</span>, duration: 5 });
      onDone();
    } catch (reason) {
      showFailure(reason);
      setWriting(false);
    }
  };
  return (
    <Modal open title={t("catalogue.imports.title")} width="min(1080px, 92vw)" style={{ top: 40 }} footer={null} onCancel={() => { if (!writing) onDone(); }}>
      <div className={styles.dialog} data-testid="catalogue-import">
        {file === null ? (
          <FileDrop className={styles.drop} words={t("catalogue.imports.drop")} onFile={(dropped) => void choose(dropped)}>
            <EmptyState icon={FileSpreadsheet} title={t("catalogue.imports.title")} hint={t("catalogue.imports.chooseHint")} action={<ChooseFile primary onFile={(chosen) => void choose(chosen)} />} />
          </FileDrop>
        ) : (
          <>
            <p className="quiet">{file.name}</p>
            {read.data ? <Check preview={read.data} catalogue={catalogue} /> : read.isError ? <ErrorState reason={read.error} /> : <LoadingRows rows={8} />}
            <div className={styles.dialogFoot}>
              {read.data && (
                <Button type="primary" autoFocus loading={writing} disabled={read.data.failed > 0 || read.data.new + read.data.changed === 0} data-testid="catalogue-import-write" onClick={() => void write()}>
                  {t("catalogue.imports.write", { new: read.data.new, changed: read.data.changed })}
                </Button>
              )}
              <ChooseFile onFile={(chosen) => void choose(chosen)} disabled={writing} />
              {read.data && read.data.failed > 0 && <span className="danger" role="alert" data-testid="catalogue-import-stopped">{t("catalogue.imports.failedFirst", { rows: read.data.failed })}</span>}
            </div>
          </>
        )}
      </div>
    </Modal>
  );
}

function Check({ preview, catalogue }: { preview: CataloguePreview; catalogue: Catalogue }) {
  const { t } = useTranslation();
  const tone = { new: "", changed: "", same: "quiet", failed: preview.failed > 0 ? "danger" : "quiet" };
  return (
    <>
      <dl className={styles.counts}>
        {counts.map((name) => (
          <div key={name}>
            <dt>{t(`catalogue.imports.counts.${name}`)}</dt>
            <dd className={tone[name]} data-testid={`catalogue-import-count-${name}`}>{preview[name]}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.preview}><PreviewTable preview={preview} catalogue={catalogue} /></div>
    </>
  );
}

interface ChooseFileProps {
  primary?: boolean;
  disabled?: boolean;
  onFile: (file: File) => void;
}

function ChooseFile({ primary = false, disabled = false, onFile }: ChooseFileProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.xls,.xlsm,.ods,.csv,.tsv,.txt"
        tabIndex={-1}
        aria-label={t("catalogue.imports.choose")}
        className="unseen"
        data-testid="catalogue-import-file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button {...(primary ? { type: "primary" as const, autoFocus: true } : {})} disabled={disabled} data-testid="catalogue-import-choose" onClick={() => input.current?.click()}>{t(primary ? "catalogue.imports.choose" : "catalogue.imports.another")}</Button>
    </>
  );
}
