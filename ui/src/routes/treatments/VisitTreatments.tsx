/** The records of one visit, and beginning one for what the client came for. */
import { Button, Select } from "antd";
import { FilePlus2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProcedureId, VisitCard } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useMay } from "../../app/session";
import { Loaded } from "../../components/States";
import { choices, useDirectory } from "../../components/directory";
import panel from "../today/panel/panel.module.css";
import { RecordLines } from "./RecordLines";
import { useStart } from "./useStart";

export function VisitTreatments({ card }: { card: VisitCard }) {
  const { t } = useTranslation();
  const mayWrite = useMay()("write_treatments");
  const directory = useDirectory();
  const start = useStart();
  const [chosen, setChosen] = useState<ProcedureId | null>(null);
  const read = useRead("treatments", "treatments.list", { client: card.client.id });
  const procedure = chosen ?? card.procedure;
  const begin = () => { if (procedure !== null) void start.run({ client: card.client.id, visit: card.id, procedure, planLine: null }); };
  return (
    <section className={panel.section} data-testid="visit-treatments">
      <h3 className={panel.heading}>{t("treatments.records")}</h3>
      <Loaded read={read} rows={1}>
        {(all) => {
          const lines = all.filter(({ visit }) => visit === card.id);
          return lines.length === 0 ? <p className="quiet">{t("treatments.visitNone")}</p> : <RecordLines lines={lines} />;
        }}
      </Loaded>
      {mayWrite && card.leftAt === null && (
        <div className={panel.row}>
          <Select<ProcedureId | null>
            value={procedure}
            placeholder={t("treatments.chooseProcedure")}
            aria-label={t("treatments.procedure")}
            data-testid="visit-treatment-procedure"
            style={{ flex: 1, minWidth: 160 }}
            showSearch={{ optionFilterProp: "label" }}
            options={choices(directory.procedures, procedure)}
            onChange={(value) => { setChosen(value ?? null); }}
          />
          <Button icon={<FilePlus2 aria-hidden size={16} strokeWidth={1.5} />} disabled={procedure === null} loading={start.pending} data-testid="treatment-start" onClick={begin}>{t("treatments.start")}</Button>
        </div>
      )}
    </section>
  );
}
