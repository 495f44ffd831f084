/** Which of a client's treatments, as a form field; none where it is not known. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ClientId, SignedTreatmentId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";

interface TreatmentSelectProps {
  client: ClientId | null;
  id?: string;
  value?: SignedTreatmentId | null;
  onChange?: (signed: SignedTreatmentId | null) => void;
}

export function TreatmentSelect({ client, id, value = null, onChange }: TreatmentSelectProps) {
  const { t } = useTranslation();
  const read = useRead("treatments", "complaints.treatments_of", { client: client ?? "" }, { enabled: client !== null });
  const options = (read.data ?? []).map(({ signed, day, procedureName, doctorName }) => ({ value: signed, label: t("complaints.about", { procedure: procedureName, day, doctor: doctorName ?? "" }) }));
  return (
    <Select<SignedTreatmentId>
      {...(id === undefined ? {} : { id })}
      allowClear
      disabled={client === null}
      value={value}
      placeholder={t("complaints.noTreatment")}
      data-testid="complaint-treatment-select"
      loading={read.isFetching}
      options={options}
      // A record that was withdrawn is not offered any more, and its id says nothing to anybody.
      labelRender={({ value: chosen }) => options.find((option) => option.value === chosen)?.label ?? <span className="quiet">{read.isPending ? "" : t("traces.withdrawn")}</span>}
      notFoundContent={<span className="quiet">{t("complaints.noTreatment")}</span>}
      onChange={(signed?: SignedTreatmentId) => { onChange?.(signed ?? null); }}
    />
  );
}
