import { Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRead, useWrite } from "../../../api/hooks";
import type { ClientFile, ClientId } from "../../../api/generated";
import { Loaded } from "../../../components/States";
import { ClientForm, fieldPaths } from "./ClientForm";
import { type ClientValues, inputOf, valuesOf } from "./values";

export function EditClient({ id }: { id: ClientId }) {
  const read = useRead("clients", "clients.open", { client: id });
  return <Loaded read={read} rows={10}>{(file) => <Edit key={file.id} file={file} />}</Loaded>;
}

function Edit({ file }: { file: ClientFile }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<ClientValues>();
  // As it was on opening: what others change meanwhile does not move what is being typed.
  const [initial] = useState(() => valuesOf(file));
  const edit = useWrite("clients.edit", { form, fields: fieldPaths, done: t("clients.saved") });
  const back = () => void navigate(`/clients/${file.id}`);
  return (
    <ClientForm
      title={t("clients.editTitle", { name: file.name })}
      saveWord={t("common.save")}
      draft={`client.edit.${file.id}`}
      form={form}
      initial={initial}
      saving={edit.pending}
      except={file.id}
      onSave={async (values) => ((await edit.run({ id: file.id, client: inputOf(values) })) ? back : null)}
      onBack={back}
    />
  );
}
