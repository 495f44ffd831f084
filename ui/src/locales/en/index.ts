import type { zh } from "../zh";
import { clinic } from "./clinic";
import { common } from "./common";
import { errors } from "./errors";
import { firstRun } from "./firstRun";
import { format } from "./format";
import { frame } from "./frame";
import { signIn } from "./signIn";
import { unlock } from "./unlock";

export const en: typeof zh = { clinic, common, errors, firstRun, format, frame, signIn, unlock };
