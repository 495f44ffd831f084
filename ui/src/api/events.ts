/** What Rust says unasked: what changed, how far a long task is, that the desk's stage moved. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { listen } from "@tauri-apps/api/event";
import { useEffect, useState } from "react";
import type { DeskState, Tag } from "./generated";

export const deskStateKey = ["desk.state"] as const;

/** Keeps the reads fresh for as long as the window lives. */
export function followChanges(client: QueryClient): () => void {
  const listeners = [
    listen<{ tags: Tag[] }>("changed", ({ payload }) => {
      const changed = new Set<unknown>(payload.tags);
      // Behind the lock nobody may read: what changed is asked for once the window is opened again.
      const locked = client.getQueryData<DeskState>(deskStateKey)?.stage === "locked";
      void client.invalidateQueries({ predicate: (query) => changed.has(query.queryKey[0]), refetchType: locked ? "none" : "active" });
      // The clinic's name and the idle limit ride on the desk's state.
      if (changed.has("clinic") || changed.has("staff")) {
        void client.invalidateQueries({ queryKey: deskStateKey });
      }
    }),
    listen("stage", () => void client.invalidateQueries({ queryKey: deskStateKey })),
  ];
  return () => {
    for (const listener of listeners) void listener.then((stop) => { stop(); });
  };
}

/** After one's own step of the stage, without waiting for the event. */
export function useRefreshDesk(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: deskStateKey });
}

export interface Progress {
  task: string;
  /** Which part of it; "" where it has one part only. */
  phase: string;
  done: number;
  total: number;
}

export function useProgress(task: string): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    const listening = listen<Progress>("progress", ({ payload }) => {
      if (payload.task === task) setProgress(payload);
    });
    return () => void listening.then((stop) => { stop(); });
  }, [task]);
  return progress;
}
