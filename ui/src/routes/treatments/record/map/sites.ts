/**
 * What a place on a drawing is called. Sides are the client's own: on the front views the client's left lies at
 * the viewer's right. A place belongs to the site whose ellipse it is nearest to, so there is always an answer.
 */
import type { SiteMap } from "../../../../api/generated";
import type { zh } from "../../../../locales/zh";
import { sheets } from "./drawings";

export type SiteName = keyof (typeof zh)["treatments"]["sites"];

export interface Site {
  name: SiteName;
  side: "left" | "right" | null;
}

/** A map's edges, in the units of a use. */
export const edge = 10_000;

/** Middle and half axes on the sheet; where a site is one of a pair, on the half at the viewer's left. */
type Zone = readonly [name: SiteName, x: number, y: number, rx: number, ry: number, kind?: "single"];

const faceFront: readonly Zone[] = [
  ["scalp", 200, 52, 130, 42, "single"],
  ["forehead", 200, 145, 84, 42, "single"],
  ["glabella", 200, 204, 19, 18, "single"],
  ["brow", 143, 200, 34, 12],
  ["temple", 88, 186, 18, 34],
  ["crow", 98, 236, 20, 26],
  ["upperLid", 147, 220, 28, 10],
  ["lowerLid", 140, 246, 28, 9],
  ["tear", 162, 260, 18, 12],
  ["noseRoot", 200, 232, 12, 11, "single"],
  ["noseBridge", 200, 266, 14, 24, "single"],
  ["noseTip", 200, 306, 17, 14, "single"],
  ["noseWing", 175, 307, 9, 11],
  ["apple", 122, 280, 32, 21],
  ["cheek", 112, 326, 22, 24],
  ["nasolabial", 155, 332, 12, 22],
  ["upperLip", 200, 341, 30, 9, "single"],
  ["lips", 200, 358, 26, 6, "single"],
  ["lowerLip", 200, 372, 28, 9, "single"],
  ["mouthCorner", 152, 374, 12, 16],
  ["chin", 200, 410, 28, 20, "single"],
  ["jaw", 138, 402, 30, 17],
  ["masseter", 92, 350, 16, 30],
  ["ear", 56, 246, 12, 36],
  ["neck", 200, 462, 66, 24, "single"],
];

const faceLeft: readonly Zone[] = [
  ["scalp", 270, 116, 96, 78],
  ["forehead", 146, 150, 34, 42],
  ["glabella", 112, 206, 9, 15, "single"],
  ["brow", 146, 198, 28, 11],
  ["temple", 204, 204, 24, 32],
  ["upperLid", 142, 224, 18, 9],
  ["lowerLid", 140, 251, 18, 8],
  ["crow", 178, 240, 18, 22],
  ["tear", 130, 264, 14, 11],
  ["noseRoot", 108, 228, 8, 12, "single"],
  ["noseBridge", 97, 266, 12, 22, "single"],
  ["noseTip", 78, 304, 13, 13, "single"],
  ["noseWing", 110, 306, 11, 14],
  ["apple", 164, 284, 28, 24],
  ["cheek", 182, 332, 32, 26],
  ["nasolabial", 132, 332, 12, 24],
  ["upperLip", 106, 346, 20, 10],
  ["lips", 106, 359, 18, 5],
  ["lowerLip", 104, 373, 18, 9],
  ["mouthCorner", 142, 374, 12, 16],
  ["chin", 112, 414, 22, 22],
  ["jaw", 184, 410, 40, 18],
  ["masseter", 236, 344, 24, 38],
  ["ear", 283, 254, 24, 46],
  ["neck", 236, 452, 66, 34],
  ["nape", 316, 384, 26, 40],
];

const bodyBoth: readonly Zone[] = [
  ["head", 160, 52, 34, 40, "single"],
  ["neck", 160, 102, 16, 12, "single"],
  ["trapezius", 130, 118, 16, 9],
  ["shoulder", 96, 142, 16, 18],
  ["upperArm", 87, 200, 13, 34],
  ["forearm", 67, 276, 14, 36],
  ["hand", 56, 334, 13, 26],
  ["armpit", 106, 182, 7, 14],
  ["hip", 106, 304, 14, 20],
  ["thigh", 128, 380, 26, 44],
  ["knee", 127, 438, 20, 14],
  ["calf", 126, 512, 22, 56],
  ["foot", 125, 608, 20, 22],
];

const bodyFront: readonly Zone[] = [...bodyBoth, ["chest", 134, 166, 26, 34], ["abdomen", 160, 250, 46, 46, "single"]];

const bodyBack: readonly Zone[] = [
  ...bodyBoth.filter(([name]) => name !== "neck" && name !== "hip"),
  ["nape", 160, 102, 16, 14, "single"],
  ["back", 160, 180, 54, 48, "single"],
  ["waist", 160, 256, 46, 26, "single"],
  ["buttock", 130, 320, 30, 30],
];

const zones: Record<SiteMap, readonly Zone[]> = { face_front: faceFront, face_left: faceLeft, face_right: faceLeft, body_front: bodyFront, body_back: bodyBack };

/** At a place in ten-thousandths of the drawing. */
export function siteAt(map: SiteMap, x: number, y: number): Site {
  const { width, height } = sheets[map];
  const across = (x / edge) * width;
  const down = (y / edge) * height;
  const profile = map === "face_left" || map === "face_right";
  const atLeft = across < width / 2;
  // Zones are written down for the left profile, and of front and back for the viewer's left half.
  const folded = profile ? (map === "face_right" ? width - across : across) : (atLeft ? across : width - across);
  const distance = ([, cx, cy, rx, ry]: Zone) => ((folded - cx) / rx) ** 2 + ((down - cy) / ry) ** 2;
  const [first, ...rest] = zones[map];
  if (!first) throw new Error(map);
  const [name, , , , , kind] = rest.reduce((nearest, zone) => (distance(zone) < distance(nearest) ? zone : nearest), first);
  if (kind === "single") return { name, side: null };
  if (profile) return { name, side: map === "face_left" ? "left" : "right" };
  const viewersLeft = map === "body_back" ? "left" : "right";
  return { name, side: atLeft ? viewersLeft : (viewersLeft === "left" ? "right" : "left") };
}
