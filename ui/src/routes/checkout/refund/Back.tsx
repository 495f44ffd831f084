/** How much of a thing goes back: sessions of each kind, packs and what becomes of them, or money that is kept here. */
import { Checkbox, Input, InputNumber, Radio } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { GoodsFate, Refundable } from "../../../api/generated";
import { money } from "../../../components/format";
import { leave } from "../new/leave";
import type { ThingDraft } from "./draft";
import { partFieldId } from "./problems";
import styles from "./refund.module.css";

interface BackProps {
  thing: Refundable;
  name: string;
  typed: ThingDraft;
  onChange: (typed: ThingDraft) => void;
}

/** Back by one step: out of the field first. */
function blurOnEscape(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key === "Escape" || event.key === "Enter") leave(event);
}

export function SessionsBack({ thing, typed, onChange }: BackProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.entitlements}>
      {thing.entitlements.filter(({ left }) => left > 0).map(({ id, name, left, gift, holder }) => (
        <li key={id}>
          <span>{name} {gift && <span className={styles.mark}>{t("refunds.thing.gift")}</span>} {holder !== "" && <span className="caution">{t("refunds.thing.holder", { name: holder })}</span>}</span>
          <span className="quiet">{t("refunds.thing.left", { left })}</span>
          <InputNumber
            min={0}
            max={left}
            precision={0}
            value={typed.sessions[id] ?? 0}
            suffix={t("checkout.new.unit.procedure")}
            aria-label={t("refunds.thing.sessions", { name: [gift ? t("refunds.thing.gift") : "", name, holder].filter(Boolean).join(" ") })}
            data-testid="refund-sessions"
            style={{ width: 88 }}
            onFocus={(event) => { event.target.select(); }}
            onKeyDown={blurOnEscape}
            onChange={(sessions) => { onChange({ ...typed, sessions: { ...typed.sessions, [id]: sessions ?? 0 } }); }}
          />
        </li>
      ))}
    </ul>
  );
}

const fates: readonly GoodsFate[] = ["restocked", "discarded", "none"];

export function PacksBack({ thing, name, typed, onChange }: BackProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.packs}>
      <span className="quiet">{t("refunds.thing.packsLeft", { packs: thing.packs })}</span>
      {typed.packs > 0 && (
        <Radio.Group value={typed.goods} aria-label={t("refunds.thing.fate", { name })} onChange={(event) => { onChange({ ...typed, goods: event.target.value as GoodsFate }); }}>
          {fates.map((fate) => <Radio key={fate} value={fate} data-testid={`refund-goods-${fate}`}>{t(`refunds.fate.${fate}`)}</Radio>)}
        </Radio.Group>
      )}
      <InputNumber
        min={0}
        max={thing.packs}
        precision={0}
        value={typed.packs}
        suffix={t("checkout.new.unit.product")}
        aria-label={t("refunds.thing.packs", { name })}
        data-testid="refund-packs"
        style={{ width: 88 }}
        onFocus={(event) => { event.target.select(); }}
        onKeyDown={blurOnEscape}
        onChange={(packs) => { onChange({ ...typed, packs: packs ?? 0 }); }}
      />
    </div>
  );
}

export function MoneyBack({ thing, name, typed, onChange }: BackProps) {
  const { t } = useTranslation();
  const [principal, gift, deposit] = thing.kept;
  const chosen = typed.taken || typed.part.trim() !== "";
  const words = thing.item.kind === "overpaid"
    ? t("refunds.thing.money.overpaid", { amount: money(thing.most) })
    : thing.kind === "deposit" ? t("refunds.thing.money.deposit", { amount: money(deposit) }) : t("refunds.thing.money.stored_value", { principal: money(principal), gift: money(gift) });
  return (
    <div className={styles.packs}>
      <Checkbox checked={chosen} data-testid="refund-take" aria-label={t("refunds.thing.take", { name })} onChange={(event) => { onChange({ ...typed, taken: event.target.checked, part: "" }); }}>{words}</Checkbox>
      <Input
        id={partFieldId(thing)}
        inputMode="decimal"
        maxLength={16}
        value={typed.part}
        placeholder={chosen ? t("refunds.thing.partHint") : ""}
        aria-label={t("refunds.thing.part", { name })}
        data-testid="refund-part"
        className={styles.amountInput ?? ""}
        onFocus={(event) => { event.target.select(); }}
        onKeyDown={leave}
        // What was typed and taken off again leaves it chosen: all of it.
        onChange={(event) => { onChange({ ...typed, taken: true, part: event.target.value }); }}
      />
    </div>
  );
}
