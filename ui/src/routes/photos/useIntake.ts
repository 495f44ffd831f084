/** Photos on their way in: one after the other, each with what is said about it; what fails stays, to be tried again. */
import { useRef, useState } from "react";
import { call, upload } from "../../api/call";
import type { ClientId, Failure, PhotoFacts, PhotoView } from "../../api/generated";
import { inOrder } from "./views";

export type Source = { file: File } | { folder: string; path: string };

export interface Coming {
  name: string;
  source: Source;
  /** Photos are numbered in the order in which they were taken, whatever the order of the clicks. */
  at: number;
}

export interface Incoming extends Coming {
  key: string;
  facts: PhotoFacts;
  /** Somebody said which view it is. */
  said: boolean;
  /** Which session: a new one begins when all of the one before are in. */
  batch: number;
  state: "waiting" | "adding" | "added" | "failed";
  failure: unknown;
}

export interface Intake {
  incoming: readonly Incoming[];
  running: boolean;
  put: (photos: readonly Coming[], facts: PhotoFacts) => void;
  /** What they have in common, for all that are not in yet. */
  common: (facts: Omit<PhotoFacts, "view">) => void;
  view: (key: string, view: PhotoView) => void;
  drop: (key: string) => void;
  run: () => Promise<void>;
  stop: () => void;
}

/** Files as they are chosen or dropped: in the order of their names, which is the camera's. */
export function filesIn(files: readonly File[]): Coming[] {
  const at = Math.max(...files.map(({ lastModified }) => lastModified));
  return files.toSorted((one, other) => one.name.localeCompare(other.name, "en", { numeric: true })).map((file) => ({ name: file.name, source: { file }, at }));
}

export function putTo(all: readonly Incoming[], photos: readonly Coming[], facts: PhotoFacts): readonly Incoming[] {
  const last = all.at(-1)?.batch ?? 0;
  const batch = all.every(({ state }) => state === "added") ? last + 1 : last;
  return inSequence([...all, ...photos.map((photo): Incoming => ({ ...photo, facts, key: crypto.randomUUID(), said: false, batch, state: "waiting", failure: null }))]);
}

/** The n-th of a session gets the n-th standard view, unless somebody said otherwise or it has been on its way already. */
function inSequence(all: readonly Incoming[]): readonly Incoming[] {
  const batch = all.at(-1)?.batch;
  const moves = ({ batch: of, state }: Incoming) => of === batch && state === "waiting";
  let place = 0;
  return [...all.filter((one) => !moves(one)), ...all.filter(moves).toSorted((one, other) => one.at - other.at)].map((one) => {
    if (one.batch !== batch) return one;
    const view = inOrder(place);
    place += 1;
    return one.said || !moves(one) ? one : { ...one, facts: { ...one.facts, view } };
  });
}

async function send(client: ClientId, { source, facts, name }: Incoming): Promise<void> {
  if ("folder" in source) {
    await call("photos.add_from_card", { client, facts, ...source });
    return;
  }
  const bytes = await source.file.arrayBuffer().catch((): never => {
    // Such as a card that was pulled out.
    const gone: Failure = { code: "card_unreadable", field: null, params: { path: name } };
    // What a rejected call carries is a plain value.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    throw gone;
  });
  await upload("photos.add", { client, facts, fileName: name, fileChangedAt: source.file.lastModified }, new Uint8Array(bytes));
}

export function useIntake(client: ClientId, start: () => readonly Incoming[]): Intake {
  const [incoming, setIncoming] = useState(start);
  const [running, setRunning] = useState(false);
  // What is on its way is said, dropped and added to while the ones before it travel.
  const latest = useRef(incoming);
  const stopped = useRef(false);
  const set = (next: (all: readonly Incoming[]) => readonly Incoming[]) => {
    latest.current = next(latest.current);
    setIncoming(latest.current);
  };
  const change = (key: string, to: (one: Incoming) => Partial<Incoming>) => { set((all) => all.map((one) => (one.key === key ? { ...one, ...to(one) } : one))); };
  return {
    incoming,
    running,
    put: (photos, facts) => { set((all) => putTo(all, photos, facts)); },
    common: (facts) => { set((all) => all.map((one) => (one.state === "waiting" || one.state === "failed" ? { ...one, facts: { ...facts, view: one.facts.view } } : one))); },
    view: (key, view) => { change(key, ({ facts }) => ({ facts: { ...facts, view }, said: true })); },
    drop: (key) => { set((all) => inSequence(all.filter((one) => one.key !== key))); },
    stop: () => { stopped.current = true; },
    run: async () => {
      stopped.current = false;
      setRunning(true);
      const tried = new Set<string>();
      const next = () => latest.current.find(({ key, state }) => !tried.has(key) && (state === "waiting" || state === "failed"));
      for (let one = next(); one; one = next()) {
        // Pressed while the one before was on its way.
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition
        if (stopped.current) break;
        const { key } = one;
        tried.add(key);
        change(key, () => ({ state: "adding", failure: null }));
        try {
          await send(client, one);
          change(key, () => ({ state: "added" }));
        } catch (failure) {
          change(key, () => ({ state: "failed", failure }));
        }
      }
      setRunning(false);
    },
  };
}
