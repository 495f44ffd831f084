/** The whole window over pretended answers, for tests. */
import { QueryClient } from "@tanstack/react-query";
import { mockIPC } from "@tauri-apps/api/mocks";
import { render } from "@testing-library/react";
import axe from "axe-core";
import { vi } from "vitest";
import type { CommandName, Input, Output } from "../src/api/call";
import type { DeskState, Failure, Me } from "../src/api/generated";
import { Desk } from "../src/app/Desk";
import { Providers } from "../src/app/Providers";

export type Answers = { [Name in CommandName]?: (input: Input<Name>) => Output<Name> };

export const owner: Me = { staffId: "p1", name: "沈静仪", roles: ["owner"], permissions: ["work", "manage_clinic", "manage_staff", "read_audit"] };
export const nurse: Me = { staffId: "p2", name: "林小满", roles: ["nurse"], permissions: ["work", "see_clients"] };

export function deskState(change: Partial<DeskState>): DeskState {
  return {
    stage: "signed_in", demo: null, clinic: { name: "镜台诊所", zone: "Asia/Shanghai", hasLogo: false }, me: owner,
    idleLockMinutes: 10, version: "0.1.0", backup: { lastAt: null, problem: null }, ...change,
  };
}

export function refuse(code: Failure["code"], field: string | null = null, params: Record<string, string> = {}): never {
  const failure: Failure = { code, field, params };
  // What a rejected invoke carries is a plain value.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw failure;
}

/** Opens the window; commands without an answer fail the test's expectations by showing an error. */
export function openDesk(answers: Answers) {
  mockIPC(
    (command, payload) => {
      const { name, input } = payload as { name: CommandName; input: never };
      const answer = answers[name] as ((input: never) => unknown) | undefined;
      if (command !== "call" || !answer) throw new Error(`no answer to ${command} ${name}`);
      return answer(input);
    },
    { shouldMockEvents: true },
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  return render(<Providers client={client}><Desk /></Providers>);
}

/** Gives everything a size, which jsdom does not: a long list draws its rows. */
export function withSizes(): void {
  for (const size of ["clientHeight", "clientWidth"] as const) vi.spyOn(Element.prototype, size, "get").mockReturnValue(1200);
}

/** What a screen reader's user would stumble over. Colours are counted in theme.test.ts: jsdom has none. */
export async function stumbles(root: Element = document.body): Promise<string[]> {
  const { violations } = await axe.run(root, { rules: { "color-contrast": { enabled: false }, region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}
