/** The button that chooses a spreadsheet of opening balances. */
import { Button } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

interface ChooseFileProps {
  /** The first one; else another. */
  first?: boolean;
  disabled?: boolean;
  onFile: (file: File) => void;
}

const kinds = ".xlsx,.xls,.xlsm,.xlsb,.ods,.csv,.tsv,.txt";

export function ChooseFile({ first = false, disabled = false, onFile }: ChooseFileProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={kinds}
        tabIndex={-1}
        aria-label={t("openings.imports.choose")}
        className="unseen"
        data-testid="openings-file"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The mended file has the same name.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button {...(first ? { type: "primary" as const, autoFocus: true } : {})} disabled={disabled} data-testid="openings-choose" onClick={() => input.current?.click()}>{t(first ? "openings.imports.choose" : "openings.imports.another")}</Button>
    </>
  );
}
