import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type ShortcutOptions, useShortcut } from "./shortcuts";

const pressed = vi.fn();
beforeEach(() => { pressed.mockReset(); });
afterEach(() => { document.body.removeAttribute("data-covered"); });

function Keys({ keys, options }: { keys: string; options?: ShortcutOptions }) {
  useShortcut(keys, "", pressed, options);
  return <input aria-label="field" />;
}

test("a letter works on the screen and is typed in a field", () => {
  render(<Keys keys="J" />);
  fireEvent.keyDown(document.body, { key: "j" });
  expect(pressed).toHaveBeenCalledTimes(1);
  fireEvent.keyDown(screen.getByLabelText("field"), { key: "j" });
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("a chord works in a field, too", () => {
  render(<Keys keys="Ctrl+K" />);
  fireEvent.keyDown(screen.getByLabelText("field"), { key: "k", ctrlKey: true });
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("keys that an input method is composing with are its own", () => {
  render(<Keys keys="Escape" options={{ inFields: true }} />);
  fireEvent.keyDown(screen.getByLabelText("field"), { key: "Escape", isComposing: true });
  fireEvent.keyDown(screen.getByLabelText("field"), { key: "Escape", keyCode: 229 });
  expect(pressed).not.toHaveBeenCalled();
});

test("? is found whatever shift is needed to type it", () => {
  render(<Keys keys="?" />);
  fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
  expect(pressed).toHaveBeenCalledTimes(1);
});

test("nothing beneath the lock hears a key", () => {
  render(<Keys keys="Ctrl+K" />);
  document.body.setAttribute("data-covered", "");
  fireEvent.keyDown(document.body, { key: "k", ctrlKey: true });
  expect(pressed).not.toHaveBeenCalled();
});

test("what was registered last is asked first", () => {
  const inner = vi.fn();
  function Inner() {
    useShortcut("F2", "", inner);
    return null;
  }
  render(<><Keys keys="F2" /><Inner /></>);
  fireEvent.keyDown(document.body, { key: "F2" });
  expect([inner.mock.calls.length, pressed.mock.calls.length]).toEqual([1, 0]);
});
