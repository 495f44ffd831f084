import { App, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useWrite } from "../../../api/hooks";
import { ClientForm, fieldPaths } from "./ClientForm";
import { type ClientValues, inputOf, nobody } from "./values";

export function NewClient() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [known] = useSearchParams();
  const [form] = Form.useForm<ClientValues>();
  const [initial] = useState(() => nobody({ name: known.get("name") ?? "", ...(known.has("phone") ? { phone: known.get("phone") ?? "" } : {}) }));
  const create = useWrite("clients.create", { form, fields: fieldPaths });
  return (
    <ClientForm
      title={t("clients.newTitle")}
      saveWord={t("clients.saveNew")}
      draft="client.new"
      form={form}
      initial={initial}
      saving={create.pending}
      onSave={async (values) => {
        const made = await create.run(inputOf(values));
        if (!made) return null;
        return () => {
          message.success(t("clients.created", { name: values.name.trim() }));
          void navigate(`/clients/${made.output}`, { replace: true });
        };
      }}
      onBack={() => void navigate("/clients")}
    />
  );
}
