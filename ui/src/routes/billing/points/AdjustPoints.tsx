/** Gives points or takes them, by hand and with a reason. */
import { Form, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import type { AdjustPoints as Adjusting, ClientId } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { DayInput } from "../../../components/DayInput";
import { grouped } from "../../../components/format";
import { CountField } from "../ledger/CountField";
import { LedgerAct } from "../ledger/LedgerAct";
import { endsWords } from "./words";

type Way = "give" | "take";

interface Values {
  way: Way;
  points: number | null;
  expiresOn: string | null;
  reason: string;
}

const ways: readonly Way[] = ["give", "take"];
/** As many as Rust takes at once (points/mod.rs). */
const pointsMost = 1_000_000_000;

interface AdjustPointsProps {
  client: ClientId;
  balance: number;
  onClose: () => void;
}

export function AdjustPoints({ client, balance, onClose }: AdjustPointsProps) {
  const { t } = useTranslation();
  const approves = useMay()("change_ledgers");
  const what = ({ way, points, expiresOn }: Values): string => {
    if (points === null || points < 1) return "";
    if (way === "give") return t("billing.points.adjust.whatGive", { points: grouped(points), ends: endsWords(t, expiresOn), after: grouped(balance + points) });
    return points > Math.max(0, balance) ? t("billing.points.adjust.takeMost", { points: grouped(Math.max(0, balance)) }) : t("billing.points.adjust.whatTake", { points: grouped(points), after: grouped(balance - points) });
  };
  return (
    <LedgerAct<Values, Adjusting>
      name="points"
      about={client}
      title={t("billing.points.adjust.title")}
      initial={{ way: "give", points: null, expiresOn: null, reason: "" }}
      reason={{ label: t("billing.points.adjust.reason"), hint: t("billing.points.adjust.reasonHint") }}
      approval={!approves}
      what={what}
      submit={({ way, points }) => t(way === "give" ? "billing.points.adjust.applyGive" : "billing.points.adjust.applyTake", { points: grouped(points ?? 0) })}
      input={(id, { way, points, expiresOn, reason }) => ({ id, client, points: (points ?? 0) * (way === "give" ? 1 : -1), expiresOn: way === "give" ? expiresOn : null, reason: reason.trim() })}
      send={(sent) => call("points.adjust", sent)}
      done={() => t("billing.points.adjust.done")}
      onClose={onClose}
    >
      <Fields />
    </LedgerAct>
  );
}

function Fields() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<Values>();
  const way = (Form.useWatch("way", form) as Way | undefined) ?? "give";
  return (
    <>
      <Form.Item name="way" label={t("billing.points.adjust.way")}>
        <Radio.Group data-testid="points-way" options={ways.map((value) => ({ value, label: <span data-testid={`points-way-${value}`}>{t(`billing.points.adjust.${value}`)}</span> }))} />
      </Form.Item>
      <CountField name="points" label={t("billing.points.adjust.amount")} most={pointsMost} wrong={t("billing.points.adjust.wrong", { most: grouped(pointsMost) })} autoFocus testId="points-amount" />
      <Form.Item name="expiresOn" label={t("billing.points.adjust.expires")} hidden={way === "take"}>
        <DayInput placeholder={t("billing.points.adjust.expiresHint")} testId="points-expires" />
      </Form.Item>
    </>
  );
}
