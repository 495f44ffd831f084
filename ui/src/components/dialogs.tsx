/**
 * Ant Design's dialogs, with the focus where it belongs. Their inside is mounted once they stand in the
 * document: where the system asks for no movement it is mounted sooner, and the field that should have the focus
 * cannot take it. A dialog over another loses it to the lock of the one beneath, and then gets it back at its
 * closing cross: there Enter would close what was just opened. One that is taken away while it is open (as most are)
 * would leave the focus nowhere: it goes back to where it was.
 */
// eslint-disable-next-line no-restricted-imports
import { Drawer as AntDrawer, type DrawerProps, Modal as AntModal, type ModalProps } from "antd";
import { type ReactNode, useEffect, useState } from "react";

export function Modal({ children, ...props }: ModalProps) {
  useFocusBack(props.open === true);
  return <AntModal {...props}><Standing>{children}</Standing></AntModal>;
}

export function Drawer({ children, ...props }: DrawerProps) {
  useFocusBack(props.open === true);
  return <AntDrawer {...props}><Standing>{children}</Standing></AntDrawer>;
}

function Standing({ children }: { children: ReactNode }) {
  const [inside, setInside] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    if (!inside) return;
    // After the dialog's own lock.
    const timer = window.setTimeout(() => {
      const focused = document.activeElement;
      if (focused?.closest(".ant-modal-close, .ant-drawer-close") === null && focused !== document.body) return;
      inside.querySelector<HTMLElement>("input, textarea")?.focus();
    }, 0);
    return () => { window.clearTimeout(timer); };
  }, [inside]);
  return <div ref={setInside} style={{ display: "contents" }}>{inside && children}</div>;
}

function useFocusBack(open: boolean): void {
  const [before] = useState(() => (open ? document.activeElement : null));
  useEffect(() => () => {
    window.setTimeout(() => {
      if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) before.focus();
    }, 0);
  }, [before]);
}
