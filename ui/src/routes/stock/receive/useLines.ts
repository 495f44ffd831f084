/** The lines of a delivery as they stand, and the scans that make them, one after the other. */
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import { wordsFor } from "../../../api/failure";
import type { ScanResult } from "../../../api/generated";
import type { Products } from "../products";
import { packWord } from "../units";
import { type Line, type LineField, addScan, emptyLine } from "./lines";

export interface Notice {
  tone: "good" | "caution" | "danger";
  words: string;
  /** Though it came in before. */
  anyway?: ScanResult;
  /** A code that no product has. */
  unknown?: string;
}

/** What Rust says of a line's field, until the field is changed. */
export interface Refused {
  line: string;
  field: LineField;
  words: string;
}

export interface Lines {
  lines: readonly Line[];
  notice: Notice | null;
  refused: Refused | null;
  setRefused: (refused: Refused | null) => void;
  scan: (text: string) => void;
  addAnyway: (result: ScanResult) => void;
  change: (key: string, change: Partial<Line>) => void;
  remove: (key: string) => void;
  /** By hand; gives its key. */
  add: () => string;
  replace: (lines: readonly Line[]) => void;
}

export function useLines(products: Products, onTyped: (lines: readonly Line[]) => void): Lines {
  const { t } = useTranslation();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  // A scan is read while the next one is on its way: each joins the lines that the one before has left.
  const latest = useRef<readonly Line[]>([]);
  const queue = useRef(Promise.resolve());

  const put = (next: readonly Line[]) => {
    latest.current = next;
    setLines(next);
    onTyped(next);
  };
  const take = (result: ScanResult, text: string, anyway: boolean) => {
    const { lines: next, outcome } = addScan(latest.current, result, { key: crypto.randomUUID(), anyway });
    const { kind } = outcome;
    const line = "line" in outcome ? next.find(({ key }) => key === outcome.line) : undefined;
    const product = products.of(line?.product ?? result.product);
    const words = t(`stock.receive.scanned.${kind}`, { product: product.name, lot: line?.lot === "" ? "" : t("stock.lotIs", { lot: line?.lot ?? result.scanned.lot ?? "" }), count: line?.packs ?? 0, pack: packWord(t, product) });
    const tone = kind === "added" || kind === "counted" || kind === "filled" ? "good" : "caution";
    setNotice({ tone, words: words.trim(), ...(kind === "cameBefore" ? { anyway: result } : {}), ...(kind === "unknown" ? { unknown: text } : {}) });
    if (tone === "good") put(next);
  };
  const read = async (text: string) => {
    try {
      take(await call("scan.read", { text }), text, false);
    } catch (reason) {
      const { message, remedy } = wordsFor(t, reason);
      setNotice({ tone: "danger", words: [message, remedy].filter(Boolean).join(t("common.sentenceGap")) });
    }
  };
  return {
    lines,
    notice,
    refused,
    setRefused,
    scan: (text) => { queue.current = queue.current.then(() => read(text)); },
    addAnyway: (result) => { take(result, result.scanned.text, true); },
    change: (key, change) => {
      if (refused?.line === key && refused.field in change) setRefused(null);
      put(latest.current.map((line) => (line.key === key ? { ...line, ...change } : line)));
    },
    remove: (key) => { put(latest.current.filter((line) => line.key !== key)); },
    add: () => {
      const line = emptyLine(crypto.randomUUID());
      put([...latest.current, line]);
      return line.key;
    },
    replace: (next) => {
      setNotice(null);
      setRefused(null);
      put(next);
    },
  };
}
