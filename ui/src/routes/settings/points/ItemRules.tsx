/** What earns otherwise than the rest, a row each: which, and how many times as much; 0 for nothing. */
import { Button, Input, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { CourseCard } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { useFollow } from "../../../components/useFollow";
import styles from "./points.module.css";
import { type ItemValue, itemKey, itemOf, itemsMost } from "./ruleValues";
import { useNames } from "./useNames";
import { itemName } from "./words";

const specialties = ["surgery", "dermatology", "dentistry", "tcm"] as const;

interface ItemRulesProps {
  cards: readonly CourseCard[];
  value?: ItemValue[];
  onChange?: (value: ItemValue[]) => void;
  id?: string;
}

export function ItemRules({ cards, value = [], onChange, id }: ItemRulesProps) {
  const { t } = useTranslation();
  const names = useNames(cards);
  const catalogue = useRead("catalogue", "catalogue.all", {});
  const { root, follow } = useFollow();
  const set = (index: number, change: Partial<ItemValue>) => { onChange?.(value.map((item, at) => (at === index ? { ...item, ...change } : item))); };
  const option = (key: string) => ({ value: key, label: itemName(t, itemOf(key), names) });
  const sold = (kind: "procedure" | "card" | "product", all: readonly { id: string; active: boolean }[]) => all.filter(({ active }) => active).map((thing) => itemKey({ kind, id: thing.id }));
  const groups = [
    { group: "kinds", keys: ["cards", "products", ...specialties.map((specialty) => itemKey({ kind: "specialty", specialty }))] },
    { group: "procedures", keys: sold("procedure", catalogue.data?.procedures ?? []) },
    { group: "cards", keys: sold("card", cards) },
    { group: "products", keys: sold("product", (catalogue.data?.products ?? []).filter(({ retailPrice }) => retailPrice !== null)) },
  ] as const;
  const offered = (chosen: string | null) => {
    const free = (key: string) => key === chosen || value.every(({ item }) => item !== key);
    const all = groups.map(({ group, keys }) => ({ label: t(`pointsRules.group.${group}`), options: keys.filter(free).map(option) }));
    // What is not sold any more keeps its name.
    return chosen === null || groups.some(({ keys }) => keys.some((key) => key === chosen)) ? all : [...all, { label: "", options: [option(chosen)] }];
  };
  return (
    <div ref={root} id={id} tabIndex={-1} className={styles.items} data-testid="points-items">
      {value.map(({ item, times }, index) => {
        const name = item === null ? "" : itemName(t, itemOf(item), names);
        return (
          <div key={index} className={styles.item}>
            <Select<string>
              value={item}
              placeholder={t("pointsRules.field.chooseItem")}
              aria-label={t("pointsRules.field.chooseItem")}
              showSearch={{ optionFilterProp: "label" }}
              options={offered(item)}
              data-testid={`points-item-${index}`}
              onChange={(chosen) => { set(index, { item: chosen }); }}
            />
            <Input inputMode="decimal" maxLength={8} prefix="×" value={times} aria-label={t("pointsRules.field.timesOf", { name })} data-testid={`points-item-times-${index}`} onChange={(event) => { set(index, { times: event.target.value }); }} />
            <Button type="text" icon={<X aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("pointsRules.field.removeItem", { name })} data-testid={`points-item-remove-${index}`} onClick={() => { follow(index); onChange?.(value.filter((_, at) => at !== index)); }} />
          </div>
        );
      })}
      <div>
        <Button disabled={value.length >= itemsMost} icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid="points-item-add" onClick={() => { follow(value.length); onChange?.([...value, { item: null, times: "0" }]); }}>{t("pointsRules.field.addItem")}</Button>
      </div>
    </div>
  );
}
