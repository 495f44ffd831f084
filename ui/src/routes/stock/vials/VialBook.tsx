/** The vial book of toxin: what is open now, and every step of a day with two people behind it. */
import { Button } from "antd";
import { ChevronLeft, ChevronRight, Syringe } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "../../../api/call";
import type { BookLine, ScanResult, VialBook as Book, VialLine } from "../../../api/generated";
import { useRead, useShowFailure } from "../../../api/hooks";
import { useScan } from "../../../app/scanner";
import { useMay } from "../../../app/session";
import { useShortcut } from "../../../app/shortcuts";
import { DayInput } from "../../../components/DayInput";
import { Loaded } from "../../../components/States";
import { useFormat } from "../../../components/format";
import { addDays } from "../../../components/zonedTime";
import { Reverse } from "../Reverse";
import { tabPath } from "../places";
import { useProducts } from "../products";
import { packScanned } from "../scanned";
import styles from "../stock.module.css";
import { BookTable } from "./BookTable";
import { GiveBack } from "./GiveBack";
import { GiveDose } from "./GiveDose";
import { OpenVial } from "./OpenVial";
import { VialCards } from "./VialCards";
import { WasteVial } from "./WasteVial";
import { daySums } from "./daySums";

export type VialAct = "give" | "waste" | "return";

type Doing = { kind: "open"; scanned: ScanResult | null } | { kind: VialAct; vial: VialLine } | { kind: "reverse"; line: BookLine };

const isDay = /^\d{4}-\d\d-\d\d$/;

/** `asked` is the day of the address; "" is today. */
export function VialBook({ asked }: { asked: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const showFailure = useShowFailure();
  const today = format.today();
  const day = isDay.test(asked) ? asked : today;
  const book = useRead("stock", "vials.book", { from: day, until: day }, { keepPrevious: true });
  const [doing, setDoing] = useState<Doing | null>(null);
  const go = (to: string) => void navigate(to >= today ? tabPath("vials") : `${tabPath("vials")}/${to}`);
  const open = () => { setDoing({ kind: "open", scanned: null }); };
  useShortcut("ArrowLeft", t("stock.vials.keys.back"), () => { go(addDays(day, -1)); });
  useShortcut("ArrowRight", t("stock.vials.keys.on"), () => { go(addDays(day, 1)); }, { when: day < today });
  useShortcut("T", t("stock.vials.keys.today"), () => { go(today); });
  useShortcut("N", t("stock.vials.open"), open);

  // An open vial that is scanned is about to be given from, any other to be opened.
  const scanned = async (text: string) => {
    try {
      const result = await call("scan.read", { text });
      const { unitCode } = result.scanned;
      const vial = unitCode === null ? undefined : book.data?.vials.find((one) => one.unitCode === unitCode && !one.givenBack);
      setDoing(vial ? { kind: vial.left === 0 ? "return" : "give", vial } : { kind: "open", scanned: result });
    } catch (reason) {
      showFailure(reason);
    }
  };
  useScan(packScanned, (text) => void scanned(text));

  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <Button icon={<ChevronLeft aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("stock.vials.keys.back")} data-testid="vials-previous" onClick={() => { go(addDays(day, -1)); }} />
        <Button disabled={day === today} data-testid="vials-today" onClick={() => { go(today); }}>{t("stock.vials.today")}</Button>
        <Button icon={<ChevronRight aria-hidden size={16} strokeWidth={1.5} />} disabled={day >= today} aria-label={t("stock.vials.keys.on")} data-testid="vials-next" onClick={() => { go(addDays(day, 1)); }} />
        <span style={{ width: 136 }}><DayInput value={day} label={t("stock.vials.day")} testId="vials-day" onChange={(chosen) => { if (chosen !== null) go(chosen); }} /></span>
        <h2 className={styles.title} data-testid="vials-title">{format.date(day).slice(11)}</h2>
        <span className={styles.spring} />
        <Button type="primary" icon={<Syringe aria-hidden size={16} strokeWidth={1.5} />} data-testid="vial-open" onClick={open}>{t("stock.vials.open")} <span className={styles.onPrimary}>N</span></Button>
      </div>
      <Loaded read={book}>
        {(data) => <Day book={data} loading={book.isPlaceholderData} past={day < today} onAct={(kind, vial) => { setDoing({ kind, vial }); }} onReverse={(line) => { setDoing({ kind: "reverse", line }); }} />}
      </Loaded>
      <Dialogs doing={doing} onClose={() => { setDoing(null); }} />
    </div>
  );
}

interface DayProps {
  book: Book;
  loading: boolean;
  past: boolean;
  onAct: (act: VialAct, vial: VialLine) => void;
  onReverse: (line: BookLine) => void;
}

function Day({ book, loading, past, onAct, onReverse }: DayProps) {
  const { t } = useTranslation();
  const products = useProducts();
  const mayReverse = useMay()("keep_stock");
  const sums = daySums(book, products);
  return (
    <>
      <VialCards vials={book.vials.filter(({ givenBack }) => !givenBack)} products={products} onAct={onAct} />
      <div className={styles.table}>
        <BookTable lines={book.lines} products={products} loading={loading} {...(mayReverse ? { onReverse } : {})} />
      </div>
      <p className={styles.sums} data-testid="vial-sums">
        {t(past ? "stock.vials.sumsPast" : "stock.vials.sums", { opened: sums.opened, given: sums.given, wasted: sums.wasted })}{" "}
        <span className={sums.open > 0 ? "caution" : "quiet"}>{t("stock.vials.notAtZero", { count: sums.open })}</span>
      </p>
    </>
  );
}

function Dialogs({ doing, onClose }: { doing: Doing | null; onClose: () => void }) {
  const { t } = useTranslation();
  const products = useProducts();
  if (doing === null) return null;
  if (doing.kind === "open") return <OpenVial scanned={doing.scanned} products={products} onClose={onClose} />;
  if (doing.kind === "reverse") {
    const { line } = doing;
    return <Reverse movement={{ id: line.movement ?? "", word: t(`stock.vials.steps.${line.step}`), lot: line.lot, quantity: line.quantity, at: line.at }} product={products.of(line.product)} onClose={onClose} />;
  }
  const { vial } = doing;
  const product = products.of(vial.product);
  if (doing.kind === "give") return <GiveDose vial={vial} product={product} onClose={onClose} />;
  return doing.kind === "waste" ? <WasteVial vial={vial} product={product} onClose={onClose} /> : <GiveBack vial={vial} product={product} onClose={onClose} />;
}
