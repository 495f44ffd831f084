/** A spreadsheet of opening balances as Rust reads it: again where others changed what it depends on. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { upload } from "../../../api/call";
import type { OpeningId, OpeningPreview } from "../../../api/generated";

export interface ChosenFile {
  /** Drawn once for each: said twice, it is taken over once. Tells two files of one name apart, too. */
  id: OpeningId;
  name: string;
  bytes: Uint8Array;
}

/** Not `when` it is being taken over: what is asked then is what was seen. */
export function useFilePreview(file: ChosenFile | null, again: boolean, when: boolean): UseQueryResult<OpeningPreview> {
  return useQuery({
    queryKey: ["money", "openings.preview", file?.id, again],
    queryFn: () => (file ? upload("openings.preview", { source: { kind: "file", fileName: file.name }, again }, file.bytes) : Promise.reject(new Error("no file"))),
    enabled: file !== null && when,
    placeholderData: (before, query) => (query?.queryKey[2] === file?.id ? before : undefined),
    gcTime: 0,
  });
}
