/** The fields that the catalogue's forms are made of. */
import { Form, type FormItemProps, Input, InputNumber } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { DayInput } from "../../../components/DayInput";
import type { zh } from "../../../locales/zh";
import styles from "./catalogue.module.css";

type Field = keyof (typeof zh)["catalogue"]["fields"];
type Hinted = keyof (typeof zh)["catalogue"]["hints"];
export type Width = "two" | "three" | "four" | "six";

interface FieldProps {
  name: Field;
  testId: string;
  width: Width;
  /** The words under it are those of this field. */
  hint?: Hinted;
}

const classOf = (width: Width) => styles[width] ?? "";

function useField({ name, width, hint }: Pick<FieldProps, "name" | "width" | "hint">) {
  const { t } = useTranslation();
  return { t, common: { name, label: t(`catalogue.fields.${name}`), className: classOf(width), ...(hint === undefined ? {} : { extra: t(`catalogue.hints.${hint}`) }) } };
}

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface LineProps extends FieldProps {
  most: number;
  required?: boolean;
  autoFocus?: boolean;
}

export function Line({ most, required = false, autoFocus = false, testId, ...field }: LineProps) {
  const { t, common } = useField(field);
  return (
    <Form.Item {...common} rules={required ? [{ required: true, whitespace: true, message: t("common.required") }] : []}>
      <Input maxLength={most} autoFocus={autoFocus} data-testid={testId} />
    </Form.Item>
  );
}

export function Text({ testId, ...field }: FieldProps) {
  const { common } = useField(field);
  return (
    <Form.Item {...common}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={10_000} data-testid={testId} />
    </Form.Item>
  );
}

interface NumberProps extends FieldProps {
  least: number;
  most: number;
  step?: number;
  required?: boolean;
}

export function Whole({ least, most, step = 1, required = false, testId, ...field }: NumberProps) {
  const { t, common } = useField(field);
  return (
    <Form.Item {...common} rules={[{ required, type: "integer", min: least, max: most, message: t("settings.outOfBounds", { least, most }) }]}>
      <InputNumber style={{ width: "100%" }} step={step} data-testid={testId} />
    </Form.Item>
  );
}

export function Day({ testId, ...field }: FieldProps) {
  const { common } = useField(field);
  return <Form.Item {...common}><DayInput testId={testId} /></Form.Item>;
}

interface OwnProps extends Omit<FieldProps, "testId"> {
  rules?: FormItemProps["rules"];
  dependencies?: Field[];
  valuePropName?: string;
  children: ReactNode;
}

/** A field whose control is its own. */
export function Own({ rules, dependencies, valuePropName, children, ...field }: OwnProps) {
  const { common } = useField(field);
  return (
    <Form.Item {...common} {...(rules ? { rules } : {})} {...(dependencies ? { dependencies } : {})} {...(valuePropName === undefined ? {} : { valuePropName })}>
      {children}
    </Form.Item>
  );
}
