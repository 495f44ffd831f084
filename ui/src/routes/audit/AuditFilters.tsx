import { Button, Segmented, Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../api/hooks";
import type { AuditFilter } from "../../api/generated";
import { DayInput } from "../../components/DayInput";
import { type Chosen, everything } from "./filter";
import { useVerbs } from "./verbs";

const kinds = ["all", "writes", "reads"] as const;

interface AuditFiltersProps {
  chosen: Chosen;
  filtered: boolean;
  onChange: (chosen: Chosen) => void;
}

export function AuditFilters({ chosen, filtered, onChange }: AuditFiltersProps) {
  const { t } = useTranslation();
  const staff = useRead("staff", "staff.all", {});
  const verbs = useVerbs();
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
        options={verbs.all.map(({ verb, word }) => ({ value: verb, label: word }))}
        onChange={(verb: string | undefined) => { set({ verb: verb ?? null }); }}
      />
      <span style={{ width: 140 }}><DayInput label={t("audit.from")} testId="audit-from" value={chosen.from} onChange={(from) => { set({ from }); }} /></span>
      <span style={{ width: 140 }}><DayInput label={t("audit.to")} testId="audit-to" value={chosen.to} onChange={(to) => { set({ to }); }} /></span>
      {chosen.client && <Tag closable data-testid="audit-client" onClose={() => { set({ client: null }); }}>{t("audit.onlyThisClient", { client: chosen.client.name })}</Tag>}
      {filtered && <Button type="text" data-testid="audit-reset" onClick={() => { onChange(everything); }}>{t("audit.reset")}</Button>}
    </div>
  );
}
