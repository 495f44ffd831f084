/** Where every unit of a batch went, as an equation. */
import { useTranslation } from "react-i18next";
import type { BatchFile, Product } from "../../../api/generated";
import { quantity } from "../../../components/decimals";
import styles from "../stock.module.css";
import { quantityWords, signedWords } from "../units";

export function Figures({ file, product }: { file: BatchFile; product: Product }) {
  const { t } = useTranslation();
  const { received, counted, used, wasted, returned, batch } = file;
  const parts = [
    { key: "received", before: "", words: quantity(received, product) },
    ...(counted === 0 ? [] : [{ key: "counted", before: "", words: signedWords(counted, product) } as const]),
    { key: "used", before: "=", words: quantity(used, product) },
    { key: "wasted", before: "+", words: quantity(wasted, product) },
    { key: "returned", before: "+", words: quantity(returned, product) },
    { key: "onHand", before: "+", words: quantityWords(t, batch.onHand, product) },
  ] as const;
  return (
    <dl className={styles.figures} data-testid="batch-figures">
      {parts.map(({ key, before, words }) => (
        <div key={key} {...(before === "" ? {} : { "data-before": before })}>
          <dt>{t(`stock.batch.${key}`)}</dt>
          <dd data-testid={`batch-${key}`}>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
