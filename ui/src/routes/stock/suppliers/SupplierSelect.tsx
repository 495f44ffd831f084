/** The supplier of a delivery; one who is not there yet is added without leaving it. */
import { Button, Select } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SupplierId } from "../../../api/generated";
import { useRead } from "../../../api/hooks";
import { Modal } from "../../../components/dialogs";
import { useFormat } from "../../../components/format";
import { SupplierForm } from "./SupplierForm";
import { type LicenceState, licenceState } from "./licence";

interface SupplierSelectProps {
  value?: SupplierId;
  onChange?: (id: SupplierId) => void;
  id?: string;
}

interface Option {
  value: SupplierId;
  label: string;
  licence: LicenceState;
}

export function SupplierSelect({ value, onChange, id }: SupplierSelectProps) {
  const { t } = useTranslation();
  const today = useFormat().today();
  const suppliers = useRead("stock", "stock.suppliers", {}).data ?? [];
  const [searched, setSearched] = useState("");
  /** The name that a new one begins with. */
  const [adding, setAdding] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const options: Option[] = suppliers
    .filter((supplier) => supplier.active || supplier.id === value)
    .map((supplier) => ({ value: supplier.id, label: supplier.name, licence: licenceState(t, supplier.licenceExpiresOn, today) }));
  const begin = () => {
    setOpen(false);
    setAdding(searched.trim());
  };
  return (
    <>
      <Select<SupplierId, Option>
        {...(id === undefined ? {} : { id })}
        {...(value === undefined ? {} : { value })}
        open={open}
        onOpenChange={setOpen}
        placeholder={t("stock.receive.supplierHint")}
        data-testid="receive-supplier"
        showSearch={{ optionFilterProp: "label", onSearch: setSearched }}
        options={options}
        optionRender={({ data }) => <span>{data.label} {data.licence.tone !== "quiet" && <span className={data.licence.tone}>{data.licence.words}</span>}</span>}
        notFoundContent={<span className="quiet">{t("stock.receive.noSupplier")}</span>}
        popupRender={(menu) => (
          <>
            {menu}
            <Button type="text" block icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} style={{ justifyContent: "flex-start" }} data-testid="receive-supplier-add" onMouseDown={(event) => { event.preventDefault(); }} onClick={begin}>
              {searched.trim() === "" ? t("stock.supplier.add") : t("stock.supplier.addNamed", { name: searched.trim() })}
            </Button>
          </>
        )}
        onInputKeyDown={(event) => {
          const none = !options.some(({ label }) => label.toLowerCase().includes(searched.trim().toLowerCase()));
          if (event.key === "Enter" && open && none && !event.nativeEvent.isComposing) {
            event.preventDefault();
            begin();
          }
        }}
        onChange={(chosen) => onChange?.(chosen)}
      />
      {adding !== null && (
        <Modal open title={t("stock.supplier.add")} footer={null} width={520} onCancel={() => { setAdding(null); }}>
          <SupplierForm
            supplier={null}
            name={adding}
            onSaved={(made) => {
              setAdding(null);
              onChange?.(made);
            }}
          />
        </Modal>
      )}
    </>
  );
}
