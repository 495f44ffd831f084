/** The ways to pay, in the order in which a checkout offers them; each change is kept at once. */
import { Button, Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { wordsFor } from "../../../api/failure";
import type { PaymentMethod } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { isComposing } from "../../../app/shortcuts";
import settings from "../settings.module.css";
import { MethodRow } from "./MethodRow";
import styles from "./billing.module.css";
import { added, edited, moved } from "./methodList";

/** As many as Rust takes. */
const most = 60;

type Change = (now: readonly PaymentMethod[]) => PaymentMethod[];

/** Shows a change at once, and writes one after the other: a name that is left for a switch is written before it. */
function useMethods(read: readonly PaymentMethod[]) {
  const [refused, setRefused] = useState<unknown>(null);
  const set = useWrite("billing.set_methods", { onFailure: (reason) => { setRefused(reason); return true; } });
  // What was changed last, until the list as it is read has followed.
  const [mine, setMine] = useState<{ from: readonly PaymentMethod[]; methods: PaymentMethod[] } | null>(null);
  if (mine && mine.from !== read) setMine(null);
  const methods = mine?.methods ?? read;
  const writes = useRef<Promise<unknown>>(Promise.resolve());
  const change = (by: Change): Promise<boolean> => {
    const next = by(methods);
    setMine({ from: read, methods: next });
    setRefused(null);
    const written = writes.current.then(async () => {
      const done = (await set.run(next)) !== undefined;
      if (!done) setMine(null);
      return done;
    });
    writes.current = written;
    return written;
  };
  return { methods, change, refused };
}

export function Methods({ methods: read, editable }: { methods: readonly PaymentMethod[]; editable: boolean }) {
  const { t } = useTranslation();
  const { methods, change, refused } = useMethods(read);
  const root = useRef<HTMLElement>(null);
  const field = useRef<InputRef>(null);
  const [name, setName] = useState("");
  const wanted = name.trim();
  const full = methods.length >= most;
  const failure = refused === null ? null : wordsFor(t, refused);

  // The button that was pressed may have come to the end: the focus is led on.
  const follow = useRef<string[]>([]);
  useEffect(() => {
    const ids = follow.current;
    follow.current = [];
    const all = [...(root.current?.querySelectorAll("button") ?? [])];
    ids.map((id) => all.find((button) => button.dataset["testid"] === id)).find((button) => button?.disabled === false)?.focus();
  });

  const move = (code: string, by: -1 | 1) => {
    const ids = [`method-up-${code}`, `method-down-${code}`];
    follow.current = by < 0 ? ids : ids.toReversed();
    void change((now) => moved(now, code, by));
  };
  const add = async () => {
    if (wanted !== "" && !full && (await change((now) => added(now, wanted)))) setName("");
    field.current?.focus();
  };
  return (
    <section ref={root} className={settings.group} data-testid="billing-methods">
      <header className={settings.head}>
        <h2>{t("billing.settings.methods")}</h2>
        <span className="quiet">{t("billing.settings.methodsHint")}</span>
      </header>
      <ol className={styles.methods}>
        {methods.map((method, at) => (
          <MethodRow
            key={method.code}
            method={method}
            first={at === 0}
            last={at === methods.length - 1}
            editable={editable}
            onMove={(by) => { move(method.code, by); }}
            onEdit={(part) => change((now) => edited(now, method.code, part))}
          />
        ))}
      </ol>
      {failure && <p role="alert" className="danger" data-testid="methods-failure">{[failure.message, failure.remedy].join(t("common.sentenceGap"))}</p>}
      {editable && (
        <div className={settings.buttons}>
          <Input
            ref={field}
            value={name}
            maxLength={60}
            disabled={full}
            placeholder={t("billing.settings.ownMethod")}
            aria-label={t("billing.settings.ownMethod")}
            data-testid="method-name-new"
            onChange={(event) => { setName(event.target.value); }}
            onKeyDown={(event) => { if (event.key === "Enter" && !isComposing(event)) void add(); }}
          />
          <Button disabled={wanted === "" || full} data-testid="method-add" onClick={() => void add()}>{t("common.add")}</Button>
        </div>
      )}
    </section>
  );
}
