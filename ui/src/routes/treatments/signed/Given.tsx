/** What the devices were set to, and the prescription with its number. */
import { useTranslation } from "react-i18next";
import type { SignedText } from "../../../api/generated";
import { sectionLines } from "../record/words";
import { namesOf } from "./names";
import styles from "./signed.module.css";

export function Devices({ text }: { text: SignedText }) {
  const { t } = useTranslation();
  if (text.body.energy.length === 0) return null;
  const lines = sectionLines(t, "energy", text.body, namesOf(text));
  return (
    <section className={styles.part} data-testid="signed-devices">
      <h2>{t("signing.record.devices")}</h2>
      {lines.map((line, index) => <p key={index}>{line}</p>)}
      {text.equipment.filter(({ serialNumber }) => serialNumber !== "").map(({ id, name, serialNumber }) => <p key={id} className="quiet">{name} · {t("signing.record.serial", { number: serialNumber })}</p>)}
    </section>
  );
}

export function Prescribed({ text }: { text: SignedText }) {
  const { t } = useTranslation();
  if (text.body.prescription.length === 0) return null;
  return (
    <section className={styles.part} data-testid="signed-prescription">
      <h2>{t("treatments.sections.prescription")} {text.prescriptionNumber !== null && <span className={styles.number}>{t("signing.record.prescriptionNumber", { number: text.prescriptionNumber })}</span>}</h2>
      {sectionLines(t, "prescription", text.body, namesOf(text)).map((line, index) => <p key={index}>{line}</p>)}
    </section>
  );
}
