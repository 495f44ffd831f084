/** When to come again, and what pays. */
import { Button, Input } from "antd";
import dayjs from "dayjs";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FundingKind, Treatment } from "../../../../api/generated";
import { DayInput } from "../../../../components/DayInput";
import { useFormat } from "../../../../components/format";
import { Pills } from "../../../today/panel/Pills";
import type { Rest } from "../body";
import styles from "../record.module.css";
import type { Stand } from "../useShelf";
import { Field, Part } from "./Field";
import { Redeemed } from "./Redeemed";

const quick = [28, 90, 180] as const;
const kinds: readonly FundingKind[] = ["entitlement", "free", "redo"];

interface AfterProps {
  rest: Rest;
  set: (change: Partial<Rest>) => void;
  readOnly: boolean;
}

export function NextOn({ rest, set, readOnly }: AfterProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  return (
    <Part title={t("treatments.sections.nextOn")}>
      <div className={styles.line}>
        <span style={{ width: 150 }}><DayInput id={id} value={rest.nextOn} label={t("treatments.nextOn.day")} testId="treatment-next-on" disabled={readOnly} onChange={(nextOn) => { set({ nextOn }); }} /></span>
        {quick.map((days) => (
          <Button key={days} size="small" data-testid={`treatment-next-${days}`} onClick={() => { set({ nextOn: dayjs(format.today()).add(days, "day").format("YYYY-MM-DD") }); }}>{t("treatments.nextOn.quick", { days })}</Button>
        ))}
      </div>
    </Part>
  );
}

interface FundingProps extends AfterProps {
  treatment: Treatment;
  stand: Pick<Stand, "entitlement">;
}

export function FundingPart({ rest: { funding }, set, readOnly, treatment, stand }: FundingProps) {
  const { t } = useTranslation();
  const [said, setSaid] = useState(false);
  const { kind, entitlement } = funding;
  const say = (value: FundingKind) => {
    setSaid(true);
    // What is free takes nothing of what was bought.
    set({ funding: { ...funding, kind: value, entitlement: value === "entitlement" ? entitlement : null } });
  };
  return (
    <Part title={t("treatments.sections.funding")} place="funding">
      <span id="treatment-funding-label" className="unseen">{t("treatments.sections.funding")}</span>
      {readOnly ? <p>{kind === null ? <span className="quiet">{t("treatments.funding.none")}</span> : [t(`treatments.funding.kinds.${kind}`), stand.entitlement(entitlement)].filter(Boolean).join(" · ")}</p> : (
        <Pills<FundingKind | "">
          labelledBy="treatment-funding-label"
          testId="treatment-funding"
          value={kind ?? ""}
          options={kinds.map((value) => ({ value, label: t(`treatments.funding.kinds.${value}`) }))}
          onChange={(value) => { if (value !== "") say(value); }}
        />
      )}
      {kind === "entitlement" && !readOnly && <Redeemed treatment={treatment} chosen={entitlement} propose={said} onChoose={(id) => { set({ funding: { ...funding, entitlement: id } }); }} />}
      {(kind === "free" || kind === "redo") && (
        <Field label={t("treatments.funding.reason")}>
          {(id) => <Input id={id} maxLength={200} value={funding.reason} placeholder={t(`treatments.funding.reasonHint.${kind}`)} data-testid="treatment-funding-reason" onChange={(event) => { set({ funding: { ...funding, reason: event.target.value } }); }} />}
        </Field>
      )}
    </Part>
  );
}
