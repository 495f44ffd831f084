/** Failures that speak of quantities, said in the product's unit at the field; the rest goes the usual way. */
import type { FormInstance } from "antd";
import { useTranslation } from "react-i18next";
import { toFailure } from "../../api/failure";
import { emptyRefusedPin } from "../../components/witness";
import { type Measured, quantityWords } from "./units";

/** For `useWrite`'s onFailure. `field` is where a quantity was typed, or what was chosen to take it from. */
export function useStockFailure(form: FormInstance, product: () => Measured, field: string, words: "stock.onlySoMuch" | "stock.reverse.usedAlready" = "stock.onlySoMuch"): (reason: unknown) => boolean {
  const { t } = useTranslation();
  return (reason) => {
    emptyRefusedPin(reason, form);
    const failure = toFailure(reason);
    if (failure?.code !== "not_enough_stock") return false;
    form.setFields([{ name: field, errors: [t(words, { quantity: quantityWords(t, Number(failure.params["onHand"] ?? 0), product()) })] }]);
    form.focusField(field);
    return true;
  };
}
