/** The product that a code names; or, where none has it, the two ways to change that. */
import { App, Button, Select } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Product } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import { useMay } from "../../app/session";
import { itemPath, newProductPath } from "../settings/catalogue/items";
import { kindWords } from "../settings/catalogue/words";
import { closeScan } from "./asked";
import styles from "./scan.module.css";

/** Once the panel's lock is off the focus: what is opened takes it. */
function instead(open: () => void): void {
  closeScan();
  window.setTimeout(open, 0);
}

export function KnownProduct({ product }: { product: Product }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { name, genericName, manufacturer, registrationNumber, specification, active } = product;
  return (
    <div className={styles.product}>
      <div>
        <p className={styles.name}>{name} {!active && <span className="quiet">{t("catalogue.inactive")}</span>}</p>
        {genericName !== "" && <p>{genericName}</p>}
        <p className="quiet">{[kindWords(t, product), specification, manufacturer].filter(Boolean).join(" · ")}</p>
        <p className="quiet" data-testid="scan-registration">{registrationNumber === "" ? t("catalogue.noRegistration") : registrationNumber}</p>
      </div>
      <Button
        type="primary"
        autoFocus
        data-testid="scan-open-product"
        onClick={() => { instead(() => void navigate(itemPath("products", product.id))); }}
      >
        {t("scan.openProduct")}
      </Button>
    </div>
  );
}

export function UnknownProduct({ code, products }: { code: string; products: readonly Product[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay()("edit_products");
  const [choosing, setChoosing] = useState(false);
  return (
    <div className={styles.unknown} data-testid="scan-unknown">
      <p>{t("scan.unknownProduct")} <span className={styles.code}>{code}</span></p>
      <p className="quiet">{t(mayEdit ? "scan.unknownProductHint" : "scan.askToAdd")}</p>
      {mayEdit && !choosing && (
        <div className={styles.buttons}>
          <Button
            type="primary"
            autoFocus
            data-testid="scan-new-product"
            onClick={() => { instead(() => void navigate(newProductPath(code))); }}
          >
            {t("scan.newProduct")}
          </Button>
          <Button data-testid="scan-to-existing" onClick={() => { setChoosing(true); }}>{t("scan.toExisting")}</Button>
        </div>
      )}
      {mayEdit && choosing && <AddCode code={code} products={products} onBack={() => { setChoosing(false); }} />}
    </div>
  );
}

interface AddCodeProps {
  code: string;
  products: readonly Product[];
  onBack: () => void;
}

function AddCode({ code, products, onBack }: AddCodeProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const set = useWrite("catalogue.set_product");
  const [chosen, setChosen] = useState<string | null>(null);
  const product = products.find(({ id }) => id === chosen);
  const add = async () => {
    if (!product) return;
    // All else of it stays as it is.
    if (await set.run({ ...product, codes: [...product.codes, code] })) message.success(t("scan.codeAdded", { name: product.name }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Esc goes back one step: out of the open list first, then out of the choice, and the panel stays.
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    if (event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true") return;
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    onBack();
  };
  return (
    <div role="group" aria-label={t("scan.toExisting")} className={styles.buttons}>
      <Select<string>
        autoFocus
        value={chosen}
        placeholder={t("scan.chooseProduct")}
        aria-label={t("scan.chooseProduct")}
        data-testid="scan-existing"
        style={{ flex: 1 }}
        showSearch={{ optionFilterProp: "words" }}
        options={products.filter(({ active }) => active).map(({ id, name, genericName, specification }) => ({ value: id, label: [name, specification].filter(Boolean).join(" · "), words: `${name} ${genericName} ${specification}` }))}
        onChange={setChosen}
        onKeyDown={onKeyDown}
      />
      <Button type="primary" disabled={!product} loading={set.pending} data-testid="scan-add-code" onClick={() => void add()}>{t("scan.addCode")}</Button>
      <Button onClick={onBack}>{t("common.back")}</Button>
    </div>
  );
}
