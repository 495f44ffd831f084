/**
 * A pretended Rust for looking at the screens in a browser: `VITE_MOCK=1 npx vite`.
 * Loaded by main.tsx under the development server only; it never reaches a build.
 * `?stage=no_clinic` and so on in the address starts at that stage; `?empty` has no data.
 * Screens add their answers in answers/.
 */
import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import type { CommandName, Input, Output } from "../src/api/call";
import type { Failure, Tag, Uploads } from "../src/api/generated";
import { auditAnswers } from "./answers/audit";
import { billingAnswers } from "./answers/billing";
import { catalogueAnswers, catalogueUploads } from "./answers/catalogue";
import { clientAnswers, clientUploads } from "./answers/clients";
import { clinicAnswers } from "./answers/clinic";
import { complaintAnswers } from "./answers/complaints";
import { complianceAnswers } from "./answers/compliance";
import { deskAnswers } from "./answers/desk";
import { ledgerAnswers } from "./answers/ledgers";
import { openingAnswers, openingUploads } from "./answers/openings";
import { photoAnswers, photoDownloads, photoUploads } from "./answers/photos";
import { signingAnswers, signingUploads } from "./answers/signing";
import { refundAnswers } from "./answers/refunds";
import { salesAnswers } from "./answers/sales";
import { scanAnswers, scanUploads } from "./answers/scan";
import { staffAnswers } from "./answers/staff";
import { stockAnswers, stockUploads } from "./answers/stock";
import { traceAnswers } from "./answers/traces";
import { treatmentAnswers } from "./answers/treatments";
import { vialAnswers } from "./answers/vials";
import { boardAnswers } from "./answers/board";

export type Answers = { [Name in CommandName]?: (input: Input<Name>) => Output<Name> | Promise<Output<Name>> };
export type UploadAnswers = { [Name in keyof Uploads]?: (input: Uploads[Name]["input"], bytes: Uint8Array) => Uploads[Name]["output"] | Promise<Uploads[Name]["output"]> };

export function refuse(code: Failure["code"], field: string | null = null, params: Record<string, string> = {}): never {
  const failure: Failure = { code, field, params };
  // What a rejected invoke carries is a plain value, not an Error.
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw failure;
}

export const changed = (...tags: Tag[]) => void emit("changed", { tags });
export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const answers: Answers = { ...deskAnswers, ...clinicAnswers, ...staffAnswers, ...catalogueAnswers, ...scanAnswers, ...auditAnswers, ...boardAnswers, ...clientAnswers, ...stockAnswers, ...vialAnswers, ...treatmentAnswers, ...signingAnswers, ...photoAnswers, ...traceAnswers, ...complaintAnswers, ...complianceAnswers, ...billingAnswers, ...salesAnswers, ...refundAnswers, ...ledgerAnswers, ...openingAnswers };

const uploads: UploadAnswers = { ...clientUploads, ...catalogueUploads, ...scanUploads, ...stockUploads, ...signingUploads, ...photoUploads, ...openingUploads };

export function install(): void {
  mockIPC(
    async (command, payload) => {
      await pause(30);
      const { name, input } = payload as { name: CommandName; input: never };
      if (command === "download") return bytesOf(name, input);
      const answer = answers[name] as ((input: never) => unknown) | undefined;
      if (!answer) throw new Error(`no answer to ${name}`);
      return answer(input);
    },
    { shouldMockEvents: true },
  );
  answerUploads();
}

function bytesOf(name: string, input: never): ArrayBuffer | Promise<ArrayBuffer> {
  const answer = (photoDownloads as Record<string, ((input: never) => Promise<ArrayBuffer>) | undefined>)[name];
  return answer ? answer(input) : new ArrayBuffer(0);
}

type Invoke = (command: string, payload: unknown, options?: { headers: { name: keyof Uploads; input: string } }) => Promise<unknown>;

/** mockIPC keeps the headers to itself, and in them stand an upload's name and input. */
function answerUploads(): void {
  const internals = (window as unknown as { __TAURI_INTERNALS__: { invoke: Invoke } }).__TAURI_INTERNALS__;
  const { invoke } = internals;
  internals.invoke = async (command, payload, options) => {
    if (command !== "upload" || !options) return invoke(command, payload, options);
    await pause(120);
    const { name, input } = options.headers;
    const answer = uploads[name] as ((input: unknown, bytes: unknown) => unknown) | undefined;
    return answer ? answer(JSON.parse(decodeURIComponent(input)), payload) : null;
  };
}
