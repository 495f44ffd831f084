/** Opens a sale; Esc leads back to where it was opened. */
import { useLocation, useNavigate } from "react-router";
import type { SaleId } from "../../api/generated";
import { salePath } from "../checkout/places";
import type { From } from "../treatments/places";

export function useOpenSale(): (sale: SaleId) => void {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (sale) => void navigate(salePath(sale), { state: { from: pathname } satisfies From });
}
