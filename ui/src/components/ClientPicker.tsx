/** A client as a form field: opened it has those who came last; typing searches by name, pinyin, phone, member number or a scan. */
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../api/hooks";
import type { ClientHit, ClientId, ClientRef } from "../api/generated";
import { useFormat } from "./format";

const most = 8;
/** Stands for the client who has no file yet. */
const nobody = "new";

interface ClientPickerProps {
  value?: ClientRef | null;
  onChange?: (client: ClientRef | null) => void;
  /** Who cannot be chosen. */
  except?: ClientId;
  /** Offered where nobody is found. */
  onNew?: (name: string) => void;
  placeholder?: string;
  label?: string;
  autoFocus?: boolean;
  testId: string;
  id?: string;
}

interface Option {
  value: string;
  label: string;
  note?: string;
  testId?: string;
}

export function ClientPicker({ value, onChange, except, onNew, placeholder, label, autoFocus = false, testId, id }: ClientPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [query, setQuery] = useState("");
  const [own, setOwn] = useState<ClientRef | null>(null);
  const [open, setOpen] = useState(false);
  const asked = useDeferredValue(query.trim());
  const found = useRead("clients", "clients.find", { query: asked, limit: most }, { enabled: open, keepPrevious: true });
  const chosen = value === undefined ? own : value;
  const hits = (found.data ?? []).filter((hit) => hit.id !== except);
  const note = ({ age, memberNumber, phone }: ClientHit) => [age === null ? "" : t("today.years", { age }), memberNumber, phone === null ? "" : format.phone(phone)].filter(Boolean).join(" · ");
  const options: Option[] = hits.map((hit) => ({ value: hit.id, label: hit.name, note: note(hit) }));
  if (onNew && options.length === 0 && asked !== "" && asked === query.trim() && !found.isFetching) {
    options.push({ value: nobody, label: t("clients.newNamed", { name: asked }), testId: `${testId}-new` });
  }
  return (
    <Select<{ value: string; label: string }, Option>
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { "aria-label": label })}
      labelInValue
      allowClear
      autoFocus={autoFocus}
      open={open}
      onOpenChange={setOpen}
      value={chosen ? { value: chosen.id, label: chosen.name } : null}
      labelRender={({ label: name }) => <>{name} {chosen?.memberNumber && <span className="quiet">{chosen.memberNumber}</span>}</>}
      placeholder={placeholder ?? t("clients.pickerHint")}
      data-testid={testId}
      showSearch={{ filterOption: false, onSearch: setQuery }}
      notFoundContent={found.isFetching ? null : <span className="quiet">{t("clients.nobodySuch")}</span>}
      options={options}
      optionRender={({ data }) => <span data-testid={data.testId}>{data.label} {data.note && <span className="quiet">{data.note}</span>}</span>}
      popupMatchSelectWidth={false}
      style={{ width: "100%" }}
      onChange={(option: { value: string } | undefined) => {
        if (option?.value === nobody) {
          onNew?.(asked);
          return;
        }
        const hit = hits.find((other) => other.id === option?.value);
        const next = hit ? { id: hit.id, name: hit.name, memberNumber: hit.memberNumber } : null;
        setOwn(next);
        onChange?.(next);
      }}
    />
  );
}
