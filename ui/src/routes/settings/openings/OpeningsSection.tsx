/** What clients had before this program: everything that was taken over, and the ways to take more over. */
import { Button } from "antd";
import { FileSpreadsheet, PencilLine, Scale } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientRef, OpeningHead, OpeningId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { ClientPicker } from "../../../components/ClientPicker";
import { type Column, DataTable } from "../../../components/DataTable";
import { EmptyState, ErrorState } from "../../../components/States";
import { Modal } from "../../../components/dialogs";
import { grouped, useFormat } from "../../../components/format";
import { ImportDrawer } from "./ImportDrawer";
import { OpeningDrawer } from "./OpeningDrawer";
import { OpeningForClient } from "./OpeningForClient";
import { TemplateButton } from "./TemplateButton";
import styles from "./openings.module.css";
import { shortWords, sourceWords, stateWords } from "./words";

type Doing = "import" | "choose" | ClientRef | null;

export function OpeningsSection() {
  const { t } = useTranslation();
  const read = useRead("money", "openings.all", {});
  const columns = useColumns();
  const [opened, setOpened] = useState<OpeningId | null>(null);
  const [doing, setDoing] = useState<Doing>(null);
  const head = read.data?.find(({ id }) => id === opened);
  const stop = () => { setDoing(null); };
  const acts = (
    <>
      <TemplateButton />
      <Button icon={<PencilLine aria-hidden size={16} strokeWidth={1.5} />} data-testid="openings-hand" onClick={() => { setDoing("choose"); }}>{t("openings.hand")}</Button>
      <Button type="primary" icon={<FileSpreadsheet aria-hidden size={16} strokeWidth={1.5} />} data-testid="openings-import" onClick={() => { setDoing("import"); }}>{t("openings.import")}</Button>
    </>
  );
  const nothing = read.data?.length === 0;
  return (
    <div className={styles.section} data-testid="settings-openings-body">
      <header className={styles.head}>
        <h1>{t("settings.sections.openings")}</h1>
        <span className="quiet">{t("openings.hint")}</span>
        <span className={styles.spring} />
        {!nothing && acts}
      </header>
      <div className={styles.table}>
        {nothing ? (
          <EmptyState icon={Scale} title={t("openings.empty.title")} hint={t("openings.empty.hint")} action={<span className={styles.buttons}>{acts}</span>} />
        ) : read.isError && read.data === undefined ? (
          <ErrorState reason={read.error} retry={() => void read.refetch()} />
        ) : (
          <DataTable name="openings" label={t("settings.sections.openings")} columns={columns} rows={read.data ?? []} rowKey={({ id }) => id} loading={read.isPending} onOpen={({ id }) => { setOpened(id); }} empty={null} />
        )}
      </div>
      {head && <OpeningDrawer key={head.id} head={head} onClose={() => { setOpened(null); }} />}
      {doing === "import" && <ImportDrawer onClose={stop} />}
      {doing === "choose" && (
        <Modal open title={t("openings.byHandForm.choose")} footer={null} width={480} style={{ top: 96 }} data-testid="openings-choose-client-dialog" onCancel={stop}>
          <ClientPicker autoFocus label={t("openings.byHandForm.choose")} testId="openings-choose-client" onChange={(client) => { if (client) setDoing(client); }} />
        </Modal>
      )}
      {doing !== null && typeof doing !== "string" && <OpeningForClient client={doing.id} name={doing.name} onClose={stop} />}
    </div>
  );
}

function useColumns(): readonly Column<OpeningHead>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const title = (key: "day" | "what" | "clients" | "totals" | "by" | "state") => t(`openings.list.${key}`);
  const by = ({ by: who, approvedBy }: OpeningHead) => [who ?? "", approvedBy === null || approvedBy === who ? "" : t("openings.approvedBy", { name: approvedBy })].filter(Boolean).join(" \u00b7 ");
  return [
    { key: "day", title: title("day"), width: 152, text: ({ businessDay }) => format.date(businessDay), render: ({ businessDay }) => <span data-testid="openings-row">{format.date(businessDay)}</span> },
    { key: "what", title: title("what"), width: 216, text: (head) => sourceWords(t, head), render: (head) => <span title={sourceWords(t, head)}>{sourceWords(t, head)}</span> },
    { key: "clients", title: title("clients"), width: 72, align: "right", text: ({ totals }) => grouped(totals.clients) },
    { key: "totals", title: title("totals"), width: 368, text: ({ totals }) => shortWords(t, totals), render: ({ totals }) => <span className={styles.number} title={shortWords(t, totals)}>{shortWords(t, totals)}</span> },
    { key: "by", title: title("by"), width: 184, text: by, render: (head) => <span title={by(head)}>{by(head)}</span> },
    { key: "state", title: title("state"), width: 112, text: (head) => stateWords(t, head), render: (head) => <span className="caution">{stateWords(t, head)}</span> },
  ];
}
