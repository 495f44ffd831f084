/** A switch with its words beside it, that shows the fields beneath. */
import { Form, Switch } from "antd";
import settings from "../settings.module.css";

export function PlainSwitch({ name, label, testId }: { name: string; label: string; testId: string }) {
  return (
    <div className={settings.buttons}>
      <Form.Item name={name} valuePropName="checked" noStyle><Switch size="small" data-testid={testId} /></Form.Item>
      <label htmlFor={`points-rules_${name}`}>{label}</label>
    </div>
  );
}
