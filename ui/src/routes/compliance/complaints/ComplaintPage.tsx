/** One complaint: at the left what was told, at the right what was done about it and what can be done now. */
import { Button } from "antd";
import { ArrowLeft } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useNavigate } from "react-router";
import type { ComplaintFile, ComplaintId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { useNow } from "../../../components/now";
import { useEscape } from "../../clients/escape";
import { type From, signedPath } from "../../treatments/places";
import styles from "../compliance.module.css";
import { backFrom, complaintPath } from "../places";
import { Respond } from "./Respond";
import { Steps } from "./Steps";
import { clockOf } from "./clock";
import { severityTone, stateWords, treatmentWords } from "./words";

const underlined = { color: "inherit", textDecoration: "underline", textUnderlineOffset: 3 } as const;

export function ComplaintPage({ id }: { id: ComplaintId }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const from = backFrom(useLocation());
  const back = () => void navigate(from);
  useEscape(t("complaints.back"), back);
  const read = useRead("complaints", "complaints.open", { id });
  return (
    <div className={styles.page} data-testid="complaint-page">
      <header className={styles.head}>
        <Button type="text" size="small" icon={<ArrowLeft aria-hidden size={14} strokeWidth={1.5} />} data-testid="complaint-back" onClick={back}>{t("signing.record.back")}</Button>
        {read.data && <Title file={read.data} />}
      </header>
      <Loaded read={read}>
        {(file) => (
          <div className={styles.body}>
            <Told file={file} />
            <div className={`${styles.work ?? ""} scrolls`}>
              <h2>{t("complaints.steps")}</h2>
              <Steps file={file} />
              <Respond key={file.complaint.closedAt === null ? "open" : "closed"} complaint={file.complaint} />
            </div>
          </div>
        )}
      </Loaded>
    </div>
  );
}

function Title({ file: { complaint } }: { file: ComplaintFile }) {
  const { t } = useTranslation();
  const now = useNow();
  const clock = clockOf(t, complaint, now);
  return (
    <>
      <h1>{t(`complaints.kind.${complaint.kind}`)} <span className={severityTone(complaint.severity)} data-testid="complaint-severity">{t(`complaints.severity.${complaint.severity}`)}</span></h1>
      <Link to={`/clients/${complaint.client.id}`} className="figure" style={underlined}>{complaint.client.name}</Link>
      <span className="quiet">{complaint.client.memberNumber}</span>
      <span className={styles.spring} />
      <span className={clock.tone} data-testid="complaint-page-clock">{clock.words}</span>
      <span data-testid="complaint-state">{stateWords(t, complaint)}</span>
    </>
  );
}

function Told({ file: { complaint, takenBy, takenAt } }: { file: ComplaintFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useMay()("see_treatments");
  const treatment = treatmentWords(t, complaint);
  return (
    <section className={`${styles.facts ?? ""} scrolls`} aria-label={t("complaints.text")}>
      <span className="quiet">{t("complaints.text")}</span>
      <p className={styles.told} data-testid="complaint-text">{complaint.text}</p>
      <dl className={styles.list}>
        <div><dt>{t("complaints.column.treatment")}</dt><dd data-testid="complaint-treatment">{treatment === "" ? <span className="quiet">{t("complaints.noTreatment")}</span> : mayRead && complaint.signed !== null ? <Link to={signedPath(complaint.signed)} state={{ from: complaintPath(complaint.id) } satisfies From} style={underlined}>{treatment}</Link> : treatment}</dd></div>
        {complaint.beganOn !== null && <div><dt>{t("complaints.beganOn")}</dt><dd>{format.date(complaint.beganOn)}</dd></div>}
        <div><dt>{t("complaints.column.told")}</dt><dd>{format.moment(complaint.toldAt)}</dd></div>
        <div><dt>{t("complaints.responsible")}</dt><dd data-testid="complaint-responsible">{complaint.responsibleName ?? <span className="quiet">{t("complaints.nobody")}</span>}</dd></div>
        {complaint.reported && <div><dt>{t("complaints.step.reported")}</dt><dd>{t("complaints.reported")}</dd></div>}
      </dl>
      <p className="quiet" style={{ marginTop: 16 }}>{t("complaints.takenBy", { name: takenBy ?? "", when: format.moment(takenAt) })}</p>
    </section>
  );
}
