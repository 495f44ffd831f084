/** What procedures, products and cards are called, whether they are still sold or not. */
import type { CourseCard } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useDirectory } from "../../../components/directory";
import type { Names } from "./words";

export function useNames(cards: readonly CourseCard[]): Names {
  const { name } = useDirectory();
  const catalogue = useRead("catalogue", "catalogue.all", {});
  return {
    procedure: name,
    product: (id) => catalogue.data?.products.find((product) => product.id === id)?.name ?? "",
    card: (id) => cards.find((card) => card.id === id)?.name ?? "",
  };
}
