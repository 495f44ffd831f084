/**
 * A read has one tag of its own. Where its answer also depends on others (the board shows names and
 * appointments), a companion says so here, and the read is asked again when any of them changes.
 */
import { useQueryClient } from "@tanstack/react-query";
import { listen } from "@tauri-apps/api/event";
import { useEffect } from "react";
import type { CommandName } from "../api/call";
import type { Tag } from "../api/generated";
import { useSession } from "../app/session";

export function useFollowTags(name: CommandName, tags: readonly Tag[]): void {
  const client = useQueryClient();
  const locked = useSession().desk.stage === "locked";
  const wanted = tags.join(" ");
  useEffect(() => {
    const listening = listen<{ tags: Tag[] }>("changed", ({ payload }) => {
      if (!payload.tags.some((tag) => wanted.split(" ").includes(tag))) return;
      void client.invalidateQueries({ predicate: (query) => query.queryKey[1] === name, refetchType: locked ? "none" : "active" });
    });
    return () => void listening.then((stop) => { stop(); });
  }, [client, name, wanted, locked]);
}
