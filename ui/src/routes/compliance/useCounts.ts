/** How much needs care; it names nobody, so that it may be asked often. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/call";
import { useMay } from "../../app/session";

/** Hours pass and days begin while nothing is written. */
const everyMs = 120_000;

export function useCounts() {
  const mayDesk = useMay()("see_compliance");
  return useQuery({ queryKey: ["complaints", "compliance.counts", {}], queryFn: () => call("compliance.counts", {}), enabled: mayDesk, refetchInterval: everyMs }).data;
}
