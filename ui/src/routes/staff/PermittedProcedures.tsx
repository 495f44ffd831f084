/** The procedures a doctor may be booked for. */
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead, useWrite } from "../../api/hooks";
import type { StaffMember } from "../../api/generated";
import { Loaded } from "../../components/States";

export function PermittedProcedures({ member }: { member: StaffMember }) {
  const { t } = useTranslation();
  const catalogue = useRead("catalogue", "catalogue.all", {});
  const [chosen, setChosen] = useState(member.permittedProcedures);
  const permit = useWrite("staff.permit_procedures", { done: t("common.saved") });
  const changed = chosen.toSorted().join() !== member.permittedProcedures.toSorted().join();
  return (
    <Loaded read={catalogue} rows={1}>
      {({ procedures }) =>
        procedures.length === 0 ? (
          <p className="quiet">{t("staff.noProcedures")}</p>
        ) : (
          <>
            <Select<string[]>
              mode="multiple"
              value={chosen}
              placeholder={t("staff.chooseProcedures")}
              aria-label={t("staff.procedures")}
              data-testid="permitted-procedures"
              showSearch={{ optionFilterProp: "words" }}
              options={procedures
                .filter((procedure) => procedure.active || chosen.includes(procedure.id))
                .map(({ id, name, standardName }) => ({ value: id, label: name, title: standardName, words: `${name} ${standardName}` }))}
              onChange={setChosen}
            />
            <div>
              <Button disabled={!changed} loading={permit.pending} data-testid="save-procedures" onClick={() => void permit.run({ staffId: member.id, procedureIds: chosen })}>
                {t("staff.saveProcedures")}
              </Button>
            </div>
          </>
        )
      }
    </Loaded>
  );
}
