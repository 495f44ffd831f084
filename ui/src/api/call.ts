/**
 * The one way from the screens to Rust. Names and types come from generated.ts; a command that
 * Rust does not have does not compile here. Raw bytes travel by two commands of their own, since a
 * megabyte as JSON takes fifty times as long.
 */
import { invoke } from "@tauri-apps/api/core";
import type { Commands, Downloads, Uploads } from "./generated";

export type CommandName = keyof Commands;
export type Input<Name extends CommandName> = Commands[Name]["input"];
export type Output<Name extends CommandName> = Commands[Name]["output"];

export function call<Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  return invoke<Output<Name>>("call", { name, input });
}

/** The bytes are the body; the input is small and goes in a header. */
export function upload<Name extends keyof Uploads>(name: Name, input: Uploads[Name]["input"], bytes: Uint8Array): Promise<Uploads[Name]["output"]> {
  return invoke<Uploads[Name]["output"]>("upload", bytes, { headers: { name, input: encodeURIComponent(JSON.stringify(input)) } });
}

export function download<Name extends keyof Downloads>(name: Name, input: Downloads[Name]): Promise<ArrayBuffer> {
  return invoke<ArrayBuffer>("download", { name, input });
}
