/** Everybody who was ever here: typing searches, Enter opens, what is not found can be made. */
import { Button, Input, type InputRef } from "antd";
import { Award, ContactRound, Download, FileSpreadsheet, Search, UserRoundPlus } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ClientHit } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { isComposing, useShortcut } from "../../../app/shortcuts";
import { DataTable } from "../../../components/DataTable";
import { Hotkey } from "../../../components/Hotkey";
import { Page } from "../../../components/Page";
import { ErrorState } from "../../../components/States";
import { useTypeToSearch } from "../../../components/typeToSearch";
import { isMemberCode } from "../memberCode";
import { membersPath } from "../tiers/places";
import { ExportClients } from "./ExportClients";
import { NobodyHere } from "./NobodyHere";
import { newClientPath } from "./newClient";
import { useClientColumns } from "./useClientColumns";
import { useClientPages } from "./useClientPages";

/** How long a scanner may take between two characters. */
const scannerPause = 150;

export function ClientList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const [query, setQuery] = useState("");
  const [exporting, setExporting] = useState(false);
  const asked = useDeferredValue(query.trim());
  const pages = useClientPages(asked);
  const field = useRef<InputRef>(null);
  const list = useRef<HTMLDivElement>(null);
  const columns = useClientColumns();
  useTypeToSearch(field);

  const opened = useRef(false);
  const open = ({ id }: ClientHit) => {
    opened.current = true;
    void navigate(`/clients/${id}`);
  };
  const add = () => void navigate(newClientPath(query));
  useShortcut("Ctrl+N", t("clients.new"), add, { when: may("edit_clients") });
  const focusList = () => list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();

  // Back from a file the arrows go on where they were; a letter still searches.
  useEffect(() => {
    if (opened.current) list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus();
    opened.current = false;
  }, []);

  const answered = pages.answered && asked === query.trim();
  const { rows } = pages;
  const first = answered ? rows[0] : undefined;
  // Enter before the answer came holds for the answer; a scanned code needs no Enter.
  const entered = useRef<string | null>(null);
  useEffect(() => {
    if (!first) return;
    const go = () => {
      entered.current = null;
      setQuery("");
      void navigate(`/clients/${first.id}`);
    };
    if (entered.current === asked) {
      go();
      return;
    }
    if (!isMemberCode(asked)) return;
    const timer = window.setTimeout(go, scannerPause);
    return () => { window.clearTimeout(timer); };
  }, [asked, first, navigate]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") setQuery("");
    else if (event.key === "ArrowDown") focusList();
    else if (event.key === "Enter" && first) open(first);
    else if (event.key === "Enter" && !answered) entered.current = query.trim();
    else return;
    event.preventDefault();
  };

  return (
    <Page
      fill
      title={t("frame.screens.clients")}
      actions={
        <div style={{ display: "flex", gap: 8 }}>
          {may("see_money") && (
            <Button icon={<Award size={16} strokeWidth={1.5} />} data-testid="client-tiers-open" onClick={() => void navigate(membersPath)}>{t("tiers.members.open")}</Button>
          )}
          {may("import_clients") && (
            <Button icon={<FileSpreadsheet size={16} strokeWidth={1.5} />} data-testid="client-import-open" onClick={() => void navigate("/clients/import")}>{t("clients.imports.open")}</Button>
          )}
          {may("export_clients") && (
            <Button icon={<Download size={16} strokeWidth={1.5} />} disabled={rows.length === 0} data-testid="client-export" onClick={() => { setExporting(true); }}>{t("clients.imports.export")}</Button>
          )}
          {may("edit_clients") && (
            <Button type="primary" icon={<UserRoundPlus size={16} strokeWidth={1.5} />} data-testid="client-new" onClick={add}>
              {t("clients.new")} <Hotkey keys="Ctrl+N" />
            </Button>
          )}
        </div>
      }
    >
      <div style={{ display: "flex", flexDirection: "column", gap: 12, height: "100%", minHeight: 0 }}>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t("clients.search")}
          aria-label={t("clients.search")}
          data-testid="clients-search"
          prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
          style={{ maxWidth: 480 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onKeyDown={onKeyDown}
        />
        <div ref={list} style={{ flex: 1, minHeight: 0 }}>
          {pages.failed ? (
            <ErrorState reason={pages.failed.reason} retry={pages.failed.retry} />
          ) : (
            <DataTable
              name="clients"
              label={t("frame.screens.clients")}
              columns={columns}
              rows={rows}
              rowKey={(hit) => hit.id}
              rowHeight={44}
              loading={pages.loading}
              onEnd={pages.more}
              onOpen={open}
              note={<span>{[asked === "" ? t("clients.recent") : "", pages.hasMore ? t("clients.more") : ""].filter(Boolean).join(" · ")}</span>}
              empty={<NobodyHere query={asked} icon={asked === "" ? ContactRound : Search} />}
            />
          )}
        </div>
      </div>
      {exporting && <ExportClients query={asked} onDone={() => { setExporting(false); }} />}
    </Page>
  );
}
