/** Standard views, in the order in which a session is photographed. */
import type { PhotoStage, PhotoView } from "../../api/generated";

export const views: readonly PhotoView[] = [
  "front", "left_oblique", "left_profile", "right_oblique", "right_profile", "chin_up", "chin_down", "frown", "brows_up", "smile",
  "body_front", "body_back", "body_left", "body_right", "detail", "other",
];
export const stages: readonly PhotoStage[] = ["before", "right_after", "follow_up"];

/** The five of a face that most sessions begin with. */
const session: readonly PhotoView[] = ["front", "left_oblique", "left_profile", "right_oblique", "right_profile"];

/** What the n-th picture of a session shows; what comes after the five is said by hand. */
export function inOrder(index: number): PhotoView {
  return session[index] ?? "other";
}
