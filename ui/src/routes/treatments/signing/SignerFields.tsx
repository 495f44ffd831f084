/** Which doctor signs, and the PIN, as fields of any form. Nobody is signed in by it. */
import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { StaffId } from "../../../api/generated";
import { PinInput, pinLength } from "../../../components/PinInput";
import { useDirectory } from "../../../components/directory";
import { signerPaths } from "./signer";
import styles from "./signing.module.css";

interface SignerFieldsProps {
  /** Proposed. */
  doctor: StaffId | null;
  /** The PIN is the first thing to type. */
  autoFocus?: boolean;
}

export function SignerFields({ doctor, autoFocus = false }: SignerFieldsProps) {
  const { t } = useTranslation();
  const { doctors } = useDirectory();
  const form = Form.useFormInstance();
  return (
    <div className={styles.pair} data-testid="signer">
      <Form.Item name={signerPaths.staffId} label={t("signing.signer")} initialValue={doctor ?? undefined} rules={[{ required: true, message: t("signing.chooseDoctor") }]}>
        <Select<StaffId>
          placeholder={t("signing.chooseDoctor")}
          options={doctors.map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: "label" }}
          data-testid="signer-person"
          onChange={() => {
            // The PIN of another is not theirs.
            form.setFieldValue(signerPaths.pin, "");
            form.focusField(signerPaths.pin);
          }}
        />
      </Form.Item>
      <Form.Item name={signerPaths.pin} label={t("signing.pin")} initialValue="" validateTrigger="onSubmit" rules={[{ len: pinLength, message: t("common.pin.six") }]}>
        <PinInput label={t("signing.pin")} autoFocus={autoFocus} testId="signer-pin" />
      </Form.Item>
    </div>
  );
}
