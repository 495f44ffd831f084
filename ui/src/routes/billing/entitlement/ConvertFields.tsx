/** What sessions become: one of the procedures in use, but not the one that they are of. */
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { ProcedureId } from "../../../api/generated";
import { choices, useDirectory } from "../../../components/directory";

/** As many as Rust takes (billing/lines.rs). */
export const intoMost = 100;

export function ConvertFields({ except }: { except: ProcedureId }) {
  const { t } = useTranslation();
  const { procedures } = useDirectory();
  return (
    <Form.Item name="procedure" label={t("billing.change.procedure")} rules={[{ required: true, message: t("billing.change.chooseProcedure") }]}>
      <Select<ProcedureId>
        autoFocus
        placeholder={t("billing.change.chooseProcedure")}
        options={choices(procedures, null).filter(({ value }) => value !== except)}
        showSearch={{ optionFilterProp: "label" }}
        data-testid="change-procedure"
      />
    </Form.Item>
  );
}
