/**
 * The window by stage: no clinic yet, its file locked, nobody signed in, someone at work, locked.
 * While locked the frame stays mounted beneath the cover; when another person signs in it is made anew
 * and every read of the last person is forgotten.
 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Suspense, lazy, useEffect, useState } from "react";
import { call } from "../api/call";
import { deskStateKey } from "../api/events";
import type { DeskState } from "../api/generated";
import { Cover } from "../components/Cover";
import { ErrorState } from "../components/States";
import { turnBackUnlessBy } from "../routes/client-facing/turned";
import { SignIn } from "../routes/sign-in/SignIn";
import { loadToday } from "../routes/today/screen";
import { Unlock } from "../routes/unlock/Unlock";
import { Frame } from "./Frame";
import { SessionContext } from "./session";
import { ZoneContext, defaultZone } from "./zone";

const FirstRun = lazy(() => import("../routes/first-run/FirstRun"));

export function Desk() {
  const desk = useQuery({ queryKey: deskStateKey, queryFn: () => call("desk.state", {}) });
  if (desk.data) {
    return (
      <ZoneContext value={desk.data.clinic?.zone ?? defaultZone}>
        <ByStage desk={desk.data} />
      </ZoneContext>
    );
  }
  return desk.isPending ? null : <ErrorState reason={desk.error} retry={() => void desk.refetch()} />;
}

function ByStage({ desk }: { desk: DeskState }) {
  // The recovery code is shown once, after the clinic exists: the first run ends when the person says so.
  const [making, setMaking] = useState<"no" | "begun" | "done">("no");
  if (making === "no" && desk.stage === "no_clinic") setMaking("begun");
  const staffId = desk.me?.staffId ?? null;
  useForgetReads(staffId);
  useEffect(() => { turnBackUnlessBy(staffId); }, [staffId]);
  useCatchUp(desk.stage === "signed_in");
  useLoadAhead(desk.stage === "file_locked" || desk.stage === "signed_out");

  if (making === "begun" || desk.stage === "no_clinic") {
    return (
      <Suspense fallback={null}>
        <FirstRun onDone={() => { setMaking("done"); }} />
      </Suspense>
    );
  }
  if (desk.stage === "file_locked") return <Unlock desk={desk} />;
  const { me, clinic } = desk;
  if (desk.stage === "signed_out" || !me || !clinic) return <SignIn desk={desk} />;
  return (
    <SessionContext value={{ me, clinic, desk }}>
      <Frame key={me.staffId} />
      {desk.stage === "locked" && (
        <Cover>
          <SignIn desk={desk} lockedBy={me} />
        </Cover>
      )}
    </SessionContext>
  );
}

/** What one person may read is not what the next one may. */
function useForgetReads(staffId: string | null): void {
  const client = useQueryClient();
  useEffect(
    () => () => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== deskStateKey[0] });
    },
    [client, staffId],
  );
}

function useLoadAhead(waits: boolean): void {
  useEffect(() => {
    if (waits) void loadToday();
  }, [waits]);
}

/** What changed, or was refused, while the window was locked. */
function useCatchUp(signedIn: boolean): void {
  const client = useQueryClient();
  useEffect(() => {
    if (signedIn) void client.refetchQueries({ type: "active", stale: true });
  }, [client, signedIn]);
}
