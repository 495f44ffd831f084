/** Which owner says it, and the PIN, as fields of any form: also who is signed in, where that is an owner. */
import { Form, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { StaffId } from "../../../api/generated";
import { useMay, useSession } from "../../../app/session";
import { PinInput, pinLength } from "../../../components/PinInput";
import { useDirectory } from "../../../components/directory";
import { type WitnessValues, witnessPaths } from "../../../components/witness";
import styles from "./openings.module.css";

interface OwnerFieldsProps {
  /** The PIN is the first thing to type. */
  autoFocus?: boolean;
}

export function OwnerFields({ autoFocus = false }: OwnerFieldsProps) {
  const headId = useId();
  const { t } = useTranslation();
  const { me } = useSession();
  const mine = useMay()("open_balances");
  const { staff } = useDirectory();
  const form = Form.useFormInstance<WitnessValues>();
  const owners = staff.filter(({ id, active, roles }) => active && roles.includes("owner") && id !== me.staffId);
  return (
    <div role="group" aria-labelledby={headId} data-testid="openings-owner">
      <p id={headId} style={{ marginBottom: 8 }}><b>{t("openings.owner.title")}</b> <span className="quiet">{t("openings.owner.hint")}</span></p>
      <div className={styles.pair}>
        <Form.Item name={witnessPaths.staffId} label={t("openings.owner.person")} initialValue={mine ? me.staffId : undefined} rules={[{ required: true, message: t("openings.owner.choose") }]}>
          <Select<StaffId>
            placeholder={t("openings.owner.choose")}
            options={[...(mine ? [{ id: me.staffId, name: me.name }] : []), ...owners].map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: "label" }}
            data-testid="openings-person"
            onChange={() => {
              // The PIN of another is not theirs.
              form.setFieldValue(witnessPaths.pin, "");
              form.focusField(witnessPaths.pin);
            }}
          />
        </Form.Item>
        <Form.Item name={witnessPaths.pin} label={t("openings.owner.pin")} initialValue="" validateTrigger="onSubmit" rules={[{ required: true, len: pinLength, message: t("common.pin.six") }]}>
          <PinInput label={t("openings.owner.pin")} autoFocus={autoFocus && mine} testId="openings-pin" />
        </Form.Item>
      </div>
    </div>
  );
}
