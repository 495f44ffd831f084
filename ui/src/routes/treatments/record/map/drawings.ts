/**
 * The five drawings, as strokes in the coordinates of their sheet. Quiet outlines only: they are there to be
 * pointed at. The face's right profile is the left one mirrored.
 */
import type { SiteMap } from "../../../../api/generated";

export interface Sheet {
  width: number;
  height: number;
}

const face: Sheet = { width: 400, height: 480 };
const body: Sheet = { width: 320, height: 640 };

export const sheets: Record<SiteMap, Sheet> = { face_front: face, face_left: face, face_right: face, body_front: body, body_back: body };

export const siteMaps: readonly SiteMap[] = ["face_front", "face_left", "face_right", "body_front", "body_back"];

export interface Drawing {
  /** What stands on both sides: drawn once more, mirrored at the middle. */
  sides: readonly Stroke[];
  middle: readonly Stroke[];
  /** All of it is mirrored. */
  flipped?: boolean;
}

export interface Stroke {
  d: string;
  /** A crease rather than an edge. */
  light?: boolean;
  /** Filled: a brow, a pupil. */
  solid?: boolean;
}

const faceFront: Drawing = {
  sides: [
    { d: "M72 196 C70 236 73 274 79 304 C85 334 95 358 113 378 C131 398 150 416 171 427 C181 432 191 434 200 434" },
    { d: "M72 196 C58 108 112 34 200 34" },
    { d: "M72 198 C78 186 80 172 84 158 C92 128 112 108 140 102 C160 98 180 97 200 97" },
    { d: "M70 214 C55 202 47 214 49 234 C51 258 62 280 77 283" },
    { d: "M66 226 C57 224 57 240 64 254", light: true },
    { d: "M176 211 C158 201 134 195 107 209 C132 190 160 190 176 203 Z", solid: true },
    { d: "M118 234 C128 221 140 218 149 218 C160 218 169 224 176 237" },
    { d: "M118 234 C128 242 140 245 150 245 C162 245 170 242 176 237", light: true },
    { d: "M121 224 C130 212 142 209 150 209 C160 209 168 213 174 222", light: true },
    { d: "M139.5 219.5 C134.5 227 136 239 143 244.4 M156.5 219.5 C161.5 227 160 239 153 244.4" },
    { d: "M148 227 a4.4 4.4 0 1 0 0.1 0 Z", solid: true },
    { d: "M126 251 C140 259 158 258 170 250", light: true },
    { d: "M186 240 C188 262 185 280 181 292", light: true },
    { d: "M178 296 C168 302 168 316 180 317 C184 317 187 315 189 313" },
    { d: "M170 322 C158 332 152 344 150 358", light: true },
    { d: "M164 356 C178 347 191 343 200 348" },
    { d: "M164 356 C180 359 191 356 200 358" },
    { d: "M168 358 C178 372 190 377 200 377" },
    { d: "M196 328 L194 340", light: true },
    { d: "M184 403 C190 407 195 408 200 408", light: true },
    { d: "M130 394 C134 426 131 448 120 460 C108 470 92 476 76 480" },
  ],
  middle: [{ d: "M189 313 C193 320 207 320 211 313" }],
};

const faceLeft: Drawing = {
  sides: [],
  middle: [
    // The profile, from the hairline to the throat.
    { d: "M150 92 C128 112 115 144 111 176 C109 190 108 200 112 212 C114 220 113 228 109 238 C101 258 90 276 80 289 C73 298 76 308 87 311 C95 313 100 316 101 321 C102 329 98 336 94 341 C91 346 94 351 101 355 C95 358 92 365 96 371 C101 377 105 383 103 391 C99 401 99 412 105 420 C112 430 126 434 144 431" },
    { d: "M144 431 C188 422 236 400 256 366 C265 346 267 324 268 304" },
    { d: "M168 426 C182 442 187 460 185 480" },
    { d: "M324 366 C318 408 326 446 342 480" },
    { d: "M150 92 C176 46 240 26 296 44 C352 62 380 122 374 190 C370 244 348 294 332 336 C327 350 324 360 324 370" },
    { d: "M150 92 C178 114 196 140 203 168 C206 186 217 194 226 202 C236 212 240 228 243 246", light: true },
    { d: "M263 250 C258 222 282 205 300 219 C317 233 305 262 294 277 C287 289 282 301 272 299 C264 297 267 283 265 272" },
    { d: "M273 246 C275 230 292 226 296 240 C298 252 288 262 282 271", light: true },
    { d: "M116 206 C130 191 152 189 176 204 C153 196 132 198 117 212 Z", solid: true },
    { d: "M124 234 C132 222 148 222 164 236" },
    { d: "M124 234 C124 240 127 244 131 245" },
    { d: "M131 245 C142 247 154 243 164 236", light: true },
    { d: "M131 228 C126.5 231 126.5 240 131 243 C135.5 239 135.5 232 131 228 Z", solid: true },
    { d: "M127 224 C138 213 154 215 166 226", light: true },
    { d: "M132 254 C144 260 156 258 166 249", light: true },
    { d: "M114 288 C123 296 122 312 108 315" },
    { d: "M95 307 C100 302 107 305 105 312" },
    { d: "M124 320 C136 330 142 342 144 354", light: true },
    { d: "M101 355 C112 354 122 354 132 357" },
    { d: "M94 342 C106 341 122 348 132 357" },
    { d: "M96 371 C108 372 122 367 132 357" },
    { d: "M104 392 C109 394 114 394 118 392", light: true },
  ],
};

const outline: readonly Stroke[] = [
  { d: "M160 16 C138 16 127 34 129 54 C131 76 145 94 160 94" },
  { d: "M146 86 C148 98 147 106 142 111 C130 119 114 122 102 128 C91 133 86 144 84 158 C80 182 78 206 73 230 C67 258 60 284 56 308 C50 320 46 334 48 348 C50 359 58 360 62 350 C66 338 68 326 68 313 C75 288 84 262 89 238 C94 216 98 198 100 178" },
  { d: "M100 172 C104 198 110 216 112 238 C113 264 101 288 99 316 C97 352 103 394 110 428 C112 442 108 454 108 468 C107 494 112 532 119 562 C122 576 122 588 121 598 C119 608 111 615 109 621 C114 628 132 628 139 621 C141 612 138 602 138 594 C141 564 146 530 145 498 C143 472 144 452 148 434 C152 400 157 366 160 340" },
];

const bodyFront: Drawing = {
  sides: [
    ...outline,
    { d: "M152 122 C138 127 124 129 110 133", light: true },
    { d: "M108 190 C118 210 144 212 155 198", light: true },
    { d: "M112 304 C124 320 142 332 158 338", light: true },
    { d: "M115 432 C121 441 135 441 141 434", light: true },
    { d: "M118 590 C124 586 132 586 138 590", light: true },
  ],
  middle: [{ d: "M157 262 C159 258 161 258 163 262", light: true }, { d: "M160 214 L160 246", light: true }],
};

const bodyBack: Drawing = {
  sides: [
    ...outline,
    { d: "M122 148 C120 166 130 184 146 190", light: true },
    { d: "M114 286 C128 292 146 292 156 296", light: true },
    { d: "M104 342 C122 358 148 357 158 346", light: true },
    { d: "M114 440 C122 446 134 446 142 440", light: true },
    { d: "M112 500 C118 524 132 526 142 508", light: true },
    { d: "M134 74 C142 90 152 94 160 94", light: true },
  ],
  middle: [{ d: "M160 112 L160 288", light: true }, { d: "M160 296 L160 344" }],
};

export const drawings: Record<SiteMap, Drawing> = {
  face_front: faceFront,
  face_left: faceLeft,
  face_right: { ...faceLeft, flipped: true },
  body_front: bodyFront,
  body_back: bodyBack,
};
