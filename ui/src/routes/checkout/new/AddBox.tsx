/** One field puts anything on the checkout: type, Enter takes the first found, or the one the arrows chose. A pack's code works wherever the caret stands. */
import { App, Input, type InputRef } from "antd";
import { Plus } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../../api/call";
import { useShowFailure } from "../../../api/hooks";
import { useScan } from "../../../app/scanner";
import { isComposing } from "../../../app/shortcuts";
import { useTypeToSearch } from "../../../components/typeToSearch";
import { packScanned } from "../../stock/scanned";
import styles from "./new.module.css";
import { type Offer, found } from "./offers";
import { fieldIds } from "./problems";

interface AddBoxProps {
  offers: readonly Offer[];
  autoFocus: boolean;
  onAdd: (offer: Offer) => void;
}

export function AddBox({ offers, autoFocus, onAdd }: AddBoxProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const showFailure = useShowFailure();
  const field = useRef<InputRef>(null);
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const hits = open ? found(offers, query) : [];
  useTypeToSearch(field);
  useEffect(() => { document.getElementById(`${fieldIds.add}-${at}`)?.scrollIntoView({ block: "nearest" }); }, [at]);

  const settle = () => {
    setQuery("");
    setOpen(false);
    setAt(0);
  };
  const take = (offer: Offer) => {
    settle();
    onAdd(offer);
  };
  const scanned = async (code: string) => {
    try {
      const { product, batch, packUsed } = await call("scan.read", { text: code });
      const offer = offers.find(({ item }) => item.kind === "product" && item.product === product);
      if (packUsed) message.error({ content: t("checkout.new.packUsed"), key: "checkout-add" });
      // The pack at hand is sold, not another of its kind.
      else if (offer?.item.kind === "product") take({ ...offer, item: { ...offer.item, batch } });
      else message.info({ content: t("checkout.new.addNone"), key: "checkout-add" });
    } catch (reason) {
      showFailure(reason);
    }
  };
  useScan(packScanned, (code) => void scanned(code));
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const hit = hits[at];
    if (event.key === "Enter" && query.trim() !== "") {
      // The page's own Enter takes the money.
      if (hit) take(hit);
    } else if (event.key === "Enter" && hit) take(hit);
    else if (event.key === "ArrowDown") {
      if (open) setAt(Math.min(at + 1, hits.length - 1));
      setOpen(true);
    } else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Escape" && (open || query !== "")) settle();
    else if (event.key === "Escape") field.current?.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={styles.add}>
      <Input
        ref={field}
        id={fieldIds.add}
        autoFocus={autoFocus}
        size="large"
        value={query}
        maxLength={200}
        placeholder={t("checkout.new.addHint")}
        aria-label={t("checkout.new.add")}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${fieldIds.add}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={hits[at] ? `${fieldIds.add}-${at}` : undefined}
        data-testid="checkout-add"
        prefix={<Plus aria-hidden size={18} strokeWidth={1.5} className="quiet" />}
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(event.target.value.trim() !== "");
          setAt(0);
        }}
        onBlur={() => { setOpen(false); }}
        onKeyDown={onKeyDown}
      />
      <div id={`${fieldIds.add}-hits`} role="listbox" aria-label={t("checkout.new.add")} className={`${styles.hits ?? ""} scrolls`} hidden={!open}>
        {hits.map((offer, index) => (
          // The field has the keys; the pointer may take one directly, before the field loses the caret.
          <div
            key={offer.id}
            id={`${fieldIds.add}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.hit}
            data-testid="checkout-add-hit"
            onMouseDown={(event) => { event.preventDefault(); take(offer); }}
          >
            <span className={styles.hitGroup}>{t(`checkout.new.group.${offer.group}`)}</span>
            <span className={styles.hitName}>{offer.name}</span>
            <span className="quiet">{offer.note}</span>
          </div>
        ))}
        {open && hits.length === 0 && <div role="option" tabIndex={-1} aria-selected={false} aria-disabled className={styles.hit}><span className="quiet" data-testid="checkout-add-none">{t("checkout.new.addNone")}</span></div>}
      </div>
    </div>
  );
}
