/** What each column of the list is: guessed, and to be put right. */
import { Button, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportField, ImportPreview, Mapping } from "../../../api/generated";
import { EmptyState, LoadingRows } from "../../../components/States";
import { importFields, remapped } from "./fields";
import styles from "./import.module.css";

interface ColumnsStepProps {
  preview: ImportPreview;
  /** Undefined while the sheet is read for the first time. */
  mapping: Mapping | undefined;
  sheet: string;
  reading: boolean;
  onMapping: (mapping: Mapping) => void;
  onSheet: (sheet: string) => void;
  onBack: () => void;
  onNext: () => void;
}

const none = "";

export function ColumnsStep({ preview, mapping, sheet, reading, onMapping, onSheet, onBack, onNext }: ColumnsStepProps) {
  const { t } = useTranslation();
  // What stands there may still be the sheet before.
  const current = mapping !== undefined && preview.mapping.sheet === sheet;
  const named = mapping?.columns.includes("name") ?? false;
  return (
    <div className={styles.step}>
      <div className={styles.bar}>
        {preview.sheets.length > 1 && (
          <label className={styles.choice}>
            <span className="quiet">{t("clients.imports.sheet")}</span>
            <Select value={sheet} data-testid="client-import-sheet" style={{ minWidth: 160 }} options={preview.sheets.map((value) => ({ value }))} onChange={onSheet} />
          </label>
        )}
        <label className={styles.choice}>
          <span className="quiet">{t("clients.imports.headerRow")}</span>
          <InputNumber<number> value={mapping?.headerRow ?? null} disabled={!current} min={0} max={1000} precision={0} style={{ width: 80 }} data-testid="client-import-header-row" onChange={(headerRow) => { if (headerRow !== null && mapping) onMapping({ ...mapping, headerRow }); }} />
          <span className="quiet">{t("clients.imports.headerRowHint")}</span>
        </label>
      </div>
      <div className={`${styles.sheet ?? ""} scrolls`} aria-busy={reading}>
        {current ? <ColumnTable preview={preview} mapping={mapping} onMapping={onMapping} /> : <LoadingRows rows={8} />}
      </div>
      <footer className={styles.foot}>
        <Button type="primary" autoFocus disabled={!named || !current || reading} data-testid="client-import-next" onClick={onNext}>{t("clients.imports.toCheck")}</Button>
        <Button data-testid="client-import-back" onClick={onBack}>{t("clients.imports.anotherFile")}</Button>
        {current && !named && <span className="caution" role="status">{t("clients.imports.needName")}</span>}
      </footer>
    </div>
  );
}

function ColumnTable({ preview, mapping, onMapping }: { preview: ImportPreview; mapping: Mapping; onMapping: (mapping: Mapping) => void }) {
  const { t } = useTranslation();
  const { headings, samples } = preview;
  if (headings.length === 0) return <EmptyState title={t("clients.imports.emptySheet")} />;
  return (
    <table className={styles.columns} data-testid="client-import-columns">
      <thead>
        <tr>
          <th>{t("clients.imports.column")}</th>
          <th>{t("clients.imports.samples")}</th>
          <th>{t("clients.imports.means")}</th>
        </tr>
      </thead>
      <tbody>
        {headings.map((heading, index) => {
          const field = mapping.columns[index] ?? null;
          const title = heading === "" ? t("clients.imports.columnNumber", { number: index + 1 }) : heading;
          return (
            <tr key={index}>
              <th scope="row">{title}</th>
              <td className="quiet" data-testid={`client-import-samples-${index}`}>{samples[index]?.join(" · ")}</td>
              <td>
                <Select<ImportField | typeof none>
                  value={field ?? none}
                  aria-label={title}
                  data-testid={`client-import-column-${index}`}
                  className={field === null ? "quiet" : ""}
                  style={{ width: 240 }}
                  showSearch={{ optionFilterProp: "label" }}
                  options={[{ value: none, label: t("clients.imports.notImported") }, ...importFields.map((value) => ({ value, label: t(`clients.imports.fields.${value}`) }))]}
                  onChange={(value) => { onMapping(remapped(mapping, index, value === none ? null : value, headings.length)); }}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
