/** Who does it and will sign, and who helps. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { StaffId } from "../../../../api/generated";
import { choices } from "../../../../components/directory";
import type { Rest } from "../body";
import styles from "../record.module.css";
import type { Stand } from "../useShelf";
import { Field } from "./Field";

const mostAssistants = 10;

export function People({ rest, set, stand }: { rest: Rest; set: (change: Partial<Rest>) => void; stand: Stand }) {
  const { t } = useTranslation();
  const doctors = stand.staff.filter(({ id, roles }) => roles.includes("doctor") || id === rest.doctor);
  const helpers = stand.staff.filter(({ id, active }) => (active && id !== rest.doctor) || rest.assistants.includes(id));
  return (
    <div className={styles.pair} data-place="doctor">
      <Field label={t("treatments.sections.doctor")}>
        {(id) => (
          <Select<StaffId | null> id={id} value={rest.doctor} allowClear options={choices(doctors, rest.doctor)} showSearch={{ optionFilterProp: "label" }} data-testid="treatment-doctor" onChange={(doctor) => { set({ doctor: doctor ?? null }); }} />
        )}
      </Field>
      <Field label={t("treatments.sections.assistants")}>
        {(id) => (
          <Select<StaffId[]> id={id} mode="multiple" maxCount={mostAssistants} value={rest.assistants} options={helpers.map((member) => ({ value: member.id, label: member.name }))} showSearch={{ optionFilterProp: "label" }} data-testid="treatment-assistants" onChange={(assistants) => { set({ assistants }); }} />
        )}
      </Field>
    </div>
  );
}
