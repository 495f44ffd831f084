/** A device's fields: which one it is, its papers, its maintenance. */
import { Form } from "antd";
import { useTranslation } from "react-i18next";
import type { Equipment } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { EditorFrame, type EditorProps } from "./EditorFrame";
import { Day, Group, Line, Whole } from "./fields";
import { type EquipmentValues, equipmentInput, equipmentValues, only } from "./values";

interface EquipmentEditorProps extends EditorProps {
  piece: Equipment | null;
}

export function EquipmentEditor({ piece, ...frame }: EquipmentEditorProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EquipmentValues>();
  const set = useWrite("catalogue.set_equipment", { form, done: t("common.saved") });
  const id = piece?.id ?? null;
  return (
    <EditorFrame<EquipmentValues>
      {...frame}
      item="equipment"
      id={id}
      form={form}
      initial={equipmentValues(piece)}
      before={(fields) => only(equipmentValues({ ...piece, ...fields } as Equipment), Object.keys(fields))}
      saving={set.pending}
      save={async (values) => (await set.run(equipmentInput(id, values))) !== undefined}
    >
      <Group title={t("catalogue.groups.identity")}>
        <Line name="name" width="three" most={60} required autoFocus={id === null} hint="name" testId="equipment-name" />
        <Line name="model" width="three" most={200} testId="equipment-model" />
        <Line name="serialNumber" width="three" most={60} hint="serialNumber" testId="equipment-serial" />
        <Line name="manufacturer" width="three" most={200} testId="equipment-manufacturer" />
      </Group>
      <Group title={t("catalogue.groups.papers")}>
        <Line name="registrationNumber" width="four" most={200} testId="equipment-registration" />
        <Day name="registrationExpiresOn" width="two" testId="equipment-registration-ends" />
        <Line name="filingNumber" width="four" most={200} testId="equipment-filing" />
        <Day name="filingExpiresOn" width="two" testId="equipment-filing-ends" />
      </Group>
      <Group title={t("catalogue.groups.maintenance")}>
        <Day name="lastMaintainedOn" width="three" testId="equipment-maintained" />
        <Whole name="maintenanceMonths" width="three" least={1} most={120} hint="maintenanceMonths" testId="equipment-months" />
      </Group>
    </EditorFrame>
  );
}
