/** In which order photos stand, and which two are worth comparing. */
import type { Photo, PhotoId } from "../../api/generated";

export interface Day {
  day: string;
  photos: Photo[];
}

/** The latest day first; within a day as they were taken, which is the order of the standard views. */
export function byDay(photos: readonly Photo[], dayOf: (at: number) => string): Day[] {
  const days: Day[] = [];
  for (const photo of photos.toSorted((one, other) => one.takenAt - other.takenAt)) {
    const day = dayOf(photo.takenAt);
    const found = days.find((other) => other.day === day);
    if (found) found.photos.push(photo);
    else days.unshift({ day, photos: [photo] });
  }
  return days;
}

/**
 * The first and the last of those that are chosen. With one chosen, it and the furthest of its view in time; with none,
 * the first and the latest of the view that has been taken most often, the front before others.
 */
export function pairOf(photos: readonly Photo[], chosen: readonly PhotoId[]): [PhotoId, PhotoId] | null {
  const order = photos.filter(({ preview }) => preview !== "failed").toSorted((one, other) => one.takenAt - other.takenAt);
  const ends = (of: readonly Photo[]): [PhotoId, PhotoId] | null => {
    const [first, last] = [of[0], of.at(-1)];
    return first && last && first !== last ? [first.id, last.id] : null;
  };
  const picked = order.filter(({ id }) => chosen.includes(id));
  const [one] = picked;
  if (picked.length > 1) return ends(picked);
  if (one) {
    const same = order.filter(({ facts }) => facts.view === one.facts.view);
    const far = same.at(-1) === one || (same[0] && one.takenAt - same[0].takenAt > (same.at(-1)?.takenAt ?? 0) - one.takenAt) ? same[0] : same.at(-1);
    return far ? ends([one, far].toSorted((a, b) => a.takenAt - b.takenAt)) : null;
  }
  const views = new Map<string, Photo[]>();
  for (const photo of order) views.set(photo.facts.view, [...(views.get(photo.facts.view) ?? []), photo]);
  const often = [...views].toSorted(([view, one], [, other]) => other.length - one.length || Number(view !== "front"));
  return ends(often[0]?.[1] ?? []);
}
