/**
 * The opaque layer over the whole window: lock, sign-in, and later whatever a client may see.
 * What lies beneath stays mounted, so that work in progress survives, but is inert and invisible,
 * together with every dialog, menu and message that floats outside the frame.
 */
import { ConfigProvider } from "antd";
import { type ReactNode, useLayoutEffect } from "react";
import { createPortal } from "react-dom";

function coverElement(): HTMLElement {
  const element = document.getElementById("cover");
  if (!element) throw new Error("index.html has no #cover");
  return element;
}

function sealBody(): () => void {
  const cover = coverElement();
  const sealed = new Set<HTMLElement>();
  const seal = () => {
    for (const child of document.body.children) {
      if (child instanceof HTMLElement && child !== cover && !child.inert) {
        child.inert = true;
        sealed.add(child);
      }
    }
  };
  if (document.activeElement instanceof HTMLElement && !cover.contains(document.activeElement)) document.activeElement.blur();
  document.body.setAttribute("data-covered", "");
  seal();
  const watch = new MutationObserver(seal);
  watch.observe(document.body, { childList: true });
  return () => {
    watch.disconnect();
    document.body.removeAttribute("data-covered");
    for (const child of sealed) child.inert = false;
  };
}

export function Cover({ children }: { children: ReactNode }) {
  useLayoutEffect(sealBody, []);
  return createPortal(<ConfigProvider getPopupContainer={coverElement}>{children}</ConfigProvider>, coverElement());
}
