/** An item of the catalogue, opened: its fields, and beside them its history. */
import { App, Tabs } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Product } from "../../../api/generated";
import { Drawer } from "../../../components/dialogs";
import type { EditorProps, PutBack } from "./EditorFrame";
import { History } from "./History";
import type { Unit } from "./history";
import type { EditedItem } from "./items";

export interface Opened {
  item: EditedItem;
  /** Null for a new one. */
  id: string | null;
  title: string;
  editable: boolean;
  unit: Unit;
  editor: (props: EditorProps) => ReactNode;
}

interface ItemDrawerProps {
  opened: Opened | null;
  products: readonly Product[];
  onClose: () => void;
  /** The focus is free. */
  onClosed: () => void;
}

export function ItemDrawer({ opened, products, onClose, onClosed }: ItemDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const typed = useRef(false);
  const isOpen = opened !== null;
  const closed = useRef(onClosed);
  useEffect(() => {
    closed.current = onClosed;
  });
  // Not once it has slid away: one that is closed while it still opens never says so.
  useEffect(() => (isOpen ? () => { closed.current(); } : undefined), [isOpen]);
  const close = () => {
    if (typed.current) message.info(t("common.draft.kept"));
    typed.current = false;
    onClose();
  };
  return (
    <Drawer
      open={isOpen}
      size={680}
      title={opened?.title}
      destroyOnHidden
      data-testid="catalogue-drawer"
      onClose={close}
      focusable={{ focusTriggerAfterClose: false }}
    >
      {opened && (
        <Inside
          key={`${opened.item} ${opened.id ?? "new"}`}
          opened={opened}
          products={products}
          onTyped={() => { typed.current = true; }}
          onSaved={() => { typed.current = false; onClose(); }}
        />
      )}
    </Drawer>
  );
}

interface InsideProps {
  opened: Opened;
  products: readonly Product[];
  onTyped: () => void;
  onSaved: () => void;
}

function Inside({ opened: { item, id, editable, unit, editor }, products, onTyped, onSaved }: InsideProps) {
  const { t } = useTranslation();
  const [part, setPart] = useState("fields");
  const [putBack, setPutBack] = useState<PutBack | null>(null);
  const form = editor({ editable, putBack, onTyped, onSaved });
  if (id === null) return form;
  const head = (key: "fields" | "history") => ({ key, label: <span data-testid={`catalogue-part-${key}`}>{t(`catalogue.parts.${key}`)}</span> });
  return (
    <Tabs
      activeKey={part}
      onChange={setPart}
      items={[
        { ...head("fields"), children: form, forceRender: true },
        { ...head("history"), children: <History item={item} id={id} products={products} unit={unit} {...(editable ? { onPutBack: (back: PutBack) => { setPutBack(back); setPart("fields"); } } : {})} /> },
      ]}
    />
  );
}
