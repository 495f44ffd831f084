/** The file being imported, as Rust reads it: again for each change of the mapping, the newest answer wins. */
import { useQuery } from "@tanstack/react-query";
import { App } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { upload } from "../../../api/call";
import { toFailure } from "../../../api/failure";
import type { Columns, ImportDone, ImportOptions, ImportPreview, Mapping } from "../../../api/generated";
import { useShowFailure } from "../../../api/hooks";

export interface ChosenFile {
  /** Tells two files of one name apart. */
  key: string;
  name: string;
  bytes: Uint8Array;
}

export interface Import {
  preview: ImportPreview | undefined;
  /** Of the sheet that is asked for; undefined while it is read for the first time. */
  mapping: Mapping | undefined;
  /** The sheet that is asked for, which is not yet the preview's while it is read. */
  sheet: string;
  failure: unknown;
  reading: boolean;
  remap: (mapping: Mapping) => void;
  choose: (sheet: string) => void;
  restart: () => void;
  run: (options: ImportOptions) => Promise<boolean>;
  running: boolean;
  done: ImportDone | undefined;
}

export function useImport(file: ChosenFile | null): Import {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  // Null: Rust says which is the likeliest.
  const [chosen, setChosen] = useState<string | null>(null);
  // Kept by sheet, so that what was put right on one is still so after a look at another.
  const [mapped, setMapped] = useState<ReadonlyMap<string, Mapping>>(new Map());
  // Kept here, not in a mutation's observer: an import goes on while another screen is looked at.
  const [running, setRunning] = useState(false);
  const [done, setDone] = useState<ImportDone>();
  const shown = useShown();
  const own = chosen === null ? undefined : mapped.get(chosen);
  const columns: Columns = own ? { mapped: own } : { guess: chosen };
  const read = useQuery({
    // What is known changes with the clients; a list's phones are not kept once it is left.
    queryKey: ["clients", "clients.import_preview", file?.key, columns],
    queryFn: () => (file ? upload("clients.import_preview", { fileName: file.name, columns }, file.bytes) : Promise.reject(new Error("no file"))),
    enabled: file !== null && !running && done === undefined,
    placeholderData: (before, query) => (query?.queryKey[2] === file?.key ? before : undefined),
    gcTime: 0,
  });
  const preview = read.data;
  const sheet = chosen ?? preview?.mapping.sheet ?? "";
  const mapping = own ?? (preview?.mapping.sheet === sheet ? preview.mapping : undefined);
  return {
    preview,
    mapping,
    sheet,
    failure: read.error,
    reading: read.isFetching,
    remap: (next) => {
      setChosen(next.sheet);
      setMapped(new Map(mapped).set(next.sheet, next));
    },
    choose: setChosen,
    restart: () => {
      setChosen(null);
      setMapped(new Map());
      setDone(undefined);
    },
    run: async (options) => {
      if (!file || !mapping || running) return false;
      setRunning(true);
      try {
        const result = await upload("clients.import", { fileName: file.name, mapping, options }, file.bytes);
        setDone(result);
        if (!shown.current) message.success(t("clients.imports.doneTitle", { count: result.imported }));
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

/** Whether the wizard is in sight: who went on to something else is told when it is done. */
function useShown(): { readonly current: boolean } {
  const shown = useRef(false);
  useEffect(() => {
    shown.current = true;
    return () => { shown.current = false; };
  }, []);
  return shown;
}
