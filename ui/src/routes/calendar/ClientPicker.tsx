/** A client as a form field: typing searches by name, pinyin, phone, member number or a scan. */
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClientHit, ClientId } from "../../api/generated";
import { useRead } from "../../api/hooks";
import { useFormat } from "../../components/format";

const limit = 12;

interface ClientPickerProps {
  id?: string;
  value?: ClientId | undefined;
  onChange?: (client: ClientId | undefined) => void;
  /** Whose name is known already. */
  known: { id: ClientId; name: string } | null;
  autoFocus?: boolean;
  disabled?: boolean;
  onName: (name: string) => void;
  onNew: (name: string) => void;
}

export function ClientPicker({ id, value, onChange, known, autoFocus = false, disabled = false, onName, onNew }: ClientPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<ClientHit | null>(null);
  const asked = query.trim();
  const found = useRead("clients", "clients.find", { query: asked, limit }, { enabled: asked !== "", keepPrevious: true });
  const words = (hit: ClientHit) => [hit.age === null ? "" : t("today.years", { age: hit.age }), hit.phone === null ? hit.memberNumber : format.phone(hit.phone)].filter(Boolean).join(" · ");
  const hits = asked === "" ? [] : (found.data ?? []);
  const named = chosen?.id === value ? chosen?.name : known?.id === value ? known?.name : undefined;
  const options = hits.map((hit) => ({ value: hit.id, label: hit.name, note: words(hit) }));
  if (value !== undefined && named !== undefined && !options.some((option) => option.value === value)) options.push({ value, label: named, note: "" });
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      data-testid="appointment-client"
      value={value ?? null}
      autoFocus={autoFocus}
      disabled={disabled}
      placeholder={t("calendar.form.clientHint")}
      options={asked === "" ? options.filter((option) => option.value === value) : options}
      showSearch={{ filterOption: false, onSearch: setQuery, searchValue: query }}
      optionRender={({ data }) => (
        <span style={{ display: "flex", gap: 12 }}>
          {data.label} <span className="quiet">{data.note}</span>
        </span>
      )}
      notFoundContent={
        asked === "" ? null : (
          <button type="button" style={{ width: "100%", padding: "4px 0", border: 0, background: "none", textAlign: "left", cursor: "pointer" }} data-testid="appointment-client-new" onClick={() => { onNew(asked); }}>
            {t("today.checkIn.newClient", { name: asked })}
          </button>
        )
      }
      onChange={(client: ClientId) => {
        const hit = hits.find((other) => other.id === client) ?? null;
        setChosen(hit);
        if (hit) onName(hit.name);
        setQuery("");
        onChange?.(client);
      }}
    />
  );
}
