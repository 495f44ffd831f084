/** What is being signed, in short: whose, what, by whom, how much of each batch, with which devices. */
import { useTranslation } from "react-i18next";
import type { Treatment, TreatmentBody } from "../../../api/generated";
import { quantity } from "../../../components/decimals";
import { groupsOf } from "../record/map/proposal";
import type { Stand } from "../record/useShelf";
import { sectionLines } from "../record/words";
import styles from "./signing.module.css";

interface SummaryProps {
  treatment: Treatment;
  body: TreatmentBody;
  stand: Stand;
}

export function Summary({ treatment: { client, procedure }, body, stand }: SummaryProps) {
  const { t } = useTranslation();
  const groups = groupsOf(body.uses);
  return (
    <dl className={styles.summary} data-testid="sign-summary">
      <dt>{t("signing.client")}</dt>
      <dd><b>{client.name}</b> <span className="quiet">{client.memberNumber}</span></dd>
      <dt>{t("treatments.procedure")}</dt>
      <dd><b>{procedure.name}</b> {procedure.standardName !== procedure.name && <span className="quiet">{procedure.standardName}</span>}</dd>
      <dt>{t("signing.doctor")}</dt>
      <dd>{sectionLines(t, "doctor", body, stand)[0]}</dd>
      <dt>{t("treatments.sections.funding")}</dt>
      <dd>{sectionLines(t, "funding", body, stand)[0]}</dd>
      <dt>{t("signing.used")}</dt>
      <dd>
        {groups.length === 0 && <span className="quiet">{t("signing.nothingUsed")}</span>}
        {groups.map((group) => {
          const batch = stand.batch(group.batch);
          return (
            <p key={`${group.product} ${group.batch ?? ""}`} className={styles.total} data-testid="sign-total">
              <span>{stand.productName(group.product)} {batch ? <span className="quiet">{t("treatments.uses.batchOption", { lot: batch.lot, date: batch.expiresOn })}</span> : <span className="caution">{t("signing.noBatch")}</span>}</span>
              <b>{quantity(group.quantity, stand.measure(group.product))}</b>
            </p>
          );
        })}
      </dd>
      {body.energy.length > 0 && (
        <>
          <dt>{t("signing.devices")}</dt>
          <dd>{sectionLines(t, "energy", body, stand).map((line, index) => <p key={index}>{line}</p>)}</dd>
        </>
      )}
      {body.prescription.length > 0 && (
        <>
          <dt>{t("signing.prescription")}</dt>
          <dd>{t("signing.prescribed", { count: body.prescription.length })}</dd>
        </>
      )}
    </dl>
  );
}
