/** A movement in words; and of those that were taken back, why. */
import type { TFunction } from "i18next";
import type { MovementId, MovementLine } from "../../api/generated";

export function movementWord(t: TFunction, { kind, reverses, client, quantity }: Pick<MovementLine, "kind" | "reverses" | "client" | "quantity">): string {
  const word = kind === "used" && client === null ? t("stock.movement.house") : t(`stock.movement.${kind}`);
  if (reverses !== null) return t("stock.movement.reversal", { word });
  return kind === "counted" ? `${word}${t(quantity < 0 ? "stock.movement.less" : "stock.movement.more")}` : word;
}

/** By the movement that was taken back: what was said when it was. */
export function reversalReasons(movements: readonly MovementLine[]): ReadonlyMap<MovementId, string> {
  return new Map(movements.flatMap(({ reverses, reason }) => (reverses === null ? [] : [[reverses, reason] as const])));
}
