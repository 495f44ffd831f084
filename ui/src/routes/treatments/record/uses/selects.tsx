/** Batch and vial as they are chosen: the one that expires first in front, what no longer may be used said so. */
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { BatchId, ProductId, VialId } from "../../../../api/generated";
import { quantity } from "../../../../components/decimals";
import type { Stand } from "../useShelf";
import { choiceOf, choicesOf } from "../map/proposal";

interface BatchSelectProps {
  product: ProductId;
  value: BatchId | null;
  stand: Stand;
  label: string;
  testId: string;
  onChange: (batch: BatchId | null) => void;
}

export function BatchSelect({ product, value, stand, label, testId, onChange }: BatchSelectProps) {
  const { t } = useTranslation();
  const measure = stand.measure(product);
  const usable = choicesOf(stand, product).map(({ batch, lot, expiresOn, onHand }) => ({
    value: batch, label: t("treatments.uses.batchOption", { lot, date: expiresOn }), note: t("treatments.uses.onHand", { quantity: quantity(onHand, measure) }),
  }));
  const own = stand.batch(value);
  const gone = value !== null && !usable.some((option) => option.value === value);
  const options = gone ? [...usable, { value, label: own ? t("treatments.uses.batchOption", { lot: own.lot, date: own.expiresOn }) : t("treatments.uses.gone"), note: t("treatments.uses.gone") }] : usable;
  return (
    <Select<BatchId | null>
      size="small"
      value={value}
      allowClear={value !== null}
      placeholder={t("treatments.uses.noBatch")}
      aria-label={label}
      data-testid={testId}
      popupMatchSelectWidth={false}
      {...(gone || value === null ? { status: "warning" as const } : {})}
      notFoundContent={<span className="quiet">{t("treatments.noBatch")}</span>}
      options={options}
      optionRender={({ data }) => <span>{data.label} <span className="quiet">{data.note}</span></span>}
      onChange={(batch) => { onChange(batch ?? null); }}
    />
  );
}

interface VialSelectProps {
  batch: BatchId | null;
  product: ProductId;
  value: VialId | null;
  stand: Stand;
  testId: string;
  onChange: (vial: VialId | null) => void;
}

export function VialSelect({ batch, product, value, stand, testId, onChange }: VialSelectProps) {
  const { t } = useTranslation();
  const measure = stand.measure(product);
  const vials = choiceOf(stand, batch)?.vials ?? [];
  return (
    <Select<VialId | null>
      size="small"
      value={vials.some(({ id }) => id === value) ? value : null}
      placeholder={t("treatments.uses.vial")}
      {...(value === null ? { status: "warning" as const } : {})}
      aria-label={t("treatments.uses.vial")}
      data-testid={testId}
      popupMatchSelectWidth={false}
      options={vials.map(({ id, unitCode, left, shared }) => ({
        value: id,
        label: [t("treatments.uses.vialOption", { quantity: quantity(left, measure) }), unitCode === null ? "" : unitCode.slice(-8), shared ? t("treatments.uses.vialShared") : ""].filter(Boolean).join(" · "),
      }))}
      onChange={(vial) => { onChange(vial ?? null); }}
    />
  );
}
