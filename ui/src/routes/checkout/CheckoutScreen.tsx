/** The checkout: who waits and what was sold today, and before it one checkout, one sale as it stands, or its refund. */
import { Activity } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useMay } from "../../app/session";
import { Home } from "./home/Home";
import { ChooseClient } from "./home/ChooseClient";
import { CheckoutPage } from "./new/CheckoutPage";
import { homePath } from "./places";
import { RefundPage } from "./refund/RefundPage";
import { SalePage } from "./sale/SalePage";

export default function CheckoutScreen() {
  const navigate = useNavigate();
  const maySell = useMay()("sell");
  const [asked] = useSearchParams();
  const [first = "", id = "", then = ""] = (useParams()["*"] ?? "").split("/");
  const selling = first === "new" && id !== "" && maySell;
  const refunding = first === "sale" && then === "refund" && maySell;
  const [visit, held] = [asked.get("visit"), asked.get("held")];
  return (
    <>
      <Activity mode={selling || first === "sale" ? "hidden" : "visible"}>
        <Home />
      </Activity>
      {selling && <CheckoutPage key={`${id} ${visit ?? ""} ${held ?? ""}`} client={id} visit={visit} held={held} />}
      {first === "sale" && !refunding && <SalePage key={id} id={id} />}
      {refunding && <RefundPage key={id} sale={id} overpaid={asked.has("overpaid")} />}
      {first === "new" && id === "" && maySell && <ChooseClient onClose={() => void navigate(homePath)} />}
    </>
  );
}
