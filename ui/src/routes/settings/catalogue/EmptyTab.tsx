/** A tab that has nothing yet: what would fill it, the quickest way first. */
import { Button } from "antd";
import { BookOpen, Cpu, Package } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/States";
import styles from "./catalogue.module.css";
import type { Tab } from "./items";

interface EmptyTabProps {
  tab: Exclude<Tab, "rooms">;
  /** Null where it may not be done. */
  onAdd: (() => void) | null;
  onStarter: (() => void) | null;
  onImport: (() => void) | null;
}

const icons = { procedures: BookOpen, products: Package, equipment: Cpu };

export function EmptyTab({ tab, onAdd, onStarter, onImport }: EmptyTabProps) {
  const { t } = useTranslation();
  const starts = tab !== "equipment" && onStarter !== null;
  return (
    <EmptyState
      icon={icons[tab]}
      title={t(`catalogue.emptyList.${tab}.title`)}
      hint={t(`catalogue.emptyList.${tab}.hint`)}
      action={
        <span className={styles.buttons}>
          {starts && <Button type="primary" data-testid="catalogue-empty-starter" onClick={onStarter}>{t("catalogue.starter.open")}</Button>}
          {onAdd && <Button {...(starts ? {} : { type: "primary" as const })} data-testid="catalogue-empty-add" onClick={onAdd}>{t(`catalogue.add.${tab}`)}</Button>}
          {onImport && <Button data-testid="catalogue-empty-import" onClick={onImport}>{t("catalogue.imports.open")}</Button>}
        </span>
      }
    />
  );
}
