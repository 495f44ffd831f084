/** Who takes the sessions, and how both agreed: each is said expressly. */
import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { AgreedHow, ClientRef } from "../../../api/generated";
import { ClientPicker } from "../../../components/ClientPicker";
import styles from "../ledger/ledger.module.css";

const ways: readonly AgreedHow[] = ["in_person", "signed", "message"];

export function TransferFields({ giver }: { giver: ClientRef }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  const taker = Form.useWatch("to", form) as ClientRef | null | undefined;
  return (
    <>
      <Form.Item name="to" label={t("billing.change.to")} rules={[{ required: true, message: t("billing.change.chooseClient") }]}>
        <ClientPicker autoFocus except={giver.id} testId="change-to" />
      </Form.Item>
      <div className={styles.pair}>
        <Consent who="giver" label={t("billing.change.giver", { name: giver.name })} />
        <Consent who="taker" label={taker ? t("billing.change.taker", { name: taker.name }) : t("billing.change.takerNobody")} />
      </div>
    </>
  );
}

function Consent({ who, label }: { who: "giver" | "taker"; label: string }) {
  const { t } = useTranslation();
  return (
    <div className={styles.consent}>
      <Form.Item name={[who, "how"]} label={label} rules={[{ required: true, message: t("billing.change.agreeMissing") }]}>
        <Radio.Group aria-label={label} data-testid={`change-${who}`} options={ways.map((value) => ({ value, label: <span data-testid={`change-${who}-${value}`}>{t(`billing.entitlement.how.${value}`)}</span> }))} />
      </Form.Item>
      <Form.Item name={[who, "note"]}>
        <Input maxLength={200} placeholder={t("billing.change.noteHint")} aria-label={t("billing.change.note", { label })} data-testid={`change-${who}-note`} />
      </Form.Item>
    </div>
  );
}
