/** Which days are shown and how, kept in the address: /calendar?view=week&by=room&who=… */
import { useNavigate, useSearchParams } from "react-router";
import { useZone } from "../../app/zone";
import { inZone } from "../../components/format";
import { useNow } from "../../components/now";
import { addDays, weekOf } from "../../components/zonedTime";

export type View = "day" | "week" | "list";
export type By = "doctor" | "room";

export interface Place {
  view: View;
  by: By;
  day: string;
  today: string;
  /** In the week: the one doctor or room shown; null for all. */
  who: string | null;
  days: string[];
  /** A new appointment was asked for, perhaps for this client. */
  wanted: { client: string | null } | null;
  go: (change: Partial<Record<"view" | "by" | "day" | "who", string | null>>) => void;
  /** Another view; the list is tomorrow's until one goes elsewhere. */
  show: (view: View) => void;
  /** By days, or by weeks where a week is shown. */
  step: (by: number, weeks?: boolean) => void;
}

const views: readonly string[] = ["day", "week", "list"];

export function usePlace(): Place {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const today = inZone(useNow(), useZone()).day;
  const asked = params.get("view") ?? "day";
  const view = (views.includes(asked) ? asked : "day") as View;
  // The list is made for calling tomorrow's clients.
  const day = params.get("day") ?? (view === "list" ? addDays(today, 1) : today);
  const client = params.get("client");
  const go: Place["go"] = (change) => {
    const next = new URLSearchParams(params);
    next.delete("client");
    next.delete("new");
    for (const [key, value] of Object.entries(change)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    void navigate(`/calendar?${next.toString()}`, { replace: true });
  };
  return {
    view,
    by: params.get("by") === "room" ? "room" : "doctor",
    day,
    today,
    who: params.get("who"),
    days: view === "week" ? weekOf(day) : [day],
    wanted: client !== null || params.has("new") ? { client } : null,
    go,
    show: (next) => { go(next === "list" && view !== "list" ? { view: next, day: null } : { view: next, day }); },
    step: (by, weeks = view === "week") => { go({ day: addDays(day, by * (weeks ? 7 : 1)) }); },
  };
}
