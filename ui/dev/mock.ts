/**
 * A pretended Rust for looking at the screens in a browser: `VITE_MOCK=1 npx vite`.
 * Loaded by main.tsx under the development server only; it never reaches a build.
 * `?stage=no_clinic` and so on in the address starts at that stage; `?empty` has no data.
 * Screens add their answers in answers/.
 */
import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import type { CommandName, Input, Output } from "../src/api/call";
import type { Failure, Tag } from "../src/api/generated";
import { auditAnswers } from "./answers/audit";
import { clientAnswers, importPreview } from "./answers/clients";
import { clinicAnswers } from "./answers/clinic";
import { deskAnswers } from "./answers/desk";
import { staffAnswers } from "./answers/staff";
import { boardAnswers } from "./answers/board";

export type Answers = { [Name in CommandName]?: (input: Input<Name>) => Output<Name> | Promise<Output<Name>> };

export function refuse(code: Failure["code"], field: string | null = null, params: Record<string, string> = {}): never {
  const failure: Failure = { code, field, params };
  // What a rejected invoke carries is a plain value, not an Error.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw failure;
}

export const changed = (...tags: Tag[]) => void emit("changed", { tags });
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const answers: Answers = { ...deskAnswers, ...clinicAnswers, ...staffAnswers, ...auditAnswers, ...boardAnswers, ...clientAnswers };

export function install(): void {
  mockIPC(
    async (command, payload) => {
      await pause(30);
      // What is uploaded is not told apart here: only an import looks at the answer.
      if (command === "upload") return importPreview;
      if (command === "download") return new ArrayBuffer(0);
      const { name, input } = payload as { name: CommandName; input: never };
      const answer = answers[name] as ((input: never) => unknown) | undefined;
      if (!answer) throw new Error(`no answer to ${name}`);
      return answer(input);
    },
    { shouldMockEvents: true },
  );
}
