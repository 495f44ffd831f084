/** The procedures on a card, a row each: which, sessions that its price pays for, and sessions given on top. */
import { Button, InputNumber, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { ProcedureId } from "../../../api/generated";
import { choices, useDirectory } from "../../../components/directory";
import { useFollow } from "../../../components/useFollow";
import styles from "./billing.module.css";
import { type ItemValue, noItem, sessionsMost } from "./cardValues";

interface CardItemsProps {
  value?: ItemValue[];
  onChange?: (value: ItemValue[]) => void;
  id?: string;
}

export function CardItems({ value = [], onChange, id }: CardItemsProps) {
  const { t } = useTranslation();
  const directory = useDirectory();
  const { root, follow } = useFollow();
  const set = (index: number, change: Partial<ItemValue>) => { onChange?.(value.map((item, at) => (at === index ? { ...item, ...change } : item))); };
  const offered = (chosen: ProcedureId | null) => choices(directory.procedures, chosen).filter((option) => option.value === chosen || value.every(({ procedure }) => procedure !== option.value));
  return (
    <div ref={root} id={id} tabIndex={-1} className={styles.items} data-testid="card-items">
      <div className={styles.itemsHead} aria-hidden><span>{t("billing.settings.procedure")}</span><span>{t("billing.settings.sessions")}</span><span>{t("billing.settings.giftSessions")}</span></div>
      {value.map(({ procedure, sessions, giftSessions }, index) => {
        const name = directory.name(procedure);
        return (
          <div key={index} className={styles.item} data-testid="card-item">
            <Select<ProcedureId>
              value={procedure}
              placeholder={t("billing.settings.chooseProcedure")}
              aria-label={t("billing.settings.procedure")}
              data-testid={`card-procedure-${index}`}
              showSearch={{ optionFilterProp: "label" }}
              options={offered(procedure)}
              onChange={(chosen) => { set(index, { procedure: chosen }); }}
            />
            <InputNumber<number> value={sessions} min={0} max={sessionsMost} precision={0} style={{ width: "100%" }} aria-label={`${name} ${t("billing.settings.sessions")}`} data-testid={`card-sessions-${index}`} onChange={(count) => { set(index, { sessions: count }); }} />
            <InputNumber<number> value={giftSessions} min={0} max={sessionsMost} precision={0} style={{ width: "100%" }} aria-label={`${name} ${t("billing.settings.giftSessions")}`} data-testid={`card-gifts-${index}`} onChange={(count) => { set(index, { giftSessions: count }); }} />
            <Button
              type="text"
              icon={<X aria-hidden size={16} strokeWidth={1.5} />}
              aria-label={t("billing.settings.removeItem", { name })}
              data-testid={`card-remove-${index}`}
              onClick={() => { follow(index); onChange?.(value.filter((_, at) => at !== index)); }}
            />
          </div>
        );
      })}
      <div>
        <Button icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid="card-item-add" onClick={() => { follow(value.length); onChange?.([...value, noItem]); }}>{t("billing.settings.addItem")}</Button>
      </div>
    </div>
  );
}
