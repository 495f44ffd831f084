/** What was used, as the map and its list edit it: a pure reducer with its way back. */
import type { ProductId, Quantity, SiteMap, Use } from "../../../../api/generated";
import { readDecimal } from "../../../../components/decimals";
import { edge } from "./sites";

/** Of what a point is made. */
export type Filling = Pick<Use, "product" | "batch" | "vial" | "unit_code">;
export type Dose = Pick<Use, "quantity" | "depth">;
/** A place in words; the words of a place that is moved follow it until somebody writes others. */
export type NameSite = (map: SiteMap, x: number, y: number) => string;

interface Typed {
  text: string;
  /** When each key was struck: a scanner's are told from a person's by them. */
  at: readonly number[];
  was: Quantity;
}

interface Snapshot {
  uses: readonly Use[];
  map: SiteMap;
  selected: number | null;
  /** What goes on within one step: a drag, a number being typed. */
  mark: string;
}

export interface Points {
  uses: readonly Use[];
  map: SiteMap;
  selected: number | null;
  typed: Typed | null;
  /** What the next point is made of; null until something was chosen or used. */
  filling: Filling | null;
  /** The dose and layer last used, by product. */
  habits: Readonly<Record<ProductId, Dose>>;
  past: readonly Snapshot[];
}

export type PointsAction =
  | { do: "replace"; uses: readonly Use[] }
  | { do: "show"; map: SiteMap }
  | { do: "fill"; filling: Filling }
  | { do: "add"; x: number; y: number; filling: Filling; dose: Dose; name: NameSite }
  | { do: "row"; filling: Filling; quantity: Quantity }
  | { do: "mirror"; name: NameSite }
  | { do: "select"; key: number | null }
  | { do: "step"; by: 1 | -1 }
  | { do: "move"; key: number; x: number; y: number; name: NameSite }
  | { do: "nudge"; dx: number; dy: number; name: NameSite }
  | { do: "type"; char: string; scale: number; at: number }
  | { do: "erase"; scale: number }
  | { do: "untype"; scale: number }
  | { do: "by"; amount: number }
  | { do: "change"; keys: readonly number[]; change: Partial<Omit<Use, "key">> }
  | { do: "remove"; key: number }
  | { do: "undo" };

const mostPast = 100;
/** After so long a digit begins a new number. */
const pauseMs = 2_000;
/** Keys closer to each other than this are a scanner's. */
const scannerMs = 100;
const mostDigits = 7;

export function pointsOf(uses: readonly Use[]): Points {
  return { uses, map: uses.find(({ map }) => map !== null)?.map ?? "face_front", selected: null, typed: null, filling: null, habits: habitsOf(uses), past: [] };
}

export const isPoint = (use: Use): use is Use & { map: SiteMap } => use.map !== null;

/** A product's row without a place, as a record begins with it: its first point takes its place. */
export const isUnplaced = (use: Use): boolean => use.map === null && use.site === "" && use.depth === "";

export function pointsReducer(state: Points, action: PointsAction): Points {
  switch (action.do) {
    case "replace": return { ...pointsOf(action.uses), map: state.map, filling: state.filling };
    case "show": return { ...state, map: action.map, selected: null, typed: null };
    case "fill": return { ...state, filling: action.filling };
    case "add": return add(state, action);
    case "row": return written(state, "", [...state.uses, { key: nextKey(state.uses), map: null, x: 0, y: 0, site: "", depth: "", quantity: action.quantity, ...action.filling }], {});
    case "mirror": return mirror(state, action.name);
    case "select": return select(state, action.key);
    case "step": return select(state, neighbour(state, action.by));
    case "move": return move(state, action.key, action.x, action.y, action.name);
    case "nudge": {
      const use = selectedUse(state);
      return use && isPoint(use) ? move(state, use.key, use.x + action.dx, use.y + action.dy, action.name) : state;
    }
    case "type": return type(state, action);
    case "erase": return retype(state, state.typed?.text.slice(0, -1) ?? "", state.typed?.at.slice(0, -1) ?? [], action.scale);
    case "untype": return untype(state, action.scale);
    case "by": {
      const use = selectedUse(state);
      return use && use.quantity + action.amount > 0 ? change({ ...state, typed: null }, [use.key], { quantity: use.quantity + action.amount }, `by ${use.key}`) : state;
    }
    case "change": return change(state, action.keys, action.change, action.keys.length === 1 ? `${Object.keys(action.change).join()} ${action.keys.join()}` : "");
    case "remove": {
      const at = onMap(state).findIndex(({ key }) => key === action.key);
      const uses = state.uses.filter(({ key }) => key !== action.key);
      const beside = onMap({ ...state, uses });
      const selected = state.selected === action.key ? ((beside[at] ?? beside.at(-1))?.key ?? null) : state.selected;
      return uses.length === state.uses.length ? state : written(state, "", uses, { selected, typed: null });
    }
    case "undo": {
      const last = state.past.at(-1);
      return last ? { ...state, uses: last.uses, map: last.map, selected: last.selected, typed: null, past: state.past.slice(0, -1) } : state;
    }
  }
}

/** The points of the drawing that is shown, in the order in which they were set. */
export function onMap(state: Pick<Points, "uses" | "map">): Use[] {
  return state.uses.filter(({ map }) => map === state.map);
}

export function selectedUse(state: Points): Use | undefined {
  return state.uses.find(({ key }) => key === state.selected);
}

/** The point that Tab goes to; null beyond the last. */
export function neighbour(state: Points, by: 1 | -1): number | null {
  const points = onMap(state);
  const at = points.findIndex(({ key }) => key === state.selected);
  if (at === -1) return (by === 1 ? points[0] : points.at(-1))?.key ?? null;
  return points[at + by]?.key ?? null;
}

function written(state: Points, mark: string, uses: readonly Use[], rest: Partial<Points>): Points {
  const goesOn = mark !== "" && state.past.at(-1)?.mark === mark;
  const { map, selected } = state;
  return { ...state, uses, ...rest, past: goesOn ? state.past : [...state.past, { uses: state.uses, map, selected, mark }].slice(-mostPast) };
}

const nextKey = (uses: readonly Use[]) => Math.max(0, ...uses.map(({ key }) => key)) + 1;
const within = (place: number) => Math.round(Math.min(edge, Math.max(0, place)));
const remembered = (state: Points, { product, quantity, depth }: Pick<Use, "product"> & Dose) => ({ ...state.habits, [product]: { quantity, depth } });

function add(state: Points, { x, y, filling, dose, name }: Extract<PointsAction, { do: "add" }>): Points {
  const { map } = state;
  const begun = state.uses.some((use) => isPoint(use) && use.product === filling.product);
  const replaced = begun ? undefined : state.uses.find((use) => use.product === filling.product && isUnplaced(use));
  const [atX, atY] = [within(x), within(y)];
  const point: Use = { key: nextKey(state.uses), map, x: atX, y: atY, site: name(map, atX, atY), ...filling, ...dose };
  const uses = replaced ? state.uses.map((use) => (use === replaced ? point : use)) : [...state.uses, point];
  return written(state, "", uses, { selected: point.key, typed: null, filling, habits: remembered(state, point) });
}

function mirror(state: Points, name: NameSite): Points {
  const use = selectedUse(state);
  // The other side of a profile is another drawing, at the same height and mirrored.
  if (!use || !isPoint(use)) return state;
  const { product, batch, vial, unit_code, quantity, depth } = use;
  const map = use.map === "face_left" ? "face_right" : use.map === "face_right" ? "face_left" : use.map;
  const added = add({ ...state, map }, { do: "add", x: edge - use.x, y: use.y, filling: { product, batch, vial, unit_code }, dose: { quantity, depth }, name });
  return { ...added, past: [...state.past, { uses: state.uses, map: state.map, selected: state.selected, mark: "" }].slice(-mostPast) };
}

function select(state: Points, key: number | null): Points {
  if (key === state.selected) return state;
  const use = state.uses.find((other) => other.key === key);
  return { ...state, selected: use?.key ?? null, typed: null, map: use?.map ?? state.map };
}

function move(state: Points, key: number, x: number, y: number, name: NameSite): Points {
  const uses = state.uses.map((use) => {
    if (use.key !== key || !isPoint(use)) return use;
    const [toX, toY] = [within(x), within(y)];
    const own = use.site !== name(use.map, use.x, use.y);
    return { ...use, x: toX, y: toY, site: own ? use.site : name(use.map, toX, toY) };
  });
  return written(state, `move ${key}`, uses, { selected: key, typed: null });
}

function change(state: Points, keys: readonly number[], fields: Partial<Omit<Use, "key">>, mark: string): Points {
  const uses = state.uses.map((use) => (keys.includes(use.key) ? { ...use, ...fields } : use));
  const changed = uses.find(({ key }) => key === keys[0]);
  if (!changed) return state;
  const { product, batch, vial, unit_code } = changed;
  const refilled = ["product", "batch", "vial", "unit_code"].some((field) => field in fields) && isPoint(changed);
  const dosed = "quantity" in fields || "depth" in fields;
  return written(state, mark, uses, {
    ...(refilled ? { filling: { product, batch, vial, unit_code } } : {}),
    // What a row without a place takes is no dose of a point.
    ...(dosed && isPoint(changed) ? { habits: remembered(state, changed) } : {}),
  });
}

const read = (text: string, scale: number) => readDecimal(text.startsWith(".") ? `0${text}` : text, scale);

function type(state: Points, { char, scale, at }: Extract<PointsAction, { do: "type" }>): Points {
  const goesOn = state.typed !== null && at - (state.typed.at.at(-1) ?? 0) < pauseMs;
  const text = (goesOn ? (state.typed?.text ?? "") : "") + char;
  if (text.length > mostDigits || (read(text, scale) === null && text !== ".")) return state;
  const use = selectedUse(state);
  if (!use) return state;
  const began: Points = goesOn ? state : { ...state, typed: { text: "", at: [], was: use.quantity } };
  return retype(began, text, [...(goesOn ? (state.typed?.at ?? []) : []), at], scale);
}

function retype(state: Points, text: string, at: readonly number[], scale: number): Points {
  const use = selectedUse(state);
  if (!use || !state.typed) return state;
  const { was } = state.typed;
  const amount = text === "" ? was : (read(text, scale) ?? 0);
  const typed = text === "" ? null : { text, at, was };
  // Nothing, or 0 on the way to 0.4: what stood there stays until there is more.
  const quantity = amount > 0 ? amount : was;
  if (quantity === use.quantity) return { ...state, typed };
  return { ...change(state, [use.key], { quantity }, `type ${use.key} ${at[0] ?? state.typed.at[0] ?? 0}`), typed };
}

/** A scanner's first keys are digits like any: those struck as fast as it strikes are taken back. */
function untype(state: Points, scale: number): Points {
  const { typed } = state;
  if (!typed) return state;
  let from = typed.at.length - 1;
  while (from > 0 && (typed.at[from] ?? 0) - (typed.at[from - 1] ?? 0) <= scannerMs) from -= 1;
  return retype(state, typed.text.slice(0, from), typed.at.slice(0, from), scale);
}

function habitsOf(uses: readonly Use[]): Points["habits"] {
  const habits: Record<ProductId, Dose> = {};
  for (const use of uses) if (isPoint(use)) habits[use.product] = { quantity: use.quantity, depth: use.depth };
  return habits;
}
