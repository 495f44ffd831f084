/** What jsdom lacks and the window has. */
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";
import "../src/locales";
import { prefer } from "../src/app/preferences";

vi.stubGlobal("matchMedia", (query: string) => ({
  matches: query.includes("reduced-motion"),
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
}));
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe() { return undefined; }
    unobserve() { return undefined; }
    disconnect() { return undefined; }
  },
);
Element.prototype.scrollIntoView = () => undefined;
// axe asks for a canvas before it knows which rules are off.
HTMLCanvasElement.prototype.getContext = () => null;
document.body.innerHTML = '<div id="cover"></div>';
prefer({ language: "zh", shade: "light" });
// The document itself, which the default adds, is longer than anyone reads.
configure({ getElementError: (message) => new Error(message ?? "not found"), asyncUtilTimeout: 20_000 });

// Ant Design writes thousands of rules, which jsdom would match one by one for each question about an element.
new MutationObserver(() => {
  for (const style of document.head.querySelectorAll("style")) if (style.textContent !== "") style.textContent = "";
}).observe(document.head, { childList: true });

afterEach(() => {
  cleanup();
  localStorage.clear();
});
