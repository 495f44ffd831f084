/**
 * Somebody who stands behind what is done: who, and their PIN, as fields of any form (witness.ts says where in it). They
 * sign in nowhere by it, and the PIN is always asked.
 */
import { Form, Select } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { StaffId } from "../api/generated";
import { PinInput, pinLength } from "./PinInput";
import { type WitnessValues, witnessPaths } from "./witness";

interface Person {
  id: StaffId;
  name: string;
  /** Said beside the name. */
  note?: string;
}

interface PersonPinProps {
  people: readonly Person[];
  /** Who is chosen before anybody chooses. */
  proposed: StaffId | undefined;
  title: string;
  hint: string;
  labels: { person: string; choose: string; pin: string };
  testIds: { group: string; person: string; pin: string };
  /** The PIN is the first thing to type. */
  autoFocus?: boolean;
  onChosen?: (person: StaffId) => void;
}

export function PersonPin({ people, proposed, title, hint, labels, testIds, autoFocus = false, onChosen }: PersonPinProps) {
  const id = useId();
  const { t } = useTranslation();
  const form = Form.useFormInstance<WitnessValues>();
  return (
    <div role="group" aria-labelledby={id} data-testid={testIds.group}>
      <p id={id} style={{ marginBottom: 8 }}><b>{title}</b> <span className="quiet">{hint}</span></p>
      <div style={{ display: "grid", gridTemplateColumns: "minmax(160px, 1fr) minmax(160px, 1fr)", gap: "0 16px" }}>
        <Form.Item name={witnessPaths.staffId} label={labels.person} initialValue={proposed} rules={[{ required: true, message: labels.choose }]}>
          <Select<StaffId>
            placeholder={labels.choose}
            options={people.map(({ id, name, note }) => ({ value: id, label: name, note }))}
            optionRender={({ data }) => (data.note === undefined ? data.label : <span>{data.label} <span className="quiet">{data.note}</span></span>)}
            showSearch={{ optionFilterProp: "label" }}
            data-testid={testIds.person}
            onChange={(chosen) => {
              onChosen?.(chosen);
              // The PIN of another is not theirs.
              form.setFieldValue(witnessPaths.pin, "");
              form.focusField(witnessPaths.pin);
            }}
          />
        </Form.Item>
        <Form.Item name={witnessPaths.pin} label={labels.pin} initialValue="" validateTrigger="onSubmit" rules={[{ required: true, len: pinLength, message: t("common.pin.six") }]}>
          <PinInput label={labels.pin} autoFocus={autoFocus} testId={testIds.pin} />
        </Form.Item>
      </div>
    </div>
  );
}
