/** Opening balances out of a spreadsheet: every row is looked at first, then all of them are taken over, or none. */
import { App, Button, Checkbox, Switch } from "antd";
import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../../api/failure";
import type { OpeningPreview, OpeningTotals } from "../../../api/generated";
import { FileDrop } from "../../../components/FileDrop";
import { EmptyState, ErrorState, LoadingRows } from "../../../components/States";
import { Drawer } from "../../../components/dialogs";
import { ChooseFile } from "./ChooseFile";
import { PreviewRows } from "./PreviewRows";
import { TakeOver } from "./TakeOver";
import { TemplateButton } from "./TemplateButton";
import { Totals } from "./Totals";
import styles from "./openings.module.css";
import { type ChosenFile, useFilePreview } from "./useFilePreview";

export function ImportDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [again, setAgain] = useState(false);
  // What the owner was shown, once it is asked for.
  const [asking, setAsking] = useState<OpeningTotals | null>(null);
  const [moved, setMoved] = useState(false);
  const read = useFilePreview(file, again, asking === null);
  const preview = read.data;
  const choose = async (chosen: File) => {
    try {
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      setFile({ id: crypto.randomUUID(), name: chosen.name, bytes });
      setAgain(false);
      setMoved(false);
    } catch {
      message.error(t("openings.imports.unread"));
    }
  };
  const onRefused = (reason: unknown): boolean => {
    const code = toFailure(reason)?.code;
    if (code !== "changed_meanwhile" && code !== "import_has_errors") return false;
    setAsking(null);
    setMoved(true);
    void read.refetch();
    return true;
  };
  return (
    <Drawer
      open
      size="min(1320px, 96vw)"
      title={t("openings.imports.title")}
      destroyOnHidden
      data-testid="openings-import-drawer"
      onClose={onClose}
      {...(file === null ? {} : {
        footer: (
          <div className={styles.foot}>
            <TakeOverButton preview={preview} reading={read.isFetching} onClick={() => { if (preview) setAsking(preview.totals); }} />
            <ChooseFile onFile={(chosen) => void choose(chosen)} />
            {preview && preview.failed > 0 && <span className="danger" role="alert" data-testid="openings-stopped">{t("openings.imports.fixFirst", { rows: preview.failed })}</span>}
            {preview?.failed === 0 && preview.totals.clients === 0 && <span className="quiet" role="status" data-testid="openings-nothing">{t("openings.imports.nothing")}</span>}
          </div>
        ),
      })}
    >
      {file === null ? (
        <FileDrop className={styles.drop} words={t("openings.imports.drop")} onFile={(dropped) => void choose(dropped)}>
          <EmptyState
            icon={FileSpreadsheet}
            title={t("openings.imports.chooseTitle")}
            hint={t("openings.imports.chooseHint")}
            action={<span className={styles.buttons}><ChooseFile first onFile={(chosen) => void choose(chosen)} /><TemplateButton testId="openings-import-template" /></span>}
          />
        </FileDrop>
      ) : (
        <FileDrop className={styles.page} words={t("openings.imports.drop")} onFile={(dropped) => void choose(dropped)}>
          <p className="quiet">{file.name}</p>
          {moved && <p className={styles.caution} role="alert" data-testid="openings-moved">{t("openings.confirm.moved")}</p>}
          {preview ? <Look key={file.id} preview={preview} again={again} onAgain={setAgain} /> : read.isError ? <ErrorState reason={read.error} /> : <LoadingRows rows={8} />}
        </FileDrop>
      )}
      {file !== null && asking !== null && (
        <TakeOver
          input={{ id: file.id, source: { kind: "file", fileName: file.name }, again, totals: asking }}
          bytes={file.bytes}
          moved={false}
          onRefused={onRefused}
          onDone={onClose}
          onClose={() => { setAsking(null); }}
        />
      )}
    </Drawer>
  );
}

function TakeOverButton({ preview, reading, onClick }: { preview: OpeningPreview | undefined; reading: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  const ready = preview !== undefined && preview.failed === 0 && preview.totals.clients > 0;
  return <Button type="primary" disabled={!ready || reading} loading={reading} data-testid="openings-take-over" onClick={onClick}>{t("openings.imports.takeOver")}</Button>;
}

interface LookProps {
  preview: OpeningPreview;
  again: boolean;
  onAgain: (again: boolean) => void;
}

function Look({ preview: { rows, totals, failed }, again, onAgain }: LookProps) {
  const { t } = useTranslation();
  const [only, setOnly] = useState(true);
  const there = again || rows.some(({ problem }) => problem?.code === "opening_there");
  const shown = only && failed > 0 ? rows.filter(({ problem }) => problem !== null) : rows;
  return (
    <>
      <Totals totals={totals} />
      <div className={styles.bar}>
        <span className={failed > 0 ? "danger" : "quiet"} role="status" data-testid="openings-rows">{failed > 0 ? t("openings.imports.failed", { rows: rows.length, failed }) : t("openings.imports.looked", { rows: rows.length })}</span>
        {failed > 0 && (
          <span className={styles.switch}>
            <Switch id="openings-only" size="small" checked={only} data-testid="openings-only-problems" onChange={setOnly} />
            <label htmlFor="openings-only">{t("openings.imports.only")}</label>
          </span>
        )}
        {there && <Checkbox checked={again} data-testid="openings-again" onChange={(event) => { onAgain(event.target.checked); }}>{t("openings.imports.again")}</Checkbox>}
      </div>
      <div className={styles.table}><PreviewRows rows={shown} /></div>
    </>
  );
}
