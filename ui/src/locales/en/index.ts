import type { zh } from "../zh";
import { audit } from "./audit";
import { calendar } from "./calendar";
import { clients } from "./clients";
import { clinic } from "./clinic";
import { common } from "./common";
import { errors } from "./errors";
import { firstRun } from "./firstRun";
import { format } from "./format";
import { frame } from "./frame";
import { settings } from "./settings";
import { signIn } from "./signIn";
import { staff } from "./staff";
import { today } from "./today";
import { triage } from "./triage";
import { unlock } from "./unlock";

export const en: typeof zh = { audit, calendar, clients, clinic, common, errors, firstRun, format, frame, settings, signIn, staff, today, triage, unlock };
