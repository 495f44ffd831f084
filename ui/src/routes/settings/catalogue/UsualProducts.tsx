/** The products that a procedure usually takes, a row each: which, and how much of it in its own unit. */
import { Button, Input, Select } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Product } from "../../../api/generated";
import { useFollow } from "../../../components/useFollow";
import styles from "./catalogue.module.css";
import type { UsualValue } from "./values";

interface UsualProductsProps {
  value?: UsualValue[];
  onChange?: (value: UsualValue[]) => void;
  products: readonly Product[];
  editable: boolean;
  id?: string;
}

export function UsualProducts({ value = [], onChange, products, editable, id }: UsualProductsProps) {
  const { t } = useTranslation();
  const { root, follow } = useFollow();
  const set = (index: number, change: Partial<UsualValue>) => { onChange?.(value.map((usual, at) => (at === index ? { ...usual, ...change } : usual))); };
  const options = (chosen: string | null) =>
    products
      .filter((product) => product.id === chosen || (product.active && value.every(({ productId }) => productId !== product.id)))
      .map(({ id: product, name, genericName }) => ({ value: product, label: name, words: `${name} ${genericName}` }));
  return (
    <div ref={root} id={id} tabIndex={-1} className={styles.usual} data-testid="procedure-usual">
      {value.map(({ productId, quantity }, index) => {
        const product = products.find((other) => other.id === productId);
        return (
          <div key={index} className={styles.usualLine} data-testid="usual-line">
            <Select<string>
              value={productId}
              placeholder={t("catalogue.chooseProduct")}
              aria-label={t("catalogue.product")}
              data-testid={`usual-product-${index}`}
              showSearch={{ optionFilterProp: "words" }}
              options={options(productId)}
              onChange={(chosen) => { set(index, { productId: chosen }); }}
            />
            <Input
              value={quantity}
              inputMode="decimal"
              maxLength={16}
              suffix={<span className="quiet">{product?.unit ?? ""}</span>}
              aria-label={`${product?.name ?? ""} ${t("catalogue.quantity")}`}
              data-testid={`usual-quantity-${index}`}
              onChange={(event) => { set(index, { quantity: event.target.value }); }}
            />
            {editable && (
              <Button
                type="text"
                icon={<X aria-hidden size={16} strokeWidth={1.5} />}
                aria-label={t("catalogue.removeUsual", { name: product?.name ?? "" })}
                data-testid={`usual-remove-${index}`}
                onClick={() => { follow(index); onChange?.(value.filter((_, at) => at !== index)); }}
              />
            )}
          </div>
        );
      })}
      {editable && (
        <div>
          <Button icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid="usual-add" onClick={() => { follow(value.length); onChange?.([...value, { productId: null, quantity: "" }]); }}>{t("catalogue.addUsual")}</Button>
        </div>
      )}
    </div>
  );
}
