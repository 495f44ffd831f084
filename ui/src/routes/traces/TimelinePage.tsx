/** What was done to a client: every signed record in short, filtered, and the points of all of them on one drawing. */
import { Button, Select } from "antd";
import { ArrowLeft, History } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { BatchId, ClientId, SignedTreatmentId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useShortcut } from "../../app/shortcuts";
import { EmptyState, Loaded } from "../../components/States";
import { useEscape } from "../clients/escape";
import { BatchDrawer } from "../stock/batch/BatchDrawer";
import { type From, signedPath } from "../treatments/places";
import { PastPoints } from "./PastPoints";
import { TimelineLine } from "./TimelineLine";
import { type Filter, filterOf, noFilter, shownBy } from "./filter";
import { type PastRecord, unfold } from "./unfold";
import styles from "./traces.module.css";

export function TimelinePage({ client }: { client: ClientId }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const read = useRead("treatments", "traces.timeline", { client });
  const name = useRead("clients", "clients.open", { client }).data?.name ?? "";
  const back = () => void navigate(`/clients/${client}`);
  useEscape(t("traces.back"), back);
  return (
    <div className={styles.page} data-testid="timeline-page">
      <header className={styles.head}>
        <Button type="text" size="small" icon={<ArrowLeft size={14} strokeWidth={1.5} />} data-testid="timeline-back" onClick={back}>{name}</Button>
        <h1>{t("traces.timeline")}</h1>
      </header>
      <Loaded read={read} rows={8}>{(timeline) => timeline.records.length === 0 ? <EmptyState icon={History} title={t("traces.none")} hint={t("traces.noneHint")} /> : <Zones client={client} records={unfold(timeline)} />}</Loaded>
    </div>
  );
}

function Zones({ client, records }: { client: ClientId; records: readonly PastRecord[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [filter, setFilter] = useState<Filter>(noFilter);
  // None: the points of all stand out.
  const [current, setCurrent] = useState<SignedTreatmentId | null>(records[0]?.id ?? null);
  const [batch, setBatch] = useState<BatchId | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const choices = filterOf(records);
  const shown = records.filter((record) => shownBy(record, filter));
  const open = (id: SignedTreatmentId) => void navigate(signedPath(id), { state: { from: `/clients/${client}/treatments` } satisfies From });
  const narrow = (next: Filter) => {
    setFilter(next);
    setCurrent(records.find((record) => shownBy(record, next))?.id ?? null);
  };
  const lineOf = (id: SignedTreatmentId) => list.current?.querySelector<HTMLElement>(`li[data-id="${id}"]`);
  const goTo = (id: SignedTreatmentId | undefined) => {
    if (id === undefined) return;
    setCurrent(id);
    lineOf(id)?.querySelector("button")?.focus();
  };
  const step = (by: 1 | -1) => {
    const at = shown.findIndex(({ id }) => id === current);
    goTo(shown[at === -1 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)]?.id);
  };
  useShortcut("ArrowDown", t("traces.keys.earlier"), () => { step(1); });
  useShortcut("ArrowUp", t("traces.keys.later"), () => { step(-1); });
  useShortcut("Home", t("traces.keys.latest"), () => { goTo(shown[0]?.id); });
  useShortcut("End", t("traces.keys.first"), () => { goTo(shown.at(-1)?.id); });
  // Also when one comes back from a record: Enter and the arrows go on from there.
  useEffect(() => {
    list.current?.querySelector<HTMLElement>("li[data-current='true'] button")?.focus();
  }, []);
  const pick = (name: keyof Filter) => (
    <Select<string>
      allowClear
      value={filter[name]}
      placeholder={t(`traces.all.${name}`)}
      aria-label={t(`traces.by.${name}`)}
      data-testid={`timeline-${name}`}
      style={{ flex: "1 1 152px", minWidth: 0, maxWidth: 264 }}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: "label" }}
      options={choices[name]}
      onChange={(value?: string) => { narrow({ ...filter, [name]: value ?? null }); }}
    />
  );
  return (
    <div className={styles.zones}>
      <section className={styles.list} aria-label={t("traces.timeline")}>
        <div className={styles.filters}>{pick("procedure")}{pick("product")}{pick("site")}<span className="quiet" role="status" data-testid="timeline-count">{t("traces.count", { count: shown.length })}</span></div>
        {shown.length === 0 ? (
          <EmptyState icon={History} title={t("traces.noneSuch")} action={<Button data-testid="timeline-all" onClick={() => { narrow(noFilter); }}>{t("traces.showAll")}</Button>} />
        ) : (
          <ol ref={list} className={`${styles.records ?? ""} scrolls`} aria-label={t("traces.timeline")}>
            {shown.map((record) => (
              <TimelineLine key={record.id} record={record} current={record.id === current} onPoint={() => { setCurrent(record.id); }} onOpen={() => { open(record.id); }} onBatch={setBatch} />
            ))}
          </ol>
        )}
      </section>
      <PastPoints
        records={shown}
        current={current}
        onCurrent={(id) => {
          setCurrent(id);
          if (id !== null) lineOf(id)?.scrollIntoView({ block: "nearest" });
        }}
      />
      <BatchDrawer id={batch} onClose={() => { setBatch(null); }} />
    </div>
  );
}
