/** A code in words: its product, its batch and days, and every element of it. */
import { useTranslation } from "react-i18next";
import type { Element, ScanResult } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { Loaded } from "../../components/States";
import { useFormat } from "../../components/format";
import { KnownProduct, UnknownProduct } from "./Product";
import { expiryState } from "./expiry";
import { identifierWord } from "./identifiers";
import styles from "./scan.module.css";
import { visible } from "./visible";

export function Reading({ result, raw }: { result: ScanResult; raw: string }) {
  const { t } = useTranslation();
  const catalogue = useRead("catalogue", "catalogue.all", {});
  const { scanned, packReceived, packUsed } = result;
  const { productCode } = scanned;
  return (
    <>
      <section className={styles.part} data-testid="scan-product">
        <h2>{t("scan.product")}</h2>
        <Loaded read={catalogue} rows={2}>
          {({ products }) => {
            // What was read off a picture is not asked again; the catalogue tells once a product has got the code.
            const product = products.find(({ id }) => id === result.product) ?? products.find(({ codes }) => productCode !== null && codes.includes(productCode));
            if (product) return <KnownProduct product={product} />;
            return productCode === null ? <p className="quiet">{t("scan.noProductCode")}</p> : <UnknownProduct code={productCode} products={products} />;
          }}
        </Loaded>
      </section>
      {packUsed ? <p role="alert" className="danger" data-testid="scan-pack-used">{t("scan.packUsed")}</p> : packReceived && <p className="quiet" data-testid="scan-pack-received">{t("scan.packReceived")}</p>}
      <Facts result={result} />
      {scanned.elements.length > 0 && <Elements elements={scanned.elements} />}
      <Raw text={raw} />
    </>
  );
}

function Facts({ result: { scanned } }: { result: ScanResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { lot, expiresOn, producedOn, serial, kind, productCode } = scanned;
  const expiry = expiresOn === null ? null : expiryState(t, expiresOn, format.today());
  return (
    <dl className={styles.facts}>
      {lot !== null && <><dt>{t("scan.lot")}</dt><dd className={`figure ${styles.code ?? ""}`} data-testid="scan-lot">{lot}</dd></>}
      {expiresOn !== null && expiry && (
        <>
          <dt>{t("scan.expiresOn")}</dt>
          <dd className="figure" data-testid="scan-expiry" data-tone={expiry.tone}>{format.date(expiresOn)} <span className={expiry.tone === "" ? "quiet" : expiry.tone}>{expiry.words}</span></dd>
        </>
      )}
      {producedOn !== null && <><dt>{t("scan.producedOn")}</dt><dd data-testid="scan-produced">{format.date(producedOn)}</dd></>}
      {serial !== null && <><dt>{t("scan.serial")}</dt><dd className={styles.code} data-testid="scan-serial">{serial}</dd></>}
      {productCode !== null && <><dt>{t("scan.productCode")}</dt><dd className={styles.code} data-testid="scan-code">{productCode}</dd></>}
      <dt>{t("scan.kindLabel")}</dt><dd data-testid="scan-kind">{t(`scan.kind.${kind}`)}</dd>
    </dl>
  );
}

function Elements({ elements }: { elements: readonly Element[] }) {
  const { t } = useTranslation();
  return (
    <section className={styles.part}>
      <h2 id="scan-elements">{t("scan.elements")}</h2>
      <table className={styles.elements} aria-labelledby="scan-elements" data-testid="scan-elements">
        <thead>
          <tr>
            <th scope="col">{t("scan.columns.ai")}</th>
            <th scope="col">{t("scan.columns.meaning")}</th>
            <th scope="col">{t("scan.columns.value")}</th>
            <th scope="col">{t("scan.columns.date")}</th>
          </tr>
        </thead>
        <tbody>
          {elements.map(({ ai, title, value, date }, index) => (
            <tr key={`${ai} ${index}`} data-testid="scan-element">
              <td className={styles.code}>{ai}</td>
              <td>{identifierWord(t, ai, title)}</td>
              <td className={styles.code}>{visible(value)}</td>
              <td>{date ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Raw({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <section className={styles.part}>
      <h2>{t("scan.raw")}</h2>
      <p className={`quiet ${styles.code ?? ""}`} data-testid="scan-raw">{visible(text)}</p>
    </section>
  );
}
