/** A client's treatment records in their file. */
import { useTranslation } from "react-i18next";
import type { ClientId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { Loaded } from "../../components/States";
import { Part } from "../clients/Part";
import { RecordLines } from "./RecordLines";

export function ClientTreatments({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const read = useRead("treatments", "treatments.list", { client });
  const signed = useRead("treatments", "treatments.signed_of", { client }).data;
  return (
    <Part title={t("treatments.records")} testId="client-treatments">
      <Loaded read={read} rows={1}>
        {(lines) => (lines.length === 0 ? <p className="quiet">{t("treatments.recordsNone")}</p> : <RecordLines lines={lines} {...(signed ? { signed } : {})} />)}
      </Loaded>
    </Part>
  );
}
