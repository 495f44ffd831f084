/** Writes clients into a file: everybody, or whom the search finds. */
import { App, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useWrite } from "../../../api/hooks";
import type { ExportFormat, ExportHeaders } from "../../../api/generated";
import { Modal } from "../../../components/dialogs";

const formats: readonly ExportFormat[] = ["xlsx", "csv"];

export function ExportClients({ query, onDone }: { query: string; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const headers = useHeaders();
  const [format, setFormat] = useState<ExportFormat>("xlsx");
  const write = useWrite("clients.export");
  const run = async () => {
    const done = await write.run({ format, query, headers });
    if (!done) return;
    message.success({ content: <span data-testid="client-exported">{t("clients.imports.exported", { rows: done.output.rows, path: done.output.path })}</span>, duration: 8 });
    onDone();
  };
  return (
    <Modal
      open
      title={t("clients.imports.exportTitle")}
      okText={t("clients.imports.export")}
      okButtonProps={{ autoFocus: true, loading: write.pending, "data-testid": "client-export-ok" }}
      onOk={() => void run()}
      onCancel={onDone}
    >
      <div style={{ display: "grid", gap: 16, paddingBlock: 8 }}>
        <p>{query === "" ? t("clients.imports.exportAll") : t("clients.imports.exportFound", { query })}</p>
        <Radio.Group aria-label={t("clients.imports.format")} data-testid="client-export-format" value={format} options={formats.map((value) => ({ value, label: t(`clients.imports.formats.${value}`) }))} onChange={(event) => { setFormat(event.target.value as ExportFormat); }} />
        <p className="quiet">{t("clients.imports.exportWhat")}</p>
      </div>
    </Modal>
  );
}

function useHeaders(): ExportHeaders {
  const { t } = useTranslation();
  return {
    memberNumber: t("clients.memberNumber"),
    name: t("clients.name"),
    otherNames: t("clients.otherNames"),
    sex: t("clients.sexLabel"),
    female: t("clients.sex.female"),
    male: t("clients.sex.male"),
    birthday: t("clients.birthday"),
    lunar: t("clients.imports.lunar"),
    lunarLeap: t("clients.imports.lunarLeap"),
    phones: t("clients.phones"),
    wechat: t("clients.wechat"),
    idNumber: t("clients.idNumber"),
    source: t("clients.source"),
    skinType: t("clients.skinType"),
    tags: t("clients.tags"),
    lastVisit: t("clients.lastVisit"),
    visits: t("clients.visits"),
    created: t("clients.imports.created"),
    preferences: t("clients.preferences"),
    notes: t("clients.notes"),
  };
}
