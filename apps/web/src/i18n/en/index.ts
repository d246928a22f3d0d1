import { changes } from "./changes.ts";
import { common } from "./common.ts";
import { errors } from "./errors.ts";
import { shell } from "./shell.ts";

export const en = { common, errors, changes, shell };
