import { Button, Segmented, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../api/hooks";
import type { AuditFilter } from "../../api/generated";
import { useMay } from "../../app/session";
import { ClientPicker } from "../../components/ClientPicker";
import { DayInput } from "../../components/DayInput";
import { type Chosen, everything } from "./filter";
import type { AuditDictionary } from "./words";

const kinds = ["all", "writes", "reads"] as const;

interface AuditFiltersProps {
  chosen: Chosen;
  verbs: AuditDictionary["verbs"];
  filtered: boolean;
  onChange: (chosen: Chosen) => void;
}

export function AuditFilters({ chosen, verbs, filtered, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const staff = useRead("staff", "staff.all", {});
  const mayFind = useMay()("see_clients");
  const set = (change: Partial<Chosen>) => { onChange({ ...chosen, ...change }); };
  return (
    <div role="search" style={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 8 }}>
      <Segmented<AuditFilter["kind"]>
        value={chosen.kind}
        data-testid="audit-kind"
        options={kinds.map((kind) => ({ value: kind, label: t(`audit.kinds.${kind}`) }))}
        onChange={(kind) => { set({ kind }); }}
      />
      <Select<string>
        allowClear
        value={chosen.staffId}
        placeholder={t("audit.anyone")}
        aria-label={t("audit.staff")}
        data-testid="audit-staff"
        style={{ width: 160 }}
        showSearch={{ optionFilterProp: "label" }}
        options={(staff.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(staffId: string | undefined) => { set({ staffId: staffId ?? null }); }}
      />
      <Select<string>
        allowClear
        value={chosen.verb}
        placeholder={t("audit.anyVerb")}
        aria-label={t("audit.verb")}
        data-testid="audit-verb"
        style={{ width: 220 }}
        showSearch={{ optionFilterProp: "label" }}
        options={verbs.map(({ verb, word }) => ({ value: verb, label: word }))}
        onChange={(verb: string | undefined) => { set({ verb: verb ?? null }); }}
      />
      {mayFind && <span style={{ width: 200 }}><ClientPicker value={chosen.client} label={t("audit.client")} placeholder={t("audit.anyClient")} testId="audit-client" onChange={(client) => { set({ client }); }} /></span>}
      <span style={{ width: 140 }}><DayInput label={t("audit.from")} testId="audit-from" value={chosen.from} onChange={(from) => { set({ from }); }} /></span>
      <span style={{ width: 140 }}><DayInput label={t("audit.to")} testId="audit-to" value={chosen.to} onChange={(to) => { set({ to }); }} /></span>
      {filtered && <Button type="text" data-testid="audit-reset" onClick={() => { onChange(everything); }}>{t("audit.reset")}</Button>}
    </div>
  );
}
