/**
 * A delivery comes in: from whom, looked at by whom, and its packs, scanned one after the other. The page stays as it
 * is left, picture and all; what was typed waits as a draft besides.
 */
import { App, AutoComplete, Button, Form, Input, Select } from "antd";
import { PackagePlus, Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { StaffId, SupplierId } from "../../../api/generated";
import { useSession } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { DayInput } from "../../../components/DayInput";
import { DraftOffer } from "../../../components/DraftOffer";
import { Hotkey } from "../../../components/Hotkey";
import { EmptyState } from "../../../components/States";
import { WitnessFields } from "../../../components/WitnessFields";
import { choices, useDirectory } from "../../../components/directory";
import { useFormat } from "../../../components/format";
import { useUndoToast } from "../../../components/undoToast";
import { useDraft } from "../../../components/useDraft";
import type { WitnessValues } from "../../../components/witness";
import { useEscape } from "../../clients/escape";
import { tabPath } from "../places";
import { useProducts } from "../products";
import styles from "../stock.module.css";
import { SupplierSelect } from "../suppliers/SupplierSelect";
import { LineRow, fieldId } from "./LineRow";
import { NotePicture } from "./NotePicture";
import { ScanBox, type ScanBoxHandle } from "./ScanBox";
import { type Line, type LineField, type LineProblems, problemsOf, saidAtOnce, totalsOf } from "./lines";
import { useLines } from "./useLines";
import { useReceive } from "./useReceive";

export interface Head {
  supplier?: SupplierId;
  noteNumber: string;
  receivedOn: string | null;
  inspectedBy?: StaffId;
  inspection: string;
}

const headFields: (keyof Head)[] = ["supplier", "noteNumber", "receivedOn", "inspectedBy", "inspection"];

type Draft = Head & { lines: Line[] };
type Values = Head & WitnessValues;

export function Receive({ onSaved }: { onSaved: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const format = useFormat();
  const { me } = useSession();
  const products = useProducts();
  const directory = useDirectory();
  const toast = useUndoToast();
  const [form] = Form.useForm<Values>();
  const box = useRef<ScanBoxHandle>(null);
  const typed = useRef(false);
  const [asked, setAsked] = useState(false);
  const [note, setNote] = useState<File | null>(null);
  const draft = useDraft<Draft>("stock.receive");
  const today = format.today();
  const [initial] = useState<Head>({ noteNumber: "", receivedOn: today, inspectedBy: me.staffId, inspection: "" });

  const keep = (lines: readonly Line[]) => {
    typed.current = true;
    // Never the PIN.
    const head = form.getFieldsValue(headFields) as Partial<Head>;
    draft.keep({ ...initial, ...head, lines });
  };
  const entry = useLines(products, keep);
  const { lines, refused } = entry;
  const saving = useReceive(form, (place, field, words) => {
    const line = lines[place];
    if (!line) return;
    entry.setRefused({ line: line.key, field, words });
    document.getElementById(fieldId(place, field))?.focus();
  });

  const problems = lines.map((line) => problemsOf(line, products.all.find(({ id }) => id === line.product), today));
  const shown = (place: number): LineProblems => (asked ? (problems[place] ?? {}) : saidAtOnce(problems[place] ?? {}));
  const words = (place: number, line: Line): Partial<Record<LineField, string>> => ({
    ...Object.fromEntries(Object.entries(shown(place)).map(([field, problem]) => [field, t(`stock.receive.problems.${problem}`)])),
    ...(refused?.line === line.key ? { [refused.field]: refused.words } : {}),
  });
  const totals = totalsOf(lines);
  const toxin = lines.some(({ product }) => products.of(product).toxin);

  const back = () => {
    if (typed.current) message.info(t("common.draft.kept"));
    void navigate(tabPath("onhand"));
  };
  useEscape(t("common.back"), back);
  useShortcut("Ctrl+Enter", t("stock.receive.title"), () => { form.submit(); }, { inFields: true });
  // Shown again, it waits for the next pack.
  useEffect(() => { box.current?.focus(); }, []);

  const firstProblem = (): boolean => {
    setAsked(true);
    const place = problems.findIndex((of) => Object.keys(of).length > 0);
    const [field] = Object.keys(problems[place] ?? {}) as LineField[];
    if (field === undefined) return false;
    document.getElementById(fieldId(place, field))?.focus();
    return true;
  };
  const save = async (values: Values) => {
    if (lines.length === 0) {
      box.current?.focus();
      return;
    }
    if (firstProblem()) return;
    if (!(await saving.run(values, lines, note))) return;
    typed.current = false;
    // Before the form is left: what is left with something typed is shared as a draft.
    void draft.drop();
    message.success({ content: <span data-testid="receive-done">{t("stock.receive.done", { lines: lines.length, packs: totals.packs })}</span> });
    onSaved();
    void navigate(tabPath("onhand"));
  };
  const goOn = ({ lines: before, ...head }: Draft) => {
    form.setFieldsValue(head);
    // What was scanned meanwhile is not lost to what was typed before.
    entry.replace([...before, ...lines]);
    draft.settle();
    box.current?.focus();
  };
  const remove = (line: Line) => {
    const before = lines;
    entry.remove(line.key);
    toast(t("stock.receive.removed", { product: products.of(line.product).name, lot: line.lot }), () => { entry.replace(before); });
    box.current?.focus();
  };
  const required = [{ required: true, message: t("common.required") }];

  return (
    // A select would take this Enter for its own list.
    <div
      className={styles.receive}
      onKeyDownCapture={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.currentTarget.contains(event.target as Node)) return;
        event.preventDefault();
        event.stopPropagation();
        form.submit();
      }}
    >
      <header className={styles.receiveHead}>
        <h1 className={styles.title}>{t("stock.receive.title")}</h1>
        <span className="quiet">{t("stock.receive.hint")}</span>
        <span className={styles.spring} />
        <NotePicture value={note} problem={saving.pictureProblem} onChange={(file) => { saving.forgetPicture(); setNote(file); }} />
        <Button data-testid="receive-back" onClick={back}>{t("common.back")} <Hotkey keys="Esc" /></Button>
      </header>
      <Form<Values>
        form={form}
        name="receive"
        layout="vertical"
        requiredMark={false}
        scrollToFirstError={{ focus: true, block: "nearest" }}
        initialValues={initial}
        className={styles.receiveForm ?? ""}
        onValuesChange={() => { keep(lines); }}
        onFinish={(values) => void save(values)}
        onFinishFailed={() => { setAsked(true); }}
      >
        {draft.offered && (
          <DraftOffer
            savedAt={draft.offered.savedAt}
            name="receive"
            autoFocus={false}
            onGoOn={() => { if (draft.offered) goOn(draft.offered.values); }}
            onDrop={() => {
              draft.settle();
              if (!typed.current) void draft.drop();
              box.current?.focus();
            }}
          />
        )}
        <div className={styles.receiveFields}>
          <Form.Item name="supplier" label={t("stock.receive.supplier")} rules={required}><SupplierSelect /></Form.Item>
          <Form.Item name="noteNumber" label={t("stock.receive.noteNumber")}><Input maxLength={200} data-testid="receive-note-number" /></Form.Item>
          <Form.Item name="receivedOn" label={t("stock.receive.receivedOn")} rules={required}><DayInput testId="receive-on" /></Form.Item>
          <Form.Item name="inspectedBy" label={t("stock.receive.inspectedBy")} rules={required}>
            <Select options={choices(directory.staff, form.getFieldValue("inspectedBy") as string | null)} showSearch={{ optionFilterProp: "label" }} data-testid="receive-inspector" />
          </Form.Item>
          <Form.Item name="inspection" label={t("stock.receive.inspection")}>
            <AutoComplete options={t("stock.receive.inspections", { returnObjects: true }).map((value) => ({ value }))} maxLength={1_000} placeholder={t("stock.receive.inspectionHint")} data-testid="receive-inspection" />
          </Form.Item>
        </div>
        <ScanBox lines={entry} ref={box} />
        <div className={styles.lines} role="presentation" onKeyDown={(event) => {
          // Enter in a line is done with it, and the next pack is waited for; a list takes its own.
          if (event.key !== "Enter" || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          box.current?.focus();
        }}>
          {lines.length === 0 ? (
            <EmptyState icon={PackagePlus} title={t("stock.receive.empty")} hint={t("stock.receive.emptyHint")} />
          ) : (
            <>
              <div className={styles.lineHead} aria-hidden>
                {(["product", "lot", "expiresOn", "producedOn", "packs", "price", "codes"] as const).map((key) => <span key={key}>{t(`stock.receive.columns.${key}`)}</span>)}
              </div>
              {lines.map((line, place) => (
                <LineRow
                  key={line.key}
                  line={line}
                  place={place}
                  products={products}
                  problems={words(place, line)}
                  unregistered={problems[place]?.product === "registration"}
                  onChange={(change) => { entry.change(line.key, change); }}
                  onRemove={() => { remove(line); }}
                />
              ))}
            </>
          )}
          <Button
            icon={<Plus aria-hidden size={16} strokeWidth={1.5} />}
            data-testid="receive-line-add"
            onClick={() => {
              entry.add();
              window.setTimeout(() => document.getElementById(fieldId(lines.length, "product"))?.focus(), 0);
            }}
          >
            {t("stock.receive.addLine")}
          </Button>
        </div>
        <footer className={styles.receiveFoot}>
          {toxin && <WitnessFields hint={t("stock.receive.witnessHint")} />}
          <div className={styles.saveLine}>
            {totals.price !== null && <span className="quiet" data-testid="receive-total">{t("stock.receive.total", { amount: format.money(totals.price) })}</span>}
            <Button type="primary" size="large" htmlType="submit" disabled={lines.length === 0} loading={saving.pending} data-testid="receive-save">
              {lines.length === 0 ? t("stock.receive.title") : t("stock.receive.save", { lines: lines.length, packs: totals.packs })} <span className={styles.onPrimary}>Ctrl Enter</span>
            </Button>
          </div>
        </footer>
      </Form>
    </div>
  );
}
