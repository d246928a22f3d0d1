import type { Words } from "../words.ts";
import { changes } from "./changes.ts";
import { common } from "./common.ts";
import { errors } from "./errors.ts";
import { shell } from "./shell.ts";

export const zhCN: Words = { common, errors, changes, shell };
