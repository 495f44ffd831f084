/** Twelve photos in two sessions, drawn when they are asked for, and a card that gets one more while it is watched. */
import { emit } from "@tauri-apps/api/event";
import type { Card, CardPhoto, ClientFile, Downloads, Mark, Photo, PhotoFacts, PhotoStage, PhotoView, SignedPhoto } from "../../src/api/generated";
import { type Answers, type UploadAnswers, changed, pause, refuse } from "../mock";
import { clientAnswers } from "./clients";
import { me, record } from "./treatments";

export type DownloadAnswers = { [Name in keyof Downloads]?: (input: Downloads[Name]) => Promise<ArrayBuffer> };

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.now();
const width = 3000;
const height = 4000;

/** How a face stands in a picture: how near, how askew, where, how wrinkled. */
interface Pose {
  view: PhotoView;
  near: number;
  turn: number;
  x: number;
  y: number;
  lines: number;
}
interface Kept extends Photo {
  pose: Pose | null;
  bytes: Uint8Array | null;
}

/** Which way the head is turned, -1 to 1. */
const turned: Partial<Record<PhotoView, number>> = { left_oblique: 0.55, left_profile: 1, right_oblique: -0.55, right_profile: -1 };

/** Where the eyes are, in a head that is 2 wide around 0, 0. */
function eyes(pose: Pose): [number, number][] {
  const away = (turned[pose.view] ?? 0) * 0.34;
  return [[-0.36 + away, -0.12], [0.36 + away, -0.12]];
}

const head = 820;
function onPicture({ near, turn, x, y }: Pose, [u, v]: [number, number]): Mark {
  const [cos, sin, scale] = [Math.cos(turn), Math.sin(turn), head * near];
  const at = { x: width * x + (u * cos - v * sin) * scale, y: height * y + (u * sin + v * cos) * scale };
  return { x: Math.round((at.x / width) * 10_000), y: Math.round((at.y / height) * 10_000) };
}
function marksOf(pose: Pose): [Mark, Mark] {
  const [right, left] = eyes(pose);
  return [onPicture(pose, right ?? [0, 0]), onPicture(pose, left ?? [0, 0])];
}

function paint(pose: Pose, side: number, label: string): Promise<ArrayBuffer> {
  const canvas = document.createElement("canvas");
  const shrink = side / height;
  canvas.width = Math.round(width * shrink);
  canvas.height = side;
  const pen = canvas.getContext("2d") ?? refuse("invalid_picture");
  const fill = (colour: string, draw: () => void) => {
    pen.fillStyle = colour;
    pen.beginPath();
    draw();
    pen.fill();
  };
  const line = (thick: number, colour: string, points: number[]) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
    pen.strokeStyle = colour;
    pen.lineWidth = thick;
    pen.lineCap = "round";
    pen.beginPath();
    pen.moveTo(x0, y0);
    pen.quadraticCurveTo(x1, y1, x2, y2);
    pen.stroke();
  };
  const away = (turned[pose.view] ?? 0) * 0.34;
  pen.scale(shrink, shrink);
  fill(pose.lines > 0.5 ? "#8fa0a6" : "#9aa6a0", () => { pen.rect(0, 0, width, height); });
  pen.translate(width * pose.x, height * pose.y);
  pen.rotate(pose.turn);
  pen.scale(head * pose.near, head * pose.near);
  fill("#2d2320", () => { pen.ellipse(-away * 0.3, -0.28, 1.16, 1.4, 0, 0, 7); });
  fill("#cfa083", () => { pen.rect(-0.42, 0.9, 0.84, 1.2); });
  fill("#5f7d86", () => { pen.ellipse(0, 2.5, 1.7, 0.9, 0, 0, 7); });
  fill("#e0b396", () => { pen.ellipse(0, 0, 0.96 - Math.abs(away) * 0.25, 1.28, 0, 0, 7); });
  for (const [x, y] of eyes(pose)) {
    fill("#faf6f0", () => { pen.ellipse(x, y, 0.17, 0.085, 0, 0, 7); });
    fill("#3a2a22", () => { pen.ellipse(x, y, 0.075, 0.075, 0, 0, 7); });
    line(0.05, "#3b2c26", [x - 0.22, y - 0.2, x, y - 0.32, x + 0.22, y - 0.2]);
  }
  line(0.03, "#b98468", [away * 1.3, -0.1, away * 1.9 + 0.1, 0.3, away * 1.3 - 0.06, 0.34]);
  line(0.09, "#b4625c", [away - 0.26, 0.68, away, pose.view === "smile" ? 0.9 : 0.72, away + 0.26, 0.68]);
  const wrinkle = `rgba(120,70,50,${String(pose.lines)})`;
  for (const [sign, from] of [[-1, -0.24], [1, 0.24]] as const) line(0.028, wrinkle, [away + from, 0.3, away + from + sign * 0.2, 0.5, away + from + sign * 0.16, 0.78]);
  if (pose.view === "frown" || pose.view === "front") for (const x of [-0.06, 0.06]) line(0.026, wrinkle, [away + x, -0.42, away + x * 0.7, -0.34, away + x, -0.24]);
  for (const y of [-0.66, -0.78]) line(0.02, wrinkle, [away - 0.5, y + 0.04, away, y - 0.04, away + 0.5, y + 0.04]);
  pen.setTransform(shrink, 0, 0, shrink, 0, 0);
  pen.font = "110px sans-serif";
  pen.fillStyle = "#ffffff";
  pen.fillText(label, 90, height - 90);
  return new Promise((resolve) => { canvas.toBlob((blob) => { void blob?.arrayBuffer().then(resolve); }, "image/jpeg", 0.86); });
}

const hash = (seed: number) => Array.from({ length: 64 }, (_, index) => ((seed * 31 + index * 7 + ((seed * index) % 11)) % 16).toString(16)).join("");
const names: PhotoView[] = ["front", "left_oblique", "left_profile", "right_oblique", "right_profile", "frown"];
const facts = (view: PhotoView, stage: PhotoStage, change: Partial<PhotoFacts> = {}): PhotoFacts => ({ visit: null, treatment: null, view, stage, purpose: "photo_archive", note: "", ...change });

let serial = 0;
function keep(client: string, said: PhotoFacts, takenAt: number, pose: Pose | null, change: Partial<Kept> = {}): Kept {
  serial += 1;
  return {
    id: `photo${serial}`, client, facts: said, fileName: `IMG_${String(4100 + serial)}.JPG`, sha256: hash(serial + 3), mediaType: "image/jpeg", length: 4_200_000 + serial * 71_000, width, height, located: false, camera: "Canon EOS R10",
    takenAt, marks: pose && said.view !== "left_profile" && said.view !== "right_profile" ? marksOf(pose) : null, preview: "made", addedAt: takenAt + 40 * minute, addedBy: "林小满", removedReason: null, signed: false, pose, bytes: null, ...change,
  };
}

const photos: Kept[] = new URLSearchParams(location.search).has("empty") ? [] : [
  ...names.map((view, index) => keep("k7", facts(view, "before", index === 0 ? { treatment: "t0", note: "素颜，固定机位 1.2 m" } : index === 5 ? { purpose: "publicity" } : {}), now - 120 * day + index * minute, { view, near: 0.92, turn: 0.03, x: 0.48, y: 0.46, lines: 0.85 }, index === 0 ? { signed: true, located: true } : {})),
  ...names.map((view, index) => keep("k7", facts(view, index === 5 ? "right_after" : "follow_up", { visit: "v7", treatment: index < 3 || index === 5 ? "t1" : null, ...(index === 1 ? { purpose: "treatment" as const } : {}) }), now - 70 * minute + index * minute, { view, near: 1.06, turn: -0.05, x: 0.54, y: 0.5, lines: 0.25 }, index === 4 ? { marks: null } : {})),
  keep("k7", facts("front", "before"), now - 120 * day + 9 * minute, { view: "front", near: 0.9, turn: 0.2, x: 0.4, y: 0.5, lines: 0.8 }, { removedReason: "拍糊或拍错" }),
  keep("k7", facts("detail", "follow_up", { treatment: "t1" }), now - 61 * minute, null, { preview: "failed", fileName: "P1010031.WEBP", mediaType: "image/webp", camera: "" }),
];

const folder = "/media/nurse/EOS_DIGITAL/DCIM";
const began = Date.now();
const onCard = (index: number, at: number): CardPhoto => ({ path: `${folder}/100CANON/IMG_${String(4120 + index)}.JPG`, name: `IMG_${String(4120 + index)}.JPG`, length: 5_000_000 + index, changedAt: at, kept: index < 2 || photos.some(({ fileName }) => fileName === `IMG_${String(4120 + index)}.JPG`) });
function card(): Card {
  const taken = Array.from({ length: 9 }, (_, index) => onCard(index, now - (12 - index) * minute));
  // One more is taken while somebody looks.
  if (Date.now() - began > 15_000) taken.push(onCard(9, began + 15_000));
  return { photos: taken.reverse(), total: taken.length };
}
const cardPose = (path: string): Pose => ({ view: names[Number(/(\d)\.JPG$/.exec(path)?.[1] ?? 0) % 5] ?? "front", near: 1, turn: 0.02, x: 0.5, y: 0.48, lines: 0.4 });

const find = (id: string): Kept => photos.find((photo) => photo.id === id) ?? refuse("not_found", "id");
const consentsOf = (client: string) => {
  const file = clientAnswers["clients.open"]?.({ client }) as ClientFile;
  return file.dataConsents.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ purpose }) => purpose);
};

/** What a record names when it is signed; from then on these stay. */
export function signedPhotos(treatment: string): SignedPhoto[] {
  return photos.filter((photo) => photo.facts.treatment === treatment && photo.removedReason === null).map((photo) => {
    photo.signed = true;
    return { id: photo.id, view: photo.facts.view, stage: photo.facts.stage, sha256: photo.sha256 };
  });
}

/** Previews come a while later, one after the other. */
let queue = Promise.resolve();
function previewLater(photo: Kept): void {
  queue = queue.then(async () => {
    await pause(1_500);
    photo.preview = "made";
    const left = photos.filter(({ preview }) => preview === "waiting").length;
    await emit("progress", { task: "previews", phase: "", done: 1, total: 1 + left });
    changed("photos");
  });
}

async function add(client: string, said: PhotoFacts, fileName: string, takenAt: number, pose: Pose | null, bytes: Uint8Array | null): Promise<string> {
  await pause(500);
  if (/\.heic$/i.test(fileName)) refuse("heic_picture", "photo");
  if (photos.some((photo) => photo.fileName === fileName && photo.removedReason === null)) refuse("photo_kept", "photo", { client: "江月白" });
  const size = bytes ? await createImageBitmap(new Blob([Uint8Array.from(bytes)])).catch(() => refuse("invalid_picture", "photo")) : { width, height };
  const photo = keep(client, said, takenAt, pose, { fileName, width: size.width, height: size.height, addedAt: Date.now(), addedBy: me().name, marks: null, preview: "waiting", bytes, camera: pose ? "Canon EOS R10" : "" });
  photos.push(photo);
  changed("photos");
  previewLater(photo);
  return photo.id;
}

export const photoAnswers: Answers = {
  "photos.of_client": ({ client }) => ({
    photos: structuredClone(photos.filter((photo) => photo.client === client).map((photo) => ({ ...photo, pose: null, bytes: null })).toSorted((one, other) => other.takenAt - one.takenAt)),
    consents: consentsOf(client),
  }),
  "photos.cards": () => [folder],
  "photos.card": ({ folder: asked }) => (asked === folder ? card() : refuse("card_unreadable", "folder", { path: asked })),
  "photos.add_from_card": ({ client, facts: said, path }) => {
    const found = card().photos.find((photo) => photo.path === path) ?? refuse("card_unreadable", "path", { path });
    // So that a failure can be looked at.
    if (found.name.endsWith("5.JPG")) refuse("invalid_picture", "photo");
    return add(client, said, found.name, found.changedAt, cardPose(path), null);
  },
  "photos.describe": ({ id, facts: said }) => {
    const photo = find(id);
    if (photo.signed && photo.facts.treatment !== said.treatment) refuse("photo_signed", "treatment");
    photo.facts = { ...said, note: said.note.trim() };
    changed("photos");
    return null;
  },
  "photos.mark": ({ id, marks }) => {
    find(id).marks = marks;
    changed("photos");
    return null;
  },
  "photos.remove": ({ id, reason }) => {
    if (find(id).signed) refuse("photo_signed", "id");
    if (reason.trim() === "") refuse("reason_required", "reason");
    find(id).removedReason = reason;
    changed("photos");
    return null;
  },
  "photos.restore": ({ id }) => {
    find(id).removedReason = null;
    changed("photos");
    return null;
  },
  "photos.export": ({ ids, purpose }) => {
    if (purpose !== "treatment" && !consentsOf(find(ids[0] ?? "").client).includes(purpose)) refuse("purpose_not_consented", "purpose", { client: "江月白" });
    return { path: "/home/clinic/Documents/镜台/photos-2026-11-22", count: ids.length };
  },
};

export const photoUploads: UploadAnswers = {
  "photos.add": ({ client, facts: said, fileName, fileChangedAt }, bytes) => {
    if (said.treatment !== null) record(said.treatment);
    return add(client, said, fileName, fileChangedAt ?? Date.now(), null, bytes);
  },
};

export const photoDownloads: DownloadAnswers = {
  "photos.show": async ({ id, size }) => {
    const { pose, bytes, fileName, preview } = find(id);
    if (preview !== "made" && size !== "original") refuse("not_found", "id");
    if (bytes) return Uint8Array.from(bytes).buffer;
    return pose ? paint(pose, size === "small" ? 320 : 2048, fileName) : refuse("invalid_picture");
  },
  "photos.card_preview": ({ path }) => paint(cardPose(path), 240, path.slice(-8, -4)),
};
