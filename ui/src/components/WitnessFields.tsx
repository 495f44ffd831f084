/**
 * The second person, where two must stand behind what is done: who, and their PIN, as fields of any form.
 * They sign in nowhere by it. Whoever stood by last is proposed; the PIN is always asked.
 */
import { Form, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { StaffId } from "../api/generated";
import { useSession } from "../app/session";
import { PinInput, pinLength } from "./PinInput";
import { useDirectory } from "./directory";
import { type WitnessValues, noteWitness, witnessOf } from "./witness";

export function WitnessFields({ hint }: { hint?: string }) {
  const id = useId();
  const { t } = useTranslation();
  const { me } = useSession();
  const form = Form.useFormInstance<WitnessValues>();
  const others = useDirectory().staff.filter(({ id, active }) => active && id !== me.staffId);
  const last = witnessOf(me.staffId);
  return (
    <div role="group" aria-labelledby={id} data-testid="witness">
      <p id={id} style={{ marginBottom: 8 }}><b>{t("common.witness.title")}</b> <span className="quiet">{hint ?? t("common.witness.hint")}</span></p>
      <div style={{ display: "grid", gridTemplateColumns: "minmax(160px, 1fr) minmax(160px, 1fr)", gap: "0 16px" }}>
        <Form.Item
          name={["witness", "staffId"]}
          label={t("common.witness.person")}
          initialValue={others.some(({ id }) => id === last) ? last : undefined}
          rules={[{ required: true, message: t("common.witness.choose") }]}
        >
          <Select<StaffId>
            placeholder={t("common.witness.choose")}
            options={others.map(({ id, name, roles }) => ({ value: id, label: name, note: roles.map((role) => t(`common.role.${role}`)).join(" · ") }))}
            optionRender={({ data }) => <span>{data.label} <span className="quiet">{data.note}</span></span>}
            showSearch={{ optionFilterProp: "label" }}
            data-testid="witness-person"
            onChange={(id) => {
              noteWitness(me.staffId, id);
              // The PIN of another is not theirs.
              form.setFieldValue(["witness", "pin"], "");
              form.focusField(["witness", "pin"]);
            }}
          />
        </Form.Item>
        <Form.Item name={["witness", "pin"]} label={t("common.witness.pin")} initialValue="" validateTrigger="onSubmit" rules={[{ required: true, len: pinLength, message: t("common.pin.six") }]}>
          <PinInput label={t("common.witness.pin")} testId="witness-pin" />
        </Form.Item>
      </div>
    </div>
  );
}
