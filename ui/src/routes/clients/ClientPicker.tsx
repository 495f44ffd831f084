/** Chooses a client by name, pinyin, phone or member number; a form field. */
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { useRead } from "../../api/hooks";
import type { ClientId, ClientRef } from "../../api/generated";
import { useClientWords } from "./words";

const most = 8;

interface ClientPickerProps {
  value?: ClientRef | null;
  onChange?: (client: ClientRef | null) => void;
  /** Who cannot be chosen. */
  except?: ClientId;
  autoFocus?: boolean;
  testId: string;
  id?: string;
}

export function ClientPicker({ value, onChange, except, autoFocus = false, testId, id }: ClientPickerProps) {
  const { t } = useTranslation();
  const words = useClientWords();
  const [query, setQuery] = useState("");
  const [own, setOwn] = useState<ClientRef | null>(null);
  const [open, setOpen] = useState(false);
  const asked = useDeferredValue(query.trim());
  const hits = useRead("clients", "clients.find", { query: asked, limit: most }, { enabled: open, keepPrevious: true });
  const chosen = value === undefined ? own : value;
  const rows = (hits.data ?? []).filter((hit) => hit.id !== except);
  return (
    <Select<{ value: ClientId; label: string }>
      {...(id === undefined ? {} : { id })}
      labelInValue
      allowClear
      autoFocus={autoFocus}
      open={open}
      onOpenChange={setOpen}
      value={chosen ? { value: chosen.id, label: `${chosen.name} ${chosen.memberNumber}` } : null}
      placeholder={t("clients.referrerHint")}
      data-testid={testId}
      showSearch={{ filterOption: false, onSearch: setQuery }}
      notFoundContent={hits.isFetching ? null : <span className="quiet">{t("clients.nobodySuch")}</span>}
      options={rows.map((hit) => ({ value: hit.id, label: [hit.name, words.sexAge(hit), hit.memberNumber, hit.phone ?? ""].filter(Boolean).join(" · ") }))}
      style={{ width: "100%" }}
      onChange={(option: { value: ClientId } | undefined) => {
        const hit = rows.find((other) => other.id === option?.value);
        const next = hit ? { id: hit.id, name: hit.name, memberNumber: hit.memberNumber } : null;
        setOwn(next);
        onChange?.(next);
      }}
    />
  );
}
