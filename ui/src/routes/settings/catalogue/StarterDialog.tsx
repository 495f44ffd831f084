/** What clinics usually offer and use, chosen from in one go: what is not there yet is ticked already. */
import { App, Button, Checkbox, Input, Switch } from "antd";
import { Search } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProductKind, Specialty, StarterItem } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import { Modal } from "../../../components/dialogs";
import { Loaded } from "../../../components/States";
import styles from "./catalogue.module.css";

const keyOf = ({ item, name }: StarterItem) => `${item} ${name}`;

export function StarterDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const items = useRead("catalogue", "catalogue.starter", {});
  return (
    <Modal open title={t("catalogue.starter.title")} width={880} style={{ top: 40 }} footer={null} onCancel={onDone}>
      <Loaded read={items} rows={8}>{(all) => <Choose items={all} onDone={onDone} />}</Loaded>
    </Modal>
  );
}

function Choose({ items, onDone }: { items: readonly StarterItem[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const add = useWrite("catalogue.add_starter");
  const [query, setQuery] = useState("");
  const [withPrices, setWithPrices] = useState(false);
  // What was taken off, not what is ticked: all is ticked to begin with.
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const offered = items.filter(({ present }) => !present);
  const chosen = offered.filter((item) => !without.has(keyOf(item)));
  const names = (kind: StarterItem["item"]) => chosen.filter(({ item }) => item === kind).map(({ name }) => name);
  const procedures = names("procedure");
  const products = names("product");
  const wanted = query.trim().toLowerCase();
  const groups = new Map<string, StarterItem[]>();
  for (const one of items) {
    if (one.name.toLowerCase().includes(wanted)) groups.set(`${one.item} ${one.group}`, [...(groups.get(`${one.item} ${one.group}`) ?? []), one]);
  }
  const tick = (some: readonly StarterItem[], ticked: boolean) => {
    const next = new Set(without);
    for (const one of some) {
      if (ticked) next.delete(keyOf(one));
      else next.add(keyOf(one));
    }
    setWithout(next);
  };
  const run = async () => {
    const done = await add.run({ procedures, products, withPrices });
    if (!done) return;
    message.success({ content: <span data-testid="starter-added">{t("catalogue.starter.added", { added: done.output.new })}</span>, duration: 5 });
    onDone();
  };
  return (
    <div className={styles.dialog} data-testid="starter">
      <p className="quiet">{offered.length === 0 ? t("catalogue.starter.allPresent") : [t("catalogue.starter.intro"), t("catalogue.starter.products")].join(t("common.sentenceGap"))}</p>
      <Input
        autoFocus
        allowClear
        value={query}
        placeholder={t("catalogue.starter.search")}
        aria-label={t("catalogue.starter.search")}
        data-testid="starter-search"
        prefix={<Search aria-hidden size={16} strokeWidth={1.5} className="quiet" />}
        onChange={(event) => { setQuery(event.target.value); }}
        onKeyDown={(event) => {
          // Esc empties the search first; a second one goes back.
          if (event.key !== "Escape" || query === "" || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          event.nativeEvent.stopImmediatePropagation();
          setQuery("");
        }}
      />
      <div className={`${styles.groups ?? ""} scrolls`}>
        {[...groups].map(([key, group]) => <Group key={key} group={group} without={without} onTick={tick} />)}
        {groups.size === 0 && <p className="quiet" style={{ paddingBlock: 24, textAlign: "center" }}>{t("catalogue.nothingFound", { query: query.trim() })}</p>}
      </div>
      <div className={styles.active}>
        <Switch id="starter-prices" size="small" checked={withPrices} data-testid="starter-prices" onChange={setWithPrices} />
        <label htmlFor="starter-prices">{t("catalogue.starter.withPrices")}</label>
        <span className="quiet">{t("catalogue.starter.pricesHint")}</span>
      </div>
      <div className={styles.dialogFoot}>
        <Button type="primary" loading={add.pending} disabled={chosen.length === 0} data-testid="starter-add" onClick={() => void run()}>
          {chosen.length === 0 ? t("catalogue.starter.nothing") : t("catalogue.starter.add", { procedures: procedures.length, products: products.length })}
        </Button>
        <Button data-testid="starter-back" onClick={onDone}>{t("common.back")}</Button>
        {procedures.length > 0 && <span className="quiet">{t("catalogue.starter.needed")}</span>}
      </div>
    </div>
  );
}

interface GroupProps {
  group: readonly StarterItem[];
  without: ReadonlySet<string>;
  onTick: (items: readonly StarterItem[], ticked: boolean) => void;
}

function Group({ group, without, onTick }: GroupProps) {
  const { t } = useTranslation();
  const [first] = group;
  if (!first) return null;
  const offered = group.filter(({ present }) => !present);
  const ticked = offered.filter((item) => !without.has(keyOf(item)));
  const procedure = first.item === "procedure";
  const title = t("catalogue.starter.group", {
    kind: t(procedure ? "catalogue.starter.procedure" : "catalogue.starter.product"),
    group: procedure ? t(`common.specialty.${first.group as Specialty}`) : t(`catalogue.kind.${first.group as ProductKind}`),
  });
  return (
    <section>
      <div className={styles.groupHead}>
        <Checkbox
          disabled={offered.length === 0}
          checked={offered.length > 0 && ticked.length === offered.length}
          indeterminate={ticked.length > 0 && ticked.length < offered.length}
          data-testid={`starter-group-${first.group}`}
          onChange={(event) => { onTick(offered, event.target.checked); }}
        >
          <b>{title}</b>
        </Checkbox>
        <span className="quiet">{t("catalogue.starter.chosen", { chosen: ticked.length, all: offered.length })}</span>
      </div>
      <div className={styles.offers}>
        {group.map((item) => (
          <Checkbox key={keyOf(item)} disabled={item.present} checked={!item.present && !without.has(keyOf(item))} data-testid="starter-item" onChange={(event) => { onTick([item], event.target.checked); }}>
            {item.name} {item.present && <span className="quiet">{t("catalogue.starter.present")}</span>}
          </Checkbox>
        ))}
      </div>
    </section>
  );
}
