import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { guardPage } from "./pageGuard";
import { useShortcut } from "./shortcuts";

guardPage();

/** Whether the webview would still do its own. */
const left = (key: KeyboardEventInit) => fireEvent.keyDown(document.body, key);

test.each([
  { key: "F5" }, { key: "F5", ctrlKey: true }, { key: "r", ctrlKey: true }, { key: "R", ctrlKey: true, shiftKey: true }, { key: "r", metaKey: true },
  { key: "ArrowLeft", altKey: true }, { key: "ArrowRight", altKey: true },
])("the page is neither reloaded nor left by %o", (key) => {
  expect(left(key)).toBe(false);
});

test.each([{ key: "r" }, { key: "F3" }, { key: "ArrowLeft" }, { key: "c", ctrlKey: true }])("%o goes its way", (key) => {
  expect(left(key)).toBe(true);
});

test("a shortcut on Alt and an arrow works all the same", () => {
  const pressed = vi.fn();
  function Keys() {
    useShortcut("Alt+ArrowLeft", "", pressed);
    return null;
  }
  render(<Keys />);
  expect(left({ key: "ArrowLeft", altKey: true })).toBe(false);
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("the webview's menu is there in a text field only", () => {
  render(<><input aria-label="field" /><p>words</p></>);
  expect(fireEvent.contextMenu(screen.getByText("words"))).toBe(false);
  expect(fireEvent.contextMenu(screen.getByLabelText("field"))).toBe(true);
});
