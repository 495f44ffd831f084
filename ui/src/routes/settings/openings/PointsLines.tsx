/** Points by their last days, a line each. */
import { Button, Form, InputNumber } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { DayInput } from "../../../components/DayInput";
import { stayOnEnter } from "./enter";
import { noPoints, pointsMost } from "./handValues";
import styles from "./openings.module.css";
import { countRule } from "./rules";

export function PointsLines() {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <Form.List name="points">
      {(lines, { add, remove }) => (
        <div className={styles.lines} role="presentation" onKeyDown={stayOnEnter}>
          {lines.map(({ key, name }) => (
            <div key={key} role="group" aria-label={t("openings.byHandForm.pointsLine", { number: name + 1 })} className={`${styles.line ?? ""} ${styles.pointsLine ?? ""}`} data-testid="opening-points-line">
              <Form.Item name={[name, "points"]} label={t("openings.fields.points")} rules={[countRule(t, pointsMost)]}>
                <InputNumber<number> precision={0} style={{ width: "100%" }} data-testid="opening-points" />
              </Form.Item>
              <Form.Item name={[name, "expiresOn"]} label={t("openings.byHandForm.lastDay")}>
                <DayInput placeholder={t("openings.byHandForm.forEver")} testId="opening-points-end" />
              </Form.Item>
              <Button type="text" className={styles.remove ?? ""} icon={<X aria-hidden size={16} strokeWidth={1.5} />} aria-label={t("openings.byHandForm.removePoints", { number: name + 1 })} data-testid="opening-remove-points" onClick={() => { remove(name); }} />
            </div>
          ))}
          <Button
            icon={<Plus aria-hidden size={16} strokeWidth={1.5} />}
            data-testid="opening-add-points"
            onClick={() => {
              add(noPoints);
              // Once it is drawn.
              window.setTimeout(() => { form.focusField(["points", lines.length, "points"]); }, 0);
            }}
          >
            {t("openings.byHandForm.addPoints")}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
