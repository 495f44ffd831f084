/** The recovery code, shown once. One goes on after typing its last group back, for only paper remembers it. */
import { Button, Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./setup.module.css";

export function RecoveryCode({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation();
  const groups = code.split("-");
  const last = groups.at(-1) ?? "";
  const [written, setWritten] = useState(false);
  return (
    <Form<{ last: string }> layout="vertical" requiredMark={false} onFinish={onDone}>
      <ol className={styles.code} data-testid="recovery-code" aria-label={t("firstRun.steps.recovery")}>
        {groups.map((group, index) => <li key={index}>{group}</li>)}
      </ol>
      <p style={{ marginBottom: 16 }}>{t("firstRun.recoveryHint")}</p>
      <Form.Item>
        <Checkbox checked={written} data-testid="written-down" onChange={(event) => { setWritten(event.target.checked); }}>{t("firstRun.writtenDown")}</Checkbox>
      </Form.Item>
      {written && (
        <Form.Item
          name="last"
          label={t("firstRun.lastGroup")}
          validateTrigger="onSubmit"
          rules={[
            {
              validator: (_, typed: string | undefined) =>
                typed?.trim().toUpperCase() === last.toUpperCase() ? Promise.resolve() : Promise.reject(new Error(t("firstRun.lastGroupWrong"))),
            },
          ]}
        >
          <Input autoFocus autoComplete="off" maxLength={last.length + 2} data-testid="last-group" style={{ maxWidth: 200, textTransform: "uppercase", letterSpacing: "0.1em" }} />
        </Form.Item>
      )}
      <div className={styles.buttons} style={{ justifyContent: "flex-end" }}>
        <Button type="primary" htmlType="submit" disabled={!written} data-testid="recovery-done">{t("firstRun.toSignIn")}</Button>
      </div>
    </Form>
  );
}
