/** Of what a scanner types: the code of a pack, where no dialog stands before the screen that asks. */
import type { Burst } from "../../app/scanner";
import { memberCodeIn } from "../clients/memberCode";
import { packCodeIn } from "../scan/codes";

export function packScanned(burst: Burst): string | null {
  if (document.querySelector(".ant-modal-wrap:not([style*='display: none'])") !== null) return null;
  return packIn(burst);
}

/** A member's code is never a pack's, though only a scanner types it as fast. */
export function packIn(burst: Burst): string | null {
  return memberCodeIn(burst.typed) === null ? packCodeIn(burst) : null;
}
