/** The file being imported, as Rust reads it: again for each change of the mapping, the newest answer wins. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/call";
import { toFailure } from "../../../api/failure";
import type { ImportDone, ImportOptions, ImportPreview, Mapping } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";

export interface ChosenFile {
  /** Tells two files of one name apart. */
  key: string;
  name: string;
  bytes: Uint8Array;
}

export interface Import {
  preview: ImportPreview | undefined;
  /** As chosen; null while the guess holds. */
  mapping: Mapping | null;
  failure: unknown;
  reading: boolean;
  remap: (mapping: Mapping) => void;
  restart: () => void;
  run: (options: ImportOptions) => Promise<boolean>;
  running: boolean;
  done: ImportDone | undefined;
}

export function useImport(file: ChosenFile | null): Import {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const read = useQuery({
    // What is known changes with the clients; a list's phones are not kept once it is left.
    queryKey: ["clients", "clients.import_preview", file?.key, mapping],
    queryFn: () => (file ? upload("clients.import_preview", { fileName: file.name, mapping }, file.bytes) : Promise.reject(new Error("no file"))),
    enabled: file !== null,
    placeholderData: mapping === null ? undefined : keepPreviousData,
    gcTime: 0,
  });
  // Kept here, not in a mutation's observer: an import goes on while another screen is looked at.
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState<ImportDone>();
  return {
    preview: read.data,
    mapping,
    failure: read.error,
    reading: read.isFetching,
    remap: setMapping,
    restart: () => {
      setMapping(null);
      setDone(undefined);
    },
    run: async (options) => {
      if (!file || !read.data || running) return false;
      setRunning(true);
      try {
        setDone(await upload("clients.import", { fileName: file.name, mapping: mapping ?? read.data.mapping, options }, file.bytes));
        return true;
      } catch (reason) {
        if (toFailure(reason)?.code === "cancelled") message.info(t("clients.imports.cancelled"));
        else showFailure(reason);
        return false;
      } finally {
        setRunning(false);
      }
    },
    running,
    done,
  };
}
