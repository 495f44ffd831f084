/** What needs care, and what clients complained of; before them one complaint, or a new one. */
import { Button, Tabs } from "antd";
import { MessageSquarePlus } from "lucide-react";
import { Activity } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate, useParams } from "react-router";
import { useMay } from "../../app/session";
import { useShortcut } from "../../app/shortcuts";
import { Hotkey } from "../../components/Hotkey";
import { ComplaintPage } from "./complaints/ComplaintPage";
import { Complaints } from "./complaints/Complaints";
import { TakeComplaint } from "./complaints/TakeComplaint";
import styles from "./compliance.module.css";
import { Desk } from "./desk/Desk";
import { type NewComplaintState, backFrom, complaintsPath, deskPath, newComplaintPath } from "./places";

export default function ComplianceScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const location = useLocation();
  const from = backFrom(location);
  const may = useMay();
  const [first = "", id = ""] = (useParams()["*"] ?? "").split("/");
  const [mayDesk, mayComplaints, mayTake] = [may("see_compliance"), may("see_complaints"), may("take_complaints")];
  // A new complaint stands before what was looked at.
  const behind = id === "new" ? from === deskPath : first !== "complaints";
  const tab = behind && mayDesk ? "desk" : "complaints";
  const begin = () => void navigate(newComplaintPath, { state: { from: location.pathname } satisfies NewComplaintState });
  useShortcut("Ctrl+N", t("complaints.take"), begin, { when: mayTake && id !== "new" });
  const opened = tab === "complaints" && id !== "" && id !== "new";
  const tabs = [
    ...(mayDesk ? [{ key: "desk", label: <span data-testid="compliance-tab-desk">{t("compliance.desk")}</span>, children: <Activity mode={tab === "desk" ? "visible" : "hidden"}><Desk /></Activity> }] : []),
    ...(mayComplaints ? [{ key: "complaints", label: <span data-testid="compliance-tab-complaints">{t("complaints.title")}</span>, children: <Activity mode={tab === "complaints" ? "visible" : "hidden"}><Complaints /></Activity> }] : []),
  ];
  return (
    <>
      <Activity mode={opened ? "hidden" : "visible"}>
        <div className={styles.screen}>
          <h1 className="unseen">{t("frame.screens.compliance")}</h1>
          <Tabs activeKey={tab} onChange={(next) => void navigate(next === "desk" ? deskPath : complaintsPath)} items={tabs} />
          {mayTake && (
            <Button type={tab === "complaints" ? "primary" : "default"} className={styles.besideTabs ?? ""} icon={<MessageSquarePlus aria-hidden size={16} strokeWidth={1.5} />} data-testid="complaint-new" onClick={begin}>
              {t("complaints.take")} <Hotkey keys="Ctrl+N" />
            </Button>
          )}
        </div>
      </Activity>
      {opened && <ComplaintPage key={id} id={id} />}
      {id === "new" && mayTake && <TakeComplaint from={from} onClose={() => void navigate(from)} />}
    </>
  );
}
