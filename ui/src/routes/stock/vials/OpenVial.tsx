/** Takes a vial out and opens it: the batch that expires first is proposed, a scan of the vial says which it is. */
import { Button, Form, Input, Select, Switch } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { call } from "../../../api/call";
import { wordsFor } from "../../../api/failure";
import type { Batch, BatchId, ScanResult } from "../../../api/generated";
import { useRead, useWrite } from "../../../api/hooks";
import { useScan } from "../../../app/scanner";
import { useMay } from "../../../app/session";
import { isComposing } from "../../../app/shortcuts";
import { EmptyState, LoadingRows } from "../../../components/States";
import { Modal } from "../../../components/dialogs";
import { type WitnessValues, witnessIn, witnessPaths } from "../../../components/witness";
import { looksLikeCode } from "../../scan/codes";
import { ActDialog } from "../ActDialog";
import { useStockFailure } from "../failures";
import { receivePath } from "../places";
import type { Products } from "../products";
import { packIn } from "../scanned";
import styles from "../stock.module.css";
import { quantityWords } from "../units";

interface Values {
  batch: BatchId | null;
  unitCode: string;
  shared: boolean;
}

interface OpenVialProps {
  /** What was scanned to open it; null where nothing was. */
  scanned: ScanResult | null;
  products: Products;
  onClose: () => void;
}

export function OpenVial(props: OpenVialProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayReceive = useMay()("keep_stock");
  const { products, onClose } = props;
  const read = useRead("stock", "stock.batches", { usedUp: false });
  const usable = (read.data ?? []).filter((batch) => products.of(batch.product).toxin && batch.status === "released" && batch.daysLeft >= 0 && batch.onHand > 0);
  if (usable.length > 0) return <OpenForm {...props} batches={usable} />;
  return (
    <Modal open title={t("stock.vials.open")} footer={null} width={520} onCancel={onClose}>
      {read.isPending ? <LoadingRows rows={3} /> : <EmptyState title={t("stock.vials.nothingToOpen")} hint={t("stock.vials.nothingToOpenHint")} action={mayReceive ? <Button type="primary" data-testid="vial-opening-receive" onClick={() => { onClose(); void navigate(receivePath); }}>{t("stock.receive.title")}</Button> : null} />}
    </Modal>
  );
}

function OpenForm({ scanned, products, batches, onClose }: OpenVialProps & { batches: readonly Batch[] }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values & WitnessValues>();
  const failed = useStockFailure(form, () => products.of(batches.find(({ id }) => id === form.getFieldValue("batch"))?.product ?? null), "batch");
  const open = useWrite("vials.open", { form, fields: witnessPaths, onFailure: failed, done: t("stock.vials.opened") });
  const named = batches.find(({ id }) => id === scanned?.batch);

  const apply = ({ scanned: code, product, batch, packUsed }: ScanResult) => {
    const usable = batches.find(({ id }) => id === batch);
    const problem = product !== null && !products.of(product).toxin ? t("stock.vials.notToxin", { product: products.of(product).name })
      : packUsed ? t("stock.vials.packUsed")
      : !usable ? t("stock.vials.notUsable", { lot: code.lot ?? "" })
      : null;
    if (usable) form.setFieldValue("batch", usable.id);
    form.setFieldValue("unitCode", code.unitCode ?? "");
    form.setFields([{ name: "unitCode", errors: problem === null ? [] : [problem] }]);
  };
  const readCode = async (text: string) => {
    try {
      apply(await call("scan.read", { text }));
    } catch (reason) {
      const { message, remedy } = wordsFor(t, reason);
      form.setFields([{ name: "unitCode", errors: [[message, remedy].filter(Boolean).join(t("common.sentenceGap"))] }]);
    }
  };
  useScan(packIn, (text) => void readCode(text));
  /** Pasted or typed as it stands on the pack. */
  const take = (typed: string) => { if (looksLikeCode(typed)) void readCode(typed.trim()); };

  return (
    <ActDialog<Values>
      name="vial-opening"
      // What was scanned is not covered by what was typed before.
      about={scanned?.scanned.text ?? ""}
      title={t("stock.vials.open")}
      form={form}
      initial={{ batch: (named ?? batches[0])?.id ?? null, unitCode: named && !scanned?.packUsed ? (scanned?.scanned.unitCode ?? "") : "", shared: false }}
      witnessed
      submit={<Chosen batches={batches}>{(chosen) => (chosen ? t("stock.vials.openDo", { product: products.of(chosen.product).name }) : t("stock.vials.open"))}</Chosen>}
      pending={open.pending}
      width={600}
      run={async ({ batch, unitCode, shared, witness }) => (await open.run({ input: { batch: batch ?? "", unitCode: unitCode.trim() === "" ? null : unitCode.trim(), shared }, witness: witnessIn({ witness }) })) !== undefined}
      onClose={onClose}
    >
      {scanned !== null && !named && <p role="status" className={`caution ${styles.what ?? ""}`} data-testid="vial-opening-notice">{t("stock.vials.notUsable", { lot: scanned.scanned.lot ?? "" })}</p>}
      {scanned?.packUsed && <p role="status" className={`caution ${styles.what ?? ""}`}>{t("stock.vials.packUsed")}</p>}
      <Form.Item name="batch" label={t("stock.lot")} rules={[{ required: true, message: t("common.required") }]} extra={<Chosen batches={batches}>{(chosen) => <Earlier chosen={chosen} batches={batches} />}</Chosen>}>
        <Select<BatchId>
          showSearch={{ optionFilterProp: "label" }}
          data-testid="vial-opening-batch"
          options={batches.map(({ id, product, lot, expiresOn, onHand }) => ({ value: id, label: `${products.of(product).name} · ${lot}`, note: `${t("stock.until", { date: expiresOn })} · ${quantityWords(t, onHand, products.of(product))}` }))}
          optionRender={({ data }) => <span>{data.label} <span className="quiet">{data.note}</span></span>}
        />
      </Form.Item>
      <Form.Item name="unitCode" label={t("stock.vials.unitCode")} extra={t("stock.vials.unitCodeHint")}>
        <Input
          autoFocus
          allowClear
          maxLength={400}
          placeholder={t("stock.vials.scanHint")}
          data-testid="vial-opening-code"
          onBlur={(event) => { take(event.target.value); }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || isComposing(event) || event.currentTarget.value.trim() === "") return;
            // The code is there; what is still missing is the second person.
            event.preventDefault();
            form.focusField(form.getFieldValue(witnessPaths.staffId) === undefined ? witnessPaths.staffId : witnessPaths.pin);
          }}
        />
      </Form.Item>
      <div className={styles.switch}>
        <Form.Item name="shared" valuePropName="checked" noStyle><Switch size="small" data-testid="vial-opening-shared" /></Form.Item>
        <label htmlFor="shared">{t("stock.vials.sharedLabel")}</label>
        <span className="quiet">{t("stock.vials.sharedHint")}</span>
      </div>
    </ActDialog>
  );
}

/** The batch that is chosen by now; inside the form, which is mounted after its dialog. */
function Chosen({ batches, children }: { batches: readonly Batch[]; children: (chosen: Batch | undefined) => ReactNode }) {
  const wanted = Form.useWatch("batch") as BatchId | null | undefined;
  return children(batches.find(({ id }) => id === wanted));
}

function Earlier({ chosen, batches }: { chosen: Batch | undefined; batches: readonly Batch[] }) {
  const { t } = useTranslation();
  const earlier = chosen && batches.find(({ product, expiresOn }) => product === chosen.product && expiresOn < chosen.expiresOn);
  return earlier ? <span className="caution" data-testid="vial-opening-earlier">{t("stock.vials.earlier", { lot: earlier.lot, date: earlier.expiresOn })}</span> : null;
}
