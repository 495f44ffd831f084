import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { mockIPC } from "@tauri-apps/api/mocks";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { deskState, nurse, owner } from "../../dev/desk";
import { deskStateKey } from "../api/events";
import { SessionContext } from "../app/session";
import { useDraftKeeper } from "./useDraft";

function open() {
  const sent: [name: string, body: string | null][] = [];
  mockIPC((_, payload) => {
    const { name, input } = payload as { name: string; input: { body: string | null } };
    sent.push([name, input.body]);
    return null;
  });
  const client = new QueryClient();
  const desk = deskState({});
  client.setQueryData(deskStateKey, desk);
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <SessionContext value={{ me: owner, clinic: { name: "", zone: "Asia/Shanghai", hasLogo: false }, desk }}>{children}</SessionContext>
    </QueryClientProvider>
  );
  const view = renderHook(() => useDraftKeeper("client.new"), { wrapper });
  const settle = () => act(async () => { await new Promise((resolve) => setTimeout(resolve, 0)); });
  return { view, sent, client, settle };
}

test("a form that is left with something typed shares its last words", async () => {
  const { view, sent, settle } = open();
  view.result.current.keep({ name: "A" });
  view.result.current.keep({ name: "Ann" });
  view.unmount();
  await settle();
  expect(sent).toEqual([["drafts.leave", '{"name":"Ann"}']]);
});

test("a form in which nothing was typed says nothing", async () => {
  const { view, sent, settle } = open();
  view.unmount();
  await settle();
  expect(sent).toEqual([]);
});

test("keystrokes are kept after a pause, and shared once the form is left", async () => {
  vi.useFakeTimers();
  const { view, sent } = open();
  view.result.current.keep("A");
  await vi.advanceTimersByTimeAsync(1_000);
  view.unmount();
  await vi.advanceTimersByTimeAsync(1_000);
  vi.useRealTimers();
  expect(sent).toEqual([["drafts.save", '"A"'], ["drafts.leave", '"A"']]);
});

test("what was saved leaves no draft", async () => {
  const { view, sent, settle } = open();
  view.result.current.keep("A");
  await view.result.current.drop();
  view.unmount();
  await settle();
  expect(sent).toEqual([["drafts.save", null]]);
});

test("a form over which somebody else signs in does not become theirs", async () => {
  const { view, sent, client, settle } = open();
  view.result.current.keep("A");
  client.setQueryData(deskStateKey, deskState({ me: nurse }));
  view.unmount();
  await settle();
  expect(sent).toEqual([]);
});
