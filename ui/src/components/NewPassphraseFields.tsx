/** A new passphrase, typed twice, with the rules it meets so far: form fields `passphrase` and `passphraseAgain`. */
import { Form, Input } from "antd";
import { Check, Minus } from "lucide-react";
import { useTranslation } from "react-i18next";
import styles from "./setup.module.css";

/** The shortest that Rust takes; shown as a rule here, decided there. */
const shortest = 10;

export interface NewPassphrase {
  passphrase: string;
  passphraseAgain: string;
}

export function NewPassphraseFields({ autoFocus = false }: { autoFocus?: boolean }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance<NewPassphrase>();
  const passphrase = Form.useWatch(({ passphrase = "" }: Partial<NewPassphrase>) => passphrase, form);
  const again = Form.useWatch(({ passphraseAgain = "" }: Partial<NewPassphrase>) => passphraseAgain, form);
  const rules = [
    { text: t("firstRun.rules.length", { min: shortest }), met: passphrase.length >= shortest },
    { text: t("firstRun.rules.same"), met: passphrase !== "" && passphrase === again },
  ];
  return (
    <>
      <Form.Item name="passphrase" label={t("firstRun.passphrase")} rules={[{ required: true, min: shortest, message: t("firstRun.rules.length", { min: shortest }) }]}>
        <Input.Password autoFocus={autoFocus} autoComplete="new-password" data-testid="passphrase" />
      </Form.Item>
      <Form.Item
        name="passphraseAgain"
        label={t("firstRun.passphraseAgain")}
        dependencies={["passphrase"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, typed: string) => (typed === getFieldValue("passphrase") ? Promise.resolve() : Promise.reject(new Error(t("firstRun.passphrasesDiffer")))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" data-testid="passphrase-again" />
      </Form.Item>
      <ul className={styles.rules} aria-label={t("firstRun.rules.title")}>
        {rules.map(({ text, met }) => (
          <li key={text} data-met={met ? "" : undefined}>
            {met ? <Check aria-hidden size={14} /> : <Minus aria-hidden size={14} />}
            {text}
          </li>
        ))}
        <li><Minus aria-hidden size={14} />{t("firstRun.rules.advice")}</li>
      </ul>
    </>
  );
}
