import { Button } from "antd";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ImportDone } from "../../../api/generated";
import { EmptyState } from "../../../components/States";

interface DoneStepProps {
  done: ImportDone;
  onAgain: () => void;
  onList: () => void;
}

export function DoneStep({ done, onAgain, onList }: DoneStepProps) {
  const { t } = useTranslation();
  const more = [
    done.skipped > 0 ? t("clients.imports.skipped", { count: done.skipped }) : "",
    done.renumbered > 0 ? t("clients.imports.renumbered", { count: done.renumbered }) : "",
  ].filter(Boolean).join(" · ");
  return (
    <div data-testid="client-import-done">
      <EmptyState
        icon={Check}
        title={t("clients.imports.doneTitle", { count: done.imported })}
        {...(more === "" ? {} : { hint: more })}
        action={
          <span style={{ display: "flex", gap: 8 }}>
            <Button type="primary" autoFocus data-testid="client-import-to-list" onClick={onList}>{t("clients.imports.toList")}</Button>
            <Button data-testid="client-import-again" onClick={onAgain}>{t("clients.imports.another")}</Button>
          </span>
        }
      />
    </div>
  );
}
