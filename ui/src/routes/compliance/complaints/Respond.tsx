/** What can be done about a complaint now; the obvious next thing first. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ComplaintLine, StepKind } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { useEscape } from "../../clients/escape";
import styles from "../compliance.module.css";
import { StepForm } from "./StepForm";

export type Deed = Exclude<StepKind, "taken_back">;

/** Its button as well, beneath many steps. */
const intoView = (form: HTMLElement | null) => { form?.scrollIntoView({ block: "nearest" }); };

export function Respond({ complaint }: { complaint: ComplaintLine }) {
  const { t } = useTranslation();
  const may = useMay();
  const [mayTake, mayClose] = [may("take_complaints"), may("close_complaints")];
  const open = complaint.closedAt === null;
  const [doing, setDoing] = useState<Deed | null>(null);
  const leave = () => { setDoing(null); };
  useEscape(t("complaints.cancel"), leave, doing !== null);
  const next: Deed | null = !open ? null : complaint.answeredAt === null ? "answered" : mayClose ? "closed" : "noted";
  const reports: Deed[] = complaint.kind === "adverse_reaction" ? ["reported"] : [];
  const deeds: Deed[] = [
    ...(mayTake && open ? (["answered", "noted", "assessed", "assigned", ...reports] as const) : []),
    ...(mayTake && !open ? (["noted", ...reports] as const) : []),
    ...(mayClose ? (open ? (["closed", "dropped"] as const) : (["reopened"] as const)) : []),
  ];
  if (deeds.length === 0) return null;
  return (
    <>
      <div className={styles.acts}>
        {deeds.map((deed) => (
          <Button key={deed} type={deed === next && doing === null ? "primary" : "default"} aria-pressed={deed === doing} data-testid={`complaint-do-${deed}`} onClick={() => { setDoing(deed); }}>
            {t(`complaints.step.${deed}`)}
          </Button>
        ))}
      </div>
      {doing !== null && <div key={doing} ref={intoView}><StepForm deed={doing} complaint={complaint} onDone={leave} /></div>}
    </>
  );
}
