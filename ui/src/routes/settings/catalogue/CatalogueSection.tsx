/** What the clinic offers and with what. Its tab and what is opened stand in the address, so that a scan can lead here. */
import { App, Button, Tabs } from "antd";
import { BookOpen, Download, FileSpreadsheet, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import type { Catalogue } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import { usePreferences } from "../../../app/preferences";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { ErrorState } from "../../../components/States";
import { EmptyTab } from "./EmptyTab";
import { ImportDialog } from "./ImportDialog";
import { ItemDrawer } from "./ItemDrawer";
import { ItemList } from "./ItemList";
import { Rooms } from "./Rooms";
import { StarterDialog } from "./StarterDialog";
import styles from "./catalogue.module.css";
import { useEquipmentColumns, useProcedureColumns, useProductColumns } from "./columns";
import { type Tab, itemPath, tabPath, tabs } from "./items";
import { useEquipmentList, useProcedureList, useProductList } from "./lists";
import { useOpened } from "./useOpened";
import { useOpener } from "./useOpener";

const nothing: Catalogue = { procedures: [], products: [], rooms: [], equipment: [] };

export function CatalogueSection() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const read = useRead("catalogue", "catalogue.all", {});
  const catalogue = read.data ?? nothing;
  const [tab, id] = useTab();
  const [code] = useSearchParams();
  const [dialog, setDialog] = useState<"starter" | "import" | null>(null);
  const manages = may("manage_clinic");
  const mayAdd = manages || (tab === "products" && may("edit_products"));
  const opened = useOpened(catalogue, read.isSuccess, tab, id, code.get("code"));
  const opener = useOpener();
  const focusBack = () => { opener.focus(`[data-testid="table-catalogue-${tab}"]`); };
  const go = (item: string) => {
    opener.note();
    void navigate(itemPath(tab, item));
  };
  const ask = (next: "starter" | "import") => {
    opener.note();
    setDialog(next);
  };
  const closeDialog = () => {
    setDialog(null);
    focusBack();
  };
  const add = () => { go("new"); };
  useShortcut("Ctrl+N", t(`catalogue.add.${tab}`), add, { when: mayAdd && tab !== "rooms" });

  const shared = (of: Exclude<Tab, "rooms">) => ({
    tab: of,
    shown: of === tab,
    opened: id !== "",
    loading: read.isPending,
    onOpen: (item: { id: string }) => { go(item.id); },
    empty: <EmptyTab tab={of} onAdd={mayAdd ? add : null} onStarter={manages ? () => { ask("starter"); } : null} onImport={manages ? () => { ask("import"); } : null} />,
  });
  const bodies: Record<Tab, ReactNode> = {
    procedures: <ItemList {...shared("procedures")} items={catalogue.procedures} columns={useProcedureColumns(catalogue.products)} {...useProcedureList(catalogue.products)} />,
    products: <ItemList {...shared("products")} items={catalogue.products} columns={useProductColumns()} {...useProductList()} />,
    equipment: <ItemList {...shared("equipment")} items={catalogue.equipment} columns={useEquipmentColumns()} {...useEquipmentList()} />,
    rooms: <Rooms rooms={catalogue.rooms} shown={tab === "rooms"} editable={manages} />,
  };
  return (
    <div className={styles.section} data-testid="settings-catalogue-body">
      <h1 className="unseen">{t("settings.sections.catalogue")}</h1>
      <div className={styles.above}>
        {!mayAdd && <span className="quiet">{t("catalogue.readOnly")}</span>}
        {manages && <ExportButton />}
        {manages && <Button icon={<FileSpreadsheet aria-hidden size={16} strokeWidth={1.5} />} data-testid="catalogue-import-open" onClick={() => { ask("import"); }}>{t("catalogue.imports.open")}</Button>}
        {manages && <Button icon={<BookOpen aria-hidden size={16} strokeWidth={1.5} />} data-testid="starter-open" onClick={() => { ask("starter"); }}>{t("catalogue.starter.open")}</Button>}
        {mayAdd && tab !== "rooms" && <Button type="primary" icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} title="Ctrl N" data-testid="catalogue-add" onClick={add}>{t(`catalogue.add.${tab}`)}</Button>}
      </div>
      {read.isError && read.data === undefined ? <ErrorState reason={read.error} retry={() => void read.refetch()} /> : (
        <Tabs
          activeKey={tab}
          onChange={(next) => void navigate(tabPath(next as Tab))}
          items={tabs.map((key) => ({ key, label: <span data-testid={`catalogue-tab-${key}`}>{t(`catalogue.tabs.${key}`)}</span>, children: bodies[key] }))}
        />
      )}
      <ItemDrawer opened={opened} products={catalogue.products} onClose={() => void navigate(tabPath(tab))} onClosed={focusBack} />
      {dialog === "starter" && <StarterDialog onDone={closeDialog} />}
      {dialog === "import" && <ImportDialog catalogue={catalogue} onDone={closeDialog} />}
    </div>
  );
}

/** The tab of the address, or else the one looked at last; and what is opened in it, "" for nothing. */
function useTab(): [Tab, string] {
  const [section, asked, id = ""] = (useParams()["*"] ?? "").split("/");
  const [last, setLast] = useState<Tab>("procedures");
  const found = section === "catalogue" ? tabs.find((tab) => tab === asked) : undefined;
  if (found !== undefined && found !== last) setLast(found);
  return [found ?? last, found === undefined ? "" : id];
}

function ExportButton() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { language } = usePreferences();
  const write = useWrite("catalogue.export");
  const run = async () => {
    const done = await write.run({ language });
    if (done) message.success({ content: <span data-testid="catalogue-exported">{t("catalogue.imports.exported", { rows: done.output.rows, path: done.output.path })}</span>, duration: 8 });
  };
  return <Button icon={<Download aria-hidden size={16} strokeWidth={1.5} />} loading={write.pending} data-testid="catalogue-export" onClick={() => void run()}>{t("catalogue.imports.export")}</Button>;
}
