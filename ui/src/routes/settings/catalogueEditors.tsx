/** The forms of a procedure, a room and a piece of equipment. Enter saves; Esc goes back and the text waits. */
import { Button, Form, type FormInstance, Input, InputNumber, Select, Switch } from "antd";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Equipment, Procedure, Room, Specialty } from "../../api/generated";
import { useWrite } from "../../api/hooks";
import type { EditorProps } from "./CatalogueList";
import styles from "./settings.module.css";

const specialties: readonly Specialty[] = ["surgery", "dermatology", "dentistry", "tcm"];

type ProcedureValues = Omit<Procedure, "id">;
type RoomValues = Omit<Room, "id">;
type EquipmentValues = Omit<Equipment, "id">;

export function ProcedureEditor({ id, initial, ...frame }: EditorProps<Procedure>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ProcedureValues>();
  const set = useWrite("catalogue.set_procedure", { form, done: t("common.saved") });
  const between = (least: number, most: number) => [{ required: true, type: "integer" as const, min: least, max: most, message: t("settings.outOfBounds", { least, most }) }];
  return (
    <Frame<ProcedureValues>
      {...frame}
      isNew={id === null}
      form={form}
      pending={set.pending}
      initial={initial ?? { numbingMinutes: 0 }}
      save={async (values) => (await set.run({ id, ...values })) !== undefined}
    >
      <div className={styles.pair}>
        <Name testId="catalogue-procedure-name" />
        <Words name="standardName" label={t("settings.catalogue.standardName")} extra={t("settings.catalogue.standardNameHint")} testId="catalogue-procedure-standard" />
      </div>
      <div className={styles.triple}>
        <Form.Item name="specialty" label={t("settings.catalogue.specialty")} rules={[{ required: true, message: t("common.required") }]}>
          <Select data-testid="catalogue-procedure-specialty" options={specialties.map((value) => ({ value, label: t(`common.specialty.${value}`) }))} />
        </Form.Item>
        <Form.Item name="minutes" label={t("settings.catalogue.minutes")} rules={between(5, 600)}>
          <InputNumber style={{ width: "100%" }} step={5} data-testid="catalogue-procedure-minutes" />
        </Form.Item>
        <Form.Item name="numbingMinutes" label={t("settings.catalogue.numbingMinutes")} extra={t("settings.catalogue.numbingHint")} rules={between(0, 180)}>
          <InputNumber style={{ width: "100%" }} step={5} data-testid="catalogue-procedure-numbing" />
        </Form.Item>
      </div>
    </Frame>
  );
}

export function RoomEditor({ id, initial, ...frame }: EditorProps<Room>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RoomValues>();
  const set = useWrite("catalogue.set_room", { form, done: t("common.saved") });
  return (
    <Frame<RoomValues> {...frame} isNew={id === null} form={form} pending={set.pending} initial={initial ?? {}} save={async (values) => (await set.run({ id, ...values })) !== undefined}>
      <Name testId="catalogue-room-name" />
    </Frame>
  );
}

export function EquipmentEditor({ id, initial, ...frame }: EditorProps<Equipment>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<EquipmentValues>();
  const set = useWrite("catalogue.set_equipment", { form, done: t("common.saved") });
  return (
    <Frame<EquipmentValues> {...frame} isNew={id === null} form={form} pending={set.pending} initial={initial ?? { serialNumber: "" }} save={async (values) => (await set.run({ id, ...values })) !== undefined}>
      <div className={styles.pair}>
        <Name testId="catalogue-equipment-name" />
        <Words name="serialNumber" label={t("settings.catalogue.serialNumber")} testId="catalogue-equipment-serial" optional />
      </div>
    </Frame>
  );
}

interface FrameProps<Values> {
  /** What is new is in use. */
  isNew: boolean;
  form: FormInstance<Values>;
  initial: Partial<Values>;
  pending: boolean;
  save: (values: Values) => Promise<boolean>;
  onDraft: (draft: Values) => void;
  onBack: () => void;
  onSaved: () => void;
  children: ReactNode;
}

function Frame<Values extends { active: boolean }>({ isNew, form, initial, pending, save, onDraft, onBack, onSaved, children }: FrameProps<Values>) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // An open list of choices, and an input method at work, take Esc for themselves.
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    if (event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true") return;
    event.stopPropagation();
    onBack();
  };
  return (
    <Form
      form={form}
      name="catalogue"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      className={styles.editor ?? ""}
      onKeyDown={onKeyDown}
      onValuesChange={(_, values: Values) => { onDraft(values); }}
      onFinish={async (values: Values) => {
        if (await save({ ...values, active: isNew || values.active })) onSaved();
      }}
    >
      {children}
      {!isNew && (
        <div className={styles.active}>
          <Form.Item name="active" valuePropName="checked" noStyle><Switch size="small" data-testid="catalogue-active" /></Form.Item>
          <label htmlFor="catalogue_active">{t("settings.catalogue.active")}</label>
          <span className="quiet">{t("settings.catalogue.activeHint")}</span>
        </div>
      )}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={pending} data-testid="catalogue-save">{t("common.save")}</Button>
        <Button data-testid="catalogue-back" onClick={onBack}>{t("common.back")}</Button>
      </div>
    </Form>
  );
}

function Name({ testId }: { testId: string }) {
  const { t } = useTranslation();
  return <Words name="name" label={t("settings.catalogue.name")} testId={testId} autoFocus />;
}

interface WordsProps {
  name: string;
  label: string;
  extra?: string;
  testId: string;
  autoFocus?: boolean;
  optional?: boolean;
}

function Words({ name, label, extra, testId, autoFocus = false, optional = false }: WordsProps) {
  const { t } = useTranslation();
  return (
    <Form.Item name={name} label={label} extra={extra} rules={optional ? [] : [{ required: true, whitespace: true, message: t("common.required") }]}>
      <Input autoFocus={autoFocus} data-testid={testId} />
    </Form.Item>
  );
}
