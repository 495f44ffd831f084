/** The checkout: who waits and what was sold today, and before it one checkout, or one sale as it stands. */
import { Activity } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useMay } from "../../app/session";
import { Home } from "./home/Home";
import { ChooseClient } from "./home/ChooseClient";
import { CheckoutPage } from "./new/CheckoutPage";
import { homePath } from "./places";
import { SalePage } from "./sale/SalePage";

export default function CheckoutScreen() {
  const navigate = useNavigate();
  const maySell = useMay()("sell");
  const [asked] = useSearchParams();
  const [first = "", id = ""] = (useParams()["*"] ?? "").split("/");
  const selling = first === "new" && id !== "" && maySell;
  const [visit, held] = [asked.get("visit"), asked.get("held")];
  return (
    <>
      <Activity mode={selling || first === "sale" ? "hidden" : "visible"}>
        <Home />
      </Activity>
      {selling && <CheckoutPage key={`${id} ${visit ?? ""} ${held ?? ""}`} client={id} visit={visit} held={held} />}
      {first === "sale" && <SalePage key={id} id={id} />}
      {first === "new" && id === "" && maySell && <ChooseClient onClose={() => void navigate(homePath)} />}
    </>
  );
}
