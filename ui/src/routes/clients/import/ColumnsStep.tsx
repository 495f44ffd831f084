/** What each column of the list is: guessed, and to be put right. */
import { Button, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ImportField, ImportPreview, Mapping } from "../../../api/generated";
import { useClientWords } from "../words";
import { importFields, remapped, samples } from "./fields";
import styles from "./import.module.css";

interface ColumnsStepProps {
  preview: ImportPreview;
  mapping: Mapping;
  reading: boolean;
  onMapping: (mapping: Mapping) => void;
  onBack: () => void;
  onNext: () => void;
}

const none = "";

export function ColumnsStep({ preview, mapping, reading, onMapping, onBack, onNext }: ColumnsStepProps) {
  const { t } = useTranslation();
  const words = useClientWords();
  const width = preview.headings.length;
  const named = mapping.columns.includes("name");
  return (
    <div className={styles.step}>
      <div className={styles.bar}>
        {preview.sheets.length > 1 && (
          <label className={styles.choice}>
            <span className="quiet">{t("clients.imports.sheet")}</span>
            <Select value={mapping.sheet} data-testid="client-import-sheet" style={{ minWidth: 160 }} options={preview.sheets.map((value) => ({ value }))} onChange={(sheet: string) => { onMapping({ ...mapping, sheet }); }} />
          </label>
        )}
        <label className={styles.choice}>
          <span className="quiet">{t("clients.imports.headerRow")}</span>
          <InputNumber<number> value={mapping.headerRow} min={0} max={1000} precision={0} style={{ width: 80 }} data-testid="client-import-header-row" onChange={(headerRow) => { if (headerRow !== null) onMapping({ ...mapping, headerRow }); }} />
          <span className="quiet">{t("clients.imports.headerRowHint")}</span>
        </label>
      </div>
      <div className={`${styles.sheet ?? ""} scrolls`} aria-busy={reading}>
        <table className={styles.columns} data-testid="client-import-columns">
          <thead>
            <tr>
              <th>{t("clients.imports.column")}</th>
              <th>{t("clients.imports.means")}</th>
              <th>{t("clients.imports.samples")}</th>
            </tr>
          </thead>
          <tbody>
            {preview.headings.map((heading, index) => {
              const field = mapping.columns[index] ?? null;
              const title = heading === "" ? t("clients.imports.columnNumber", { number: index + 1 }) : heading;
              return (
                <tr key={index}>
                  <th scope="row">{title}</th>
                  <td>
                    <Select<ImportField | typeof none>
                      value={field ?? none}
                      aria-label={title}
                      data-testid={`client-import-column-${index}`}
                      className={field === null ? "quiet" : ""}
                      style={{ width: 240 }}
                      showSearch={{ optionFilterProp: "label" }}
                      options={[{ value: none, label: t("clients.imports.notImported") }, ...importFields.map((value) => ({ value, label: t(`clients.imports.fields.${value}`) }))]}
                      onChange={(value) => { onMapping(remapped(mapping, index, value === none ? null : value, width)); }}
                    />
                  </td>
                  <td className="quiet">{samples(preview, field, words, (row) => (row.sex === "unknown" ? "" : t(`clients.sex.${row.sex}`))).join(" · ")}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <footer className={styles.foot}>
        <Button type="primary" autoFocus disabled={!named || reading} data-testid="client-import-next" onClick={onNext}>{t("clients.imports.toCheck")}</Button>
        <Button data-testid="client-import-back" onClick={onBack}>{t("clients.imports.anotherFile")}</Button>
        {!named && <span className="caution" role="status">{t("clients.imports.needName")}</span>}
      </footer>
    </div>
  );
}
