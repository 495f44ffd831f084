/** The rooms, a short list edited in place; what was typed waits when its editor is left. */
import { Button, Form, Input, Switch } from "antd";
import { DoorOpen, Plus } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Room } from "../../../api/generated";
import { useWrite } from "../../../api/hooks";
import { useShortcut } from "../../../app/shortcuts";
import { EmptyState } from "../../../components/States";
import settings from "../settings.module.css";
import styles from "./catalogue.module.css";

type RoomValues = Omit<Room, "id">;

const addKey = "catalogue-room-add";
const keyOf = (room: Room) => `catalogue-room-${room.id}`;

interface RoomsProps {
  rooms: readonly Room[];
  shown: boolean;
  editable: boolean;
}

export function Rooms({ rooms, shown, editable }: RoomsProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState<string | null>(null);
  const [drafts, setDrafts] = useState<Record<string, RoomValues | undefined>>({});
  useShortcut("Ctrl+N", t("catalogue.add.rooms"), () => { setEditing(addKey); }, { when: shown && editable });
  // Closed at once, so that the button that opened it is there again to take the focus.
  const close = (key: string) => {
    flushSync(() => { setEditing(null); });
    document.getElementById(key)?.focus();
  };
  const editor = (key: string, room: Room | null) => (
    <RoomEditor
      key={key}
      id={room?.id ?? null}
      initial={drafts[key] ?? room ?? { name: "", active: true }}
      onDraft={(draft) => { setDrafts((now) => ({ ...now, [key]: draft })); }}
      onBack={() => { close(key); }}
      onSaved={() => { setDrafts((now) => ({ ...now, [key]: undefined })); close(key); }}
    />
  );
  return (
    <section className={settings.group} aria-label={t("catalogue.tabs.rooms")}>
      <p className="quiet">{t("catalogue.rooms.hint")}</p>
      {rooms.length === 0 && editing !== addKey && <EmptyState icon={DoorOpen} title={t("catalogue.emptyList.rooms.title")} hint={t("catalogue.emptyList.rooms.hint")} />}
      {rooms.length > 0 && (
        <ul className={settings.items}>
          {rooms.map((room) => {
            const key = keyOf(room);
            return (
              <li key={room.id} data-testid="catalogue-room">
                {editing === key ? editor(key, room) : (
                  <div className={settings.item}>
                    <span className={room.active ? "" : "quiet"}>{room.name}</span>
                    {drafts[key] && <span className="caution">{t("catalogue.rooms.unsaved")}</span>}
                    {!room.active && <span className="quiet">{t("catalogue.inactive")}</span>}
                    {editable && <Button id={key} type="text" size="small" aria-label={t("catalogue.rooms.editOne", { name: room.name })} data-testid="room-edit" onClick={() => { setEditing(key); }}>{t("common.edit")}</Button>}
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {editing === addKey ? editor(addKey, null) : editable && (
        <div className={styles.buttons}>
          <Button id={addKey} icon={<Plus aria-hidden size={16} strokeWidth={1.5} />} data-testid={addKey} onClick={() => { setEditing(addKey); }}>{t("catalogue.add.rooms")}</Button>
          {drafts[addKey] && <span className="caution">{t("catalogue.rooms.unsaved")}</span>}
        </div>
      )}
    </section>
  );
}

interface RoomEditorProps {
  id: string | null;
  initial: RoomValues;
  onDraft: (draft: RoomValues) => void;
  onBack: () => void;
  onSaved: () => void;
}

function RoomEditor({ id, initial, onDraft, onBack, onSaved }: RoomEditorProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<RoomValues>();
  const set = useWrite("catalogue.set_room", { form, done: t("common.saved") });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // An input method at work takes Esc for itself.
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.stopPropagation();
    onBack();
  };
  return (
    <Form<RoomValues>
      form={form}
      name="catalogue-room"
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      className={settings.editor ?? ""}
      onKeyDown={onKeyDown}
      onValuesChange={(_, values) => { onDraft(values); }}
      onFinish={async ({ name, active }) => { if (await set.run({ id, name, active: id === null || active })) onSaved(); }}
    >
      <Form.Item name="name" label={t("catalogue.fields.name")} rules={[{ required: true, whitespace: true, message: t("common.required") }]}>
        <Input autoFocus maxLength={60} data-testid="catalogue-room-name" />
      </Form.Item>
      {id !== null && (
        <div className={styles.active} style={{ marginBottom: 16 }}>
          <Form.Item name="active" valuePropName="checked" noStyle><Switch size="small" data-testid="catalogue-active" /></Form.Item>
          <label htmlFor="catalogue-room_active">{t("catalogue.fields.active")}</label>
          <span className="quiet">{t("catalogue.hints.active")}</span>
        </div>
      )}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={set.pending} data-testid="catalogue-save">{t("common.save")}</Button>
        <Button data-testid="catalogue-back" onClick={onBack}>{t("common.back")}</Button>
      </div>
    </Form>
  );
}
