/** What the import would do: in numbers, row by row, and what to do with errors and known people. */
import { Button, Checkbox, Radio, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Duplicates, ImportOptions, ImportPreview } from "../../../api/generated";
import { Tables, type TableName } from "./Tables";
import styles from "./import.module.css";

interface CheckStepProps {
  preview: ImportPreview;
  options: ImportOptions;
  onOptions: (options: ImportOptions) => void;
  onBack: () => void;
  onImport: () => void;
}

export function CheckStep({ preview, options, onOptions, onBack, onImport }: CheckStepProps) {
  const { t } = useTranslation();
  const { counts } = preview;
  const known = counts.duplicatesInFile + counts.duplicatesOfClients;
  const total = counts.ready + (options.duplicates === "import" ? known : 0);
  const stopped = counts.errors > 0 && !options.skipErrors;
  const [shown, setShown] = useState<TableName>(counts.errors > 0 ? "errors" : "rows");
  const repaired = preview.repairs.reduce((sum, { count }) => sum + count, 0);
  const numbers = { rows: preview.rows.length, errors: counts.errors, duplicates: known, repairs: repaired };
  const facts = [
    ["willImport", total, ""],
    ["errors", counts.errors, counts.errors > 0 ? "danger" : "quiet"],
    ["duplicatesOfClients", counts.duplicatesOfClients, counts.duplicatesOfClients > 0 ? "caution" : "quiet"],
    ["duplicatesInFile", counts.duplicatesInFile, counts.duplicatesInFile > 0 ? "caution" : "quiet"],
    ["blank", counts.blank, "quiet"],
    ["remarks", counts.remarks, "quiet"],
  ] as const;
  return (
    <div className={styles.step}>
      <dl className={styles.counts} data-testid="client-import-counts">
        {facts.map(([name, count, tone]) => (
          <div key={name}>
            <dt>{t(`clients.imports.counts.${name}`)}</dt>
            <dd className={tone} data-testid={`client-import-count-${name}`}>{count}</dd>
          </div>
        ))}
      </dl>
      <div className={styles.bar}>
        {counts.errors > 0 && (
          <Checkbox checked={options.skipErrors} data-testid="client-import-skip-errors" onChange={(event) => { onOptions({ ...options, skipErrors: event.target.checked }); }}>
            {t("clients.imports.skipErrors")} <span className="quiet">{t("clients.imports.skipErrorsHint")}</span>
          </Checkbox>
        )}
        {known > 0 && (
          <span className={styles.choice}>
            <span className="quiet">{t("clients.imports.duplicates")}</span>
            <Radio.Group
              value={options.duplicates}
              data-testid="client-import-duplicates"
              options={[{ value: "skip", label: t("clients.imports.duplicatesSkip") }, { value: "import", label: t("clients.imports.duplicatesImport") }]}
              onChange={(event) => { onOptions({ ...options, duplicates: event.target.value as Duplicates }); }}
            />
          </span>
        )}
      </div>
      <div className={styles.tables}>
        <div>
          <Segmented<TableName>
            value={shown}
            data-testid="client-import-tables"
            options={(["rows", "errors", "duplicates", "repairs"] as const).map((name) => ({ value: name, label: t(`clients.imports.tabs.${name}`, { count: numbers[name] }) }))}
            onChange={setShown}
          />
        </div>
        <div className={styles.table}><Tables preview={preview} shown={shown} /></div>
      </div>
      <footer className={styles.foot}>
        <Button type="primary" autoFocus disabled={total === 0 || stopped} data-testid="client-import-commit" onClick={onImport}>{t("clients.imports.doImport", { count: total })}</Button>
        <Button data-testid="client-import-back" onClick={onBack}>{t("common.back")}</Button>
        {stopped && <span className="caution" role="status">{t("clients.imports.skipErrorsHint")}</span>}
      </footer>
    </div>
  );
}
