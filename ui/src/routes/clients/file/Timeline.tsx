/** Everything that happened and is planned, the newest first; chips choose what is shown. */
import { CalendarClock, DoorOpen, MessagesSquare, ReceiptText } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { AppointmentStatus, ClientId, ConsultationOutcome, SaleHead, TimelineKind, VisitLine } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useMay } from "../../../app/session";
import { Chips } from "../../../components/Chips";
import { EmptyState } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { useNow } from "../../../components/now";
import { useOpenSale } from "../../billing/useOpenSale";
import { soldWords } from "../../checkout/words";
import { stepWord } from "../../today/words";
import styles from "../clients.module.css";

const icons = { visit: DoorOpen, appointment: CalendarClock, consultation: MessagesSquare } as const;
const kinds: readonly Kind[] = ["visit", "appointment", "consultation"];

type Kind = TimelineKind | "sale";
type Happened = VisitLine | { kind: "sale"; at: number; sale: SaleHead };

export function Timeline({ client, visits }: { client: ClientId; visits: readonly VisitLine[] }) {
  const { t } = useTranslation();
  const mayMoney = useMay()("see_money");
  const sales = useRead("money", "sales.of_client", { client }, { enabled: mayMoney }).data ?? [];
  const lines: Happened[] = [...visits, ...sales.map((sale) => ({ kind: "sale" as const, at: sale.at, sale }))].sort((one, other) => other.at - one.at);
  const format = useFormat();
  const now = useNow();
  const [chosen, setChosen] = useState<readonly Kind[]>([]);
  const shown = lines.filter((line) => chosen.length === 0 || chosen.includes(line.kind));
  const groups = new Map<string, Happened[]>();
  for (const line of shown) {
    const title = isComing(line, now) ? t("clients.coming") : format.dayOf(line.at).slice(0, 4);
    groups.set(title, [...(groups.get(title) ?? []), line]);
  }

  return (
    <>
      <Chips
        name="client"
        label={t("clients.timeline")}
        pressed={chosen}
        onChange={setChosen}
        chips={(mayMoney ? [...kinds, "sale" as const] : kinds).map((kind) => ({ key: kind, label: t(`clients.chips.${kind}`), count: lines.filter((line) => line.kind === kind).length }))}
      />
      {shown.length === 0 &&
        (lines.length === 0 ? <EmptyState icon={DoorOpen} title={t("clients.nothingYet")} hint={t("clients.nothingYetHint")} /> : <EmptyState title={t("clients.nothingOfKind")} />)}
      <div data-testid="client-timeline">
        {[...groups].map(([title, group]) => (
          <section key={title}>
            <h2 className={styles.year}>{title}</h2>
            <ol className={styles.timeline}>
              {group.map((line, index) => line.kind === "sale" ? <Sold key={line.sale.id} sale={line.sale} /> : <Line key={`${line.at}-${index}`} line={line} coming={isComing(line, now)} />)}
            </ol>
          </section>
        ))}
      </div>
    </>
  );
}

/** Only what is booked can be: the present goes by steps, and what was done a moment ago may be ahead of it. */
const isComing = ({ kind, at }: Happened, now: number): boolean => kind === "appointment" && at > now;

function useDayAndTime(): (at: number) => string {
  const format = useFormat();
  return (at) => {
    const [, monthAndDay = ""] = /^\d{4}-(.*)$/.exec(format.date(format.dayOf(at))) ?? [];
    return `${monthAndDay} ${format.time(at)}`;
  };
}

function Sold({ sale }: { sale: SaleHead }) {
  const { t } = useTranslation();
  const format = useFormat();
  const when = useDayAndTime();
  const open = useOpenSale();
  return (
    <li className={styles.event} data-testid="client-event" data-kind="sale">
      <time dateTime={new Date(sale.at).toISOString()}>{when(sale.at)}</time>
      <ReceiptText aria-hidden size={16} strokeWidth={1.5} />
      <div className={styles.what}>
        <button type="button" className={styles.sold} data-testid="client-event-sale" onClick={() => { open(sale.id); }}>{soldWords(t, sale)}</button>
        <span className="figure">{format.money(sale.total)}</span>
        <span className="quiet">{[t("clients.one.sale"), sale.by ?? ""].filter(Boolean).join(" \u00b7 ")}</span>
        {sale.owed > 0 && <span className="caution">{t("billing.sales.owed", { amount: format.money(sale.owed) })}</span>}
      </div>
    </li>
  );
}

function Line({ line, coming }: { line: VisitLine; coming: boolean }) {
  const { t } = useTranslation();
  const when = useDayAndTime();
  const Icon = icons[line.kind];
  const state =
    line.kind === "visit" ? (line.state === "left" ? "" : stepWord(t, line.state))
    : line.kind === "appointment" ? t(`clients.status.${line.state as AppointmentStatus}`)
    : t(`clients.outcome.${line.state as ConsultationOutcome}`);
  const warns = line.state === "no_show" || line.state === "not_agreed";
  return (
    <li className={styles.event} data-coming={coming ? "" : undefined} data-testid="client-event" data-kind={line.kind}>
      <time dateTime={new Date(line.at).toISOString()}>{when(line.at)}</time>
      <Icon aria-hidden size={16} strokeWidth={1.5} />
      <div>
        <div className={styles.what}>
          <b style={{ fontWeight: 500 }}>{line.procedure ?? t(`clients.one.${line.kind}`)}</b>
          {line.doctor !== null && <span>{line.doctor}</span>}
          <span className={warns ? "caution" : "quiet"}>{[line.procedure === null ? "" : t(`clients.one.${line.kind}`), state].filter(Boolean).join(" · ")}</span>
        </div>
        {line.note !== "" && <div className={`quiet ${styles.text ?? ""}`}>{line.note}</div>}
      </div>
    </li>
  );
}
