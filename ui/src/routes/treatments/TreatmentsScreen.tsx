/** Treatments: plans that wait for a doctor, records that are not finished, and before them one record, or what was signed of it. */
import { Activity, useState } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { FindPage } from "../traces/FindPage";
import { PlanDrawer } from "../plans/PlanDrawer";
import { NewRecord } from "./lists/NewRecord";
import { Overview } from "./lists/Overview";
import { listPath, nameIn } from "./places";
import { RecordPage } from "./record/RecordPage";
import { SignedPage } from "./signed/SignedPage";

export default function TreatmentsScreen() {
  const navigate = useNavigate();
  const name = nameIn(useLocation());
  const [first = "", client = "", plan = ""] = (useParams()["*"] ?? "").split("/");
  const toList = () => void navigate(listPath);
  const listed = first === "" || first === "new" || first === "plan";
  // Made when it is first asked for; what was asked and found stays while a record is open before it.
  const [searched, setSearched] = useState(false);
  if (first === "find" && !searched) setSearched(true);
  return (
    <>
      <Activity mode={listed ? "visible" : "hidden"}>
        <Overview />
      </Activity>
      {first === "signed" && <SignedPage key={client} id={client} />}
      {searched && <Activity mode={first === "find" ? "visible" : "hidden"}><FindPage /></Activity>}
      {!listed && first !== "signed" && first !== "find" && <RecordPage key={first} id={first} />}
      {first === "new" && <NewRecord onClose={toList} />}
      {first === "plan" && <PlanDrawer client={client} {...(name === undefined ? {} : { name })} plan={plan} visit={null} onClose={toList} />}
    </>
  );
}
