/** One delivery: who brought it and who looked at it, its lines, and the picture of its note. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { DeliveredLine, Delivery } from "../../../api/generated";
import { useMay } from "../../../app/session";
import { Drawer } from "../../../components/dialogs";
import { useFormat } from "../../../components/format";
import { Reverse, type Reversible } from "../Reverse";
import { batchPath } from "../places";
import type { Products } from "../products";
import styles from "../stock.module.css";
import { quantityWords } from "../units";
import { NoteShown } from "./NoteShown";

interface DeliveryDrawerProps {
  delivery: Delivery | null;
  products: Products;
  onClose: () => void;
}

export function DeliveryDrawer({ delivery, products, onClose }: DeliveryDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={delivery !== null}
      size={960}
      title={delivery === null ? "" : t("stock.delivery.title", { supplier: delivery.supplier, date: delivery.receivedOn })}
      destroyOnHidden
      data-testid="delivery-drawer"
      onClose={onClose}
    >
      {delivery && <Inside key={delivery.id} delivery={delivery} products={products} />}
    </Drawer>
  );
}

function Inside({ delivery, products }: { delivery: Delivery; products: Products }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reversing, setReversing] = useState<{ movement: Reversible; line: DeliveredLine } | null>(null);
  const { licenceNumber, noteNumber, receivedOn, at, by, inspectedBy, witness, inspection, noteMediaType } = delivery;
  const facts = [
    { word: t("stock.supplier.licenceNumber"), value: licenceNumber },
    { word: t("stock.receive.noteNumber"), value: noteNumber },
    { word: t("stock.receive.receivedOn"), value: format.date(receivedOn) },
    { word: t("stock.receive.inspectedBy"), value: [inspectedBy ?? "", inspection].filter(Boolean).join(" · ") },
    { word: t("stock.delivery.enteredBy"), value: [by ?? "", format.moment(at)].filter(Boolean).join(" · ") },
    ...(witness === null ? [] : [{ word: t("stock.secondPerson"), value: witness }]),
  ];
  return (
    <div className={styles.delivery}>
      <dl className={styles.facts}>
        {facts.map(({ word, value }) => <div key={word}><dt>{word}</dt><dd>{value === "" ? <span className="quiet">{t("common.none")}</span> : value}</dd></div>)}
      </dl>
      <LineTable delivery={delivery} products={products} onReverse={(line) => { setReversing({ line, movement: { id: line.movement, word: t("stock.movement.received"), lot: line.lot, quantity: line.quantity, at: null } }); }} />
      {noteMediaType === null ? <p className="quiet">{t("stock.delivery.noNote")}</p> : <NoteShown delivery={delivery.id} />}
      {reversing && <Reverse movement={reversing.movement} product={products.of(reversing.line.product)} onClose={() => { setReversing(null); }} />}
    </div>
  );
}

interface LineTableProps {
  delivery: Delivery;
  products: Products;
  onReverse: (line: DeliveredLine) => void;
}

function LineTable({ delivery, products, onReverse }: LineTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const may = useMay();
  const mayOpen = may("see_batch_clients");
  return (
    <table className={styles.plainTable} aria-label={t("stock.delivery.lines")} data-testid="delivery-lines">
      <thead>
        <tr>
          <th scope="col">{t("stock.product")}</th>
          <th scope="col">{t("stock.lot")}</th>
          <th scope="col">{t("stock.expiresOn")}</th>
          <th scope="col" className={styles.right}>{t("stock.quantity")}</th>
          <th scope="col" className={styles.right}>{t("stock.receive.price")}</th>
          <th scope="col"><span className="unseen">{t("stock.acts")}</span></th>
        </tr>
      </thead>
      <tbody>
        {delivery.lines.map((line) => {
          const product = products.of(line.product);
          return (
            <tr key={line.movement} data-testid="delivery-line" data-reversed={line.reversed ? "" : undefined}>
              <td>{product.name}</td>
              <td>{mayOpen ? <Button type="link" size="small" style={{ padding: 0 }} data-testid="delivery-batch" onClick={() => void navigate(batchPath(line.batch))}>{line.lot}</Button> : line.lot}</td>
              <td>{line.expiresOn}</td>
              <td className={styles.right}>{quantityWords(t, line.quantity, product)}</td>
              <td className={styles.right}>{line.price === null ? "" : format.money(line.price)}</td>
              <td className={styles.right}>
                {line.reversed ? <span className="quiet">{t("stock.reverse.was")}</span> : may("keep_stock") && <Button type="text" size="small" data-testid="delivery-reverse" onClick={() => { onReverse(line); }}>{t("stock.reverse.open")}</Button>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
