/** All fields of a file, in the order in which a receptionist asks for them. */
import { AutoComplete, Form, Input, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useRead } from "../../../api/hooks";
import type { ClientId, Sex } from "../../../api/generated";
import { ClientPicker } from "../../../components/ClientPicker";
import { useFormat } from "../../../components/format";
import styles from "../clients.module.css";
import { BirthdayInput } from "./BirthdayInput";
import { ContactFields } from "./ContactFields";
import { MaskedInput } from "./MaskedInput";
import { PhoneLines } from "./PhoneLines";
import { faultOf } from "./birthdayText";
import type { BirthdayValue } from "./values";

const sexes: readonly Sex[] = ["female", "male", "unknown"];

export function ClientFields({ except }: { except?: ClientId }) {
  const { t } = useTranslation();
  const format = useFormat();
  const settings = useRead("clinic", "settings.all", {});
  const sources = settings.data?.find((setting) => setting.key === "source_channels")?.value;
  const checkBirthday = (_: unknown, { text, calendar }: BirthdayValue) => {
    const fault = faultOf(text, calendar, format.today());
    return fault === null ? Promise.resolve() : Promise.reject(new Error(t(fault === "future" ? "clients.birthdayFuture" : "clients.birthdayWrong")));
  };
  return (
    <>
      <section className={styles.sheet}>
        <h2>{t("clients.who")}</h2>
        <Form.Item className={styles.three ?? ""} name="name" label={t("clients.name")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
          <Input size="large" autoFocus maxLength={60} autoComplete="off" data-testid="client-form-name" />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="otherNames" label={t("clients.otherNames")}>
          <Input size="large" maxLength={200} autoComplete="off" placeholder={t("clients.otherNamesHint")} data-testid="client-form-other-names" />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="sex" label={t("clients.sexLabel")}>
          <Radio.Group data-testid="client-form-sex" options={sexes.map((value) => ({ value, label: t(`clients.sex.${value}`) }))} />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="birthday" label={t("clients.birthday")} validateTrigger="onBlur" rules={[{ validator: checkBirthday }]}>
          <BirthdayInput />
        </Form.Item>
      </section>
      <section className={styles.sheet}>
        <h2>{t("clients.contacts")}</h2>
        <PhoneLines />
        <Form.Item className={styles.three ?? ""} name="wechat" label={t("clients.wechat")}>
          <Input maxLength={60} autoComplete="off" data-testid="client-form-wechat" />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="idNumber" label={t("clients.idNumber")}>
          <MaskedInput label={t("clients.idNumber")} placeholder="" inputMode="text" maxLength={30} emptied={t("clients.willRemove")} testId="client-form-id-number" />
        </Form.Item>
        <ContactFields name="emergency" />
        <ContactFields name="guardian" />
      </section>
      <section className={styles.sheet}>
        <h2>{t("clients.around")}</h2>
        <Form.Item className={styles.three ?? ""} name="source" label={t("clients.source")}>
          <AutoComplete
            placeholder={t("clients.sourceHint")}
            data-testid="client-form-source"
            options={Array.isArray(sources) ? sources.map((value) => ({ value })) : []}
            showSearch={{ filterOption: (typed, option) => option?.value.includes(typed) === true }}
          />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="referrer" label={t("clients.referrer")}>
          <ClientPicker testId="client-form-referrer" {...(except === undefined ? {} : { except })} />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="tags" label={t("clients.tags")}>
          <Select mode="tags" open={false} suffix={<span />} tokenSeparators={[",", "\uFF0C"]} placeholder={t("clients.tagsHint")} data-testid="client-form-tags" />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="skinType" label={t("clients.skinType")}>
          <Input maxLength={60} placeholder={t("clients.skinTypeHint")} data-testid="client-form-skin-type" />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="preferences" label={t("clients.preferences")}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} data-testid="client-form-preferences" />
        </Form.Item>
        <Form.Item className={styles.three ?? ""} name="notes" label={t("clients.notes")}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} data-testid="client-form-notes" />
        </Form.Item>
      </section>
    </>
  );
}
