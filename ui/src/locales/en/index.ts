import type { zh } from "../zh";
import { common } from "./common";
import { errors } from "./errors";
import { format } from "./format";
import { frame } from "./frame";
import { signIn } from "./signIn";

export const en: typeof zh = { common, errors, format, frame, signIn };
