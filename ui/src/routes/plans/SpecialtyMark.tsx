import { useTranslation } from "react-i18next";
import type { Specialty } from "../../api/generated";
import styles from "./plans.module.css";

/** Which specialty a line is of: a joint plan crosses several. */
export function SpecialtyMark({ specialty }: { specialty: Specialty }) {
  const { t } = useTranslation();
  return <span className={styles.mark} title={t("plans.line.specialty")}>{t(`common.specialty.${specialty}`)}</span>;
}
