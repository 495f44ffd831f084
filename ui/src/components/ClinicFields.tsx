/** The clinic's details as fields: of the first run and of the settings. */
import { AutoComplete, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { DayInput } from "./DayInput";
import styles from "./setup.module.css";

const zones = Intl.supportedValuesOf("timeZone");

export function ClinicFields({ autoFocus = false, disabled = false }: { autoFocus?: boolean; disabled?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="name" label={t("clinic.name")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
        <Input autoFocus={autoFocus} disabled={disabled} maxLength={100} data-testid="clinic-name" />
      </Form.Item>
      <Form.Item name="address" label={t("clinic.address")}>
        <Input disabled={disabled} maxLength={200} data-testid="clinic-address" />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="licenceNumber" label={t("clinic.licenceNumber")} extra={t("clinic.licenceHint")}>
          <Input disabled={disabled} maxLength={40} data-testid="clinic-licence" />
        </Form.Item>
        <Form.Item name="licenceExpiresOn" label={t("clinic.licenceExpiresOn")} extra={t("clinic.licenceExpiresHint")}>
          <DayInput disabled={disabled} placeholder="" testId="clinic-licence-ends" />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name="zone" label={t("clinic.zone")} extra={t("clinic.zoneHint")} rules={[{ required: true, message: t("common.required") }]}>
          <AutoComplete
            disabled={disabled}
            data-testid="clinic-zone"
            options={zones.map((value) => ({ value }))}
            showSearch={{ filterOption: (typed, option) => option?.value.toLowerCase().includes(typed.toLowerCase()) === true }}
          />
        </Form.Item>
      </div>
    </>
  );
}
