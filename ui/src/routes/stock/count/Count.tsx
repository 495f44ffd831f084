/** Counting what is really there: batch by batch beside the book, a pack's scan leads to its row, every difference is explained. */
import { App, Button, Form, Input, type InputRef, Switch } from "antd";
import { ClipboardList, Search } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Batch } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useShortcut } from "../../../app/shortcuts";
import { DraftOffer } from "../../../components/DraftOffer";
import { EmptyState, Loaded } from "../../../components/States";
import { WitnessFields } from "../../../components/WitnessFields";
import { writeDecimal } from "../../../components/decimals";
import { useTypeToSearch } from "../../../components/typeToSearch";
import { useUndoToast } from "../../../components/undoToast";
import { useDraft } from "../../../components/useDraft";
import type { WitnessValues } from "../../../components/witness";
import { isFound } from "../onHand/batchFilter";
import { useBatchScan } from "../onHand/useBatchScan";
import { useProducts } from "../products";
import styles from "../stock.module.css";
import { CountRow, countFieldId } from "./CountRow";
import { type Entries, type Entry, type Judged, judge, sumOf, typedCount } from "./entries";
import { type CountRefused, useCount } from "./useCount";

interface Draft {
  entries: Entries;
  note: string;
}

type Values = { note: string } & WitnessValues;

export function Count() {
  const read = useRead("stock", "stock.batches", { usedUp: true });
  return <Loaded read={read} rows={12}>{(batches) => <Sheet batches={batches} refetch={() => void read.refetch()} />}</Loaded>;
}

function Sheet({ batches, refetch }: { batches: readonly Batch[]; refetch: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const products = useProducts();
  const toast = useUndoToast();
  const [form] = Form.useForm<Values>();
  const [entries, setEntries] = useState<Entries>({});
  const [query, setQuery] = useState("");
  const [withUsedUp, setWithUsedUp] = useState(false);
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<CountRefused | null>(null);
  const typed = useRef(false);
  const field = useRef<InputRef>(null);
  const draft = useDraft<Draft>("stock.count");
  const counting = useCount(form, products, { onRefused: setRefused, onMoved: refetch });
  useTypeToSearch(field);

  // As they stand on the shelf: by product, and of each the first to expire in front.
  const sorted = batches.toSorted((one, other) => products.of(one.product).name.localeCompare(products.of(other.product).name, "zh") || one.expiresOn.localeCompare(other.expiresOn));
  const listed = sorted.filter((batch) => batch.onHand !== 0 || withUsedUp || entries[batch.id] !== undefined);
  const rows = listed.filter((batch) => isFound(query, batch, products.of(batch.product)));
  const judgements = new Map(listed.map((batch) => [batch.id, judge(t, batch, entries[batch.id], products)]));
  const judged = [...judgements.values()].filter((one): one is Judged => one !== null);
  const sum = sumOf(judged, products);

  const put = (next: Entries) => {
    typed.current = true;
    setEntries(next);
    draft.keep({ entries: next, note: (form.getFieldValue("note") as string | undefined) ?? "" } satisfies Draft);
  };
  const set = (batch: Batch, entry: Entry) => {
    if (refused?.batch === batch.id) setRefused(null);
    put({ ...entries, [batch.id]: entry });
  };
  const inBook = (batch: Batch) => writeDecimal(Math.max(0, batch.onHand), products.of(batch.product).scale);
  const allSame = () => {
    const before = entries;
    const open = rows.filter((batch) => judgements.get(batch.id) === null);
    put({ ...entries, ...Object.fromEntries(open.map((batch) => [batch.id, typedCount(batch, entries[batch.id], inBook(batch))])) });
    toast(t("stock.count.allSameDone", { count: open.length }), () => { put(before); });
  };
  const focus = (batch: string, at: "counted" | "reason" = "counted") => window.setTimeout(() => document.getElementById(countFieldId(batch, at))?.focus(), 0);
  const move = (place: number, by: number) => {
    const next = rows[place + by];
    if (next) focus(next.id);
  };
  useBatchScan({
    products,
    onBatch: (id) => {
      setQuery("");
      if (batches.find((batch) => batch.id === id)?.onHand === 0) setWithUsedUp(true);
      focus(id);
    },
    onProduct: setQuery,
  });
  const focusProblem = (): boolean => {
    setAsked(true);
    const wrong = judged.find(({ problem }) => problem !== null);
    if (!wrong) return false;
    setQuery("");
    focus(wrong.batch.id, wrong.problem === "reason" ? "reason" : "counted");
    return true;
  };
  const save = async (values: Values) => {
    if (focusProblem()) return;
    const done = await counting.run(judged, values);
    if (!done) return;
    typed.current = false;
    await draft.drop();
    setEntries({});
    setAsked(false);
    form.resetFields();
    message.success({ content: <span data-testid="count-done">{t("stock.count.done", { batches: done.batches, differences: done.differences })}</span> });
  };
  useShortcut("Ctrl+Enter", t("stock.tabs.count"), () => { form.submit(); }, { inFields: true, when: judged.length > 0 });
  const problemOf = (one: Judged | null, batch: Batch) => {
    if (refused?.batch === batch.id) return refused.words;
    return asked && one?.problem === "reason" ? t("stock.reasonRequired") : null;
  };

  return (
    <div className={styles.tab}>
      {draft.offered && (
        <DraftOffer
          savedAt={draft.offered.savedAt}
          name="count"
          autoFocus={false}
          onGoOn={() => {
            if (!draft.offered) return;
            form.setFieldsValue({ note: draft.offered.values.note });
            put({ ...draft.offered.values.entries, ...entries });
            draft.settle();
          }}
          onDrop={() => {
            draft.settle();
            if (!typed.current) void draft.drop();
          }}
        />
      )}
      <div className={styles.bar}>
        <Input
          ref={field}
          allowClear
          value={query}
          placeholder={t("stock.search")}
          aria-label={t("stock.search")}
          data-testid="count-search"
          prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
          style={{ width: 280 }}
          onChange={(event) => { setQuery(event.target.value); }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === "Escape") setQuery("");
            else if ((event.key === "ArrowDown" || event.key === "Enter") && rows[0]) { event.preventDefault(); focus(rows[0].id); }
          }}
        />
        <label htmlFor="count-used-up" className={`quiet ${styles.switch ?? ""}`}>
          <Switch id="count-used-up" size="small" checked={withUsedUp} data-testid="count-used-up" onChange={setWithUsedUp} /> {t("stock.count.withUsedUp")}
        </label>
        <span className="quiet">{t("stock.count.hint")}</span>
        <span className={styles.spring} />
        <Button disabled={rows.every((batch) => judgements.get(batch.id) !== null)} data-testid="count-all-same" onClick={allSame}>{t("stock.count.allSame")}</Button>
      </div>
      <div className={`${styles.sheet ?? ""} scrolls`} data-testid="count-sheet">
        <div className={styles.countHead} aria-hidden>
          {(["batch", "book", "same", "counted", "difference", "reason"] as const).map((key) => <span key={key}>{t(`stock.count.columns.${key}`)}</span>)}
        </div>
        {rows.map((batch, place) => {
          const one = judgements.get(batch.id) ?? null;
          const entry = entries[batch.id];
          return (
            <CountRow
              key={batch.id}
              batch={batch}
              products={products}
              entry={entry}
              judged={one}
              problem={problemOf(one, batch)}
              onCounted={(counted) => { set(batch, typedCount(batch, entry, counted)); }}
              onReason={(reason) => { set(batch, { ...(entry ?? typedCount(batch, undefined, "")), reason }); }}
              onSame={() => { set(batch, typedCount(batch, entry, inBook(batch))); move(place, 1); }}
              onLooked={() => { if (entry) set(batch, { ...entry, expected: batch.onHand }); }}
              onMove={(by) => { move(place, by); }}
            />
          );
        })}
        {rows.length === 0 && (query === "" ? <EmptyState icon={ClipboardList} title={t("stock.count.empty")} hint={t("stock.count.emptyHint")} /> : <EmptyState icon={Search} title={t("stock.nothingFound", { query })} action={<Button onClick={() => { setQuery(""); }}>{t("stock.clear")}</Button>} />)}
      </div>
      <Form<Values> form={form} name="count" layout="vertical" requiredMark={false} initialValues={{ note: "" }} className={styles.countFoot ?? ""} onValuesChange={() => { put(entries); }} onFinish={(values) => void save(values)} onFinishFailed={({ errorFields }) => { if (!focusProblem() && errorFields[0]) form.focusField(errorFields[0].name); }}>
        {sum.toxin && <WitnessFields hint={t("stock.count.witnessHint")} />}
        <div className={styles.saveLine}>
          <Form.Item name="note" noStyle><Input maxLength={2_000} placeholder={t("stock.count.note")} aria-label={t("stock.count.note")} data-testid="count-note" style={{ maxWidth: 480 }} /></Form.Item>
          <span className={styles.spring} />
          <Button type="primary" htmlType="submit" disabled={judged.length === 0} loading={counting.pending} data-testid="count-save">
            {judged.length === 0 ? t("stock.count.saveNothing") : t("stock.count.save", { batches: sum.batches, differences: sum.differences })} <span className={styles.onPrimary}>Ctrl Enter</span>
          </Button>
        </div>
      </Form>
    </div>
  );
}
