/** Copies that leave the program: what they are for is said before, and where they are after. */
import { Button, Dropdown } from "antd";
import { FolderOutput, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { PhotoId } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import styles from "./photos.module.css";

const purposes = ["treatment", "publicity"] as const;

export function ExportMenu({ ids, onDone }: { ids: readonly PhotoId[]; onDone: (path: string) => void }) {
  const { t } = useTranslation();
  const write = useWrite("photos.export");
  const run = async (key: string) => {
    const purpose = purposes.find((known) => known === key);
    if (!purpose) return;
    const written = await write.run({ ids: [...ids], purpose });
    if (written) onDone(written.output.path);
  };
  return (
    <Dropdown
      trigger={["click"]}
      disabled={ids.length === 0}
      menu={{ items: purposes.map((purpose) => ({ key: purpose, label: <span data-testid={`photos-export-${purpose}`}>{t(`photos.exportFor.${purpose}`)}</span> })), onClick: ({ key }) => void run(key) }}
    >
      <Button icon={<FolderOutput aria-hidden size={16} strokeWidth={1.5} />} loading={write.pending} disabled={ids.length === 0} title={t("photos.exportHint")} data-testid="photos-export">{ids.length === 0 ? t("photos.exportNone") : t("photos.export", { count: ids.length })}</Button>
    </Dropdown>
  );
}

export function Exported({ path, onClose }: { path: string; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div className={styles.exported} role="status" data-testid="photos-exported">
      <span>{t("photos.exported", { path })}</span>
      <Button type="text" size="small" icon={<X aria-hidden size={14} strokeWidth={1.5} />} aria-label={t("photos.exportedClose")} onClick={onClose} />
    </div>
  );
}
