import { Button } from "antd";
import type { LucideIcon } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMay } from "../../../app/session";
import { EmptyState } from "../../../components/States";
import { isPhoneLike, newClientPath } from "./newClient";

export function NobodyHere({ query, icon }: { query: string; icon: LucideIcon }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const offer = query === "" ? t("clients.new") : isPhoneLike(query) ? t("clients.newWithPhone", { phone: query }) : t("clients.newNamed", { name: query });
  return (
    <EmptyState
      icon={icon}
      title={query === "" ? t("clients.empty") : t("clients.nobody", { query })}
      hint={query === "" ? t("clients.emptyHint") : t("clients.nobodyHint")}
      action={
        <span style={{ display: "flex", gap: 8 }}>
          {may("edit_clients") && <Button type="primary" data-testid="client-new-typed" onClick={() => void navigate(newClientPath(query))}>{offer}</Button>}
          {may("import_clients") && <Button data-testid="client-import-empty" onClick={() => void navigate("/clients/import")}>{t("clients.imports.open")}</Button>}
        </span>
      }
    />
  );
}
