import { useTranslation } from "react-i18next";
import type { Batch } from "../../../api/generated";
import type { Column } from "../../../components/DataTable";
import { quantity } from "../../../components/decimals";
import { useFormat } from "../../../components/format";
import { type CareDays, expiryState } from "../expiry";
import type { Products } from "../products";
import { packWords, quantityWords } from "../units";
import { Expiry, ProductName, statusWords } from "../words";

export function useBatchColumns({ of }: Products, care: CareDays): Column<Batch>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: "product",
      title: t("stock.product"),
      width: 392,
      text: ({ product }) => [of(product).name, of(product).genericName].filter(Boolean).join(" · "),
      render: ({ product }) => <ProductName product={of(product)} testId="batch-row" />,
    },
    { key: "lot", title: t("stock.lot"), width: 132, text: ({ lot }) => lot },
    {
      key: "expiry",
      title: t("stock.expiresOn"),
      width: 264,
      text: ({ expiresOn, daysLeft }) => [expiresOn, expiryState(t, daysLeft, care).words].filter(Boolean).join(" "),
      render: ({ expiresOn, daysLeft }) => <Expiry expiresOn={format.date(expiresOn)} daysLeft={daysLeft} care={care} />,
    },
    {
      key: "onHand",
      title: t("stock.onHand"),
      width: 168,
      align: "right",
      text: ({ onHand, product }) => quantityWords(t, onHand, of(product)),
      render: ({ onHand, product }) => {
        const packs = packWords(t, onHand, of(product));
        return <span data-testid="batch-on-hand"><span className={onHand < 0 ? "figure danger" : "figure"}>{quantity(onHand, of(product))}</span>{packs !== "" && <span className="quiet"> · {packs}</span>}</span>;
      },
    },
    {
      key: "status",
      title: t("stock.state"),
      width: 264,
      text: (batch) => statusWords(t, batch).words,
      render: (batch) => { const { words, tone } = statusWords(t, batch); return <span className={tone} title={words} data-testid="batch-state">{words}</span>; },
    },
  ];
}
