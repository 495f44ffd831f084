import { Button } from "antd";
import { FileSpreadsheet } from "lucide-react";
import { type ChangeEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/States";
import type { ChosenFile } from "./useImport";

const kinds = ".xlsx,.xls,.xlsm,.xlsb,.ods,.csv,.tsv,.txt";

export function ChooseStep({ onChoose }: { onChoose: (file: ChosenFile) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file) onChoose({ key: crypto.randomUUID(), name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  return (
    <EmptyState
      icon={FileSpreadsheet}
      title={t("clients.imports.title")}
      hint={t("clients.imports.chooseHint")}
      action={
        <>
          <input ref={input} type="file" accept={kinds} tabIndex={-1} aria-label={t("clients.imports.chooseFile")} className="unseen" data-testid="client-import-file" onChange={(event) => void choose(event)} />
          <Button type="primary" autoFocus data-testid="client-import-choose" onClick={() => input.current?.click()}>{t("clients.imports.chooseFile")}</Button>
        </>
      }
    />
  );
}
