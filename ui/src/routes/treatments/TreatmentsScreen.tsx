/** Treatments: plans that wait for a doctor, records that are not finished, and before them one record. */
import { Activity } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import { PlanDrawer } from "../plans/PlanDrawer";
import { NewRecord } from "./lists/NewRecord";
import { Overview } from "./lists/Overview";
import { listPath, nameIn } from "./places";
import { RecordPage } from "./record/RecordPage";

export default function TreatmentsScreen() {
  const navigate = useNavigate();
  const name = nameIn(useLocation());
  const [first = "", client = "", plan = ""] = (useParams()["*"] ?? "").split("/");
  const toList = () => void navigate(listPath);
  const listed = first === "" || first === "new" || first === "plan";
  return (
    <>
      <Activity mode={listed ? "visible" : "hidden"}>
        <Overview />
      </Activity>
      {!listed && <RecordPage key={first} id={first} />}
      {first === "new" && <NewRecord onClose={toList} />}
      {first === "plan" && <PlanDrawer client={client} {...(name === undefined ? {} : { name })} plan={plan} visit={null} onClose={toList} />}
    </>
  );
}
