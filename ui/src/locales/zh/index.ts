import { common } from "./common";
import { errors } from "./errors";
import { format } from "./format";
import { frame } from "./frame";
import { signIn } from "./signIn";

export const zh = { common, errors, format, frame, signIn };
