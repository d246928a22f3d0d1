import { audit } from "./audit.ts";
import { settings } from "./settings.ts";
import { palette } from "./palette.ts";
import { changesList } from "./changes-list.ts";
import type { Words } from "../words.ts";
import { changes } from "./changes.ts";
import { chart } from "./chart.ts";
import { links } from "./links.ts";
import { baselines } from "./baselines.ts";
import { common } from "./common.ts";
import { errors } from "./errors.ts";
import { overview } from "./overview.ts";
import { session } from "./session.ts";
import { shell } from "./shell.ts";
import { backlog } from "./backlog.ts";
import { batchEdit } from "./batch-edit.ts";
import { changeSet } from "./change-set.ts";
import { codes } from "./codes.ts";
import { coverage } from "./coverage.ts";
import { plan } from "./plan.ts";
import { preview } from "./preview.ts";
import { report } from "./report.ts";
import { selection } from "./selection.ts";
import { takeAway } from "./take-away.ts";
import { team } from "./team.ts";
import { share } from "./share.ts";
import { trends } from "./trends.ts";
import { undo } from "./undo.ts";
import { views } from "./views.ts";
import { workItems } from "./work-items.ts";

export const zhCN: Words = {
  chart,
  links,
  baselines,
  common,
  errors,
  changes,
  overview,
  session,
  shell,
  settings,
  palette,
  changesList,
  backlog,
  batchEdit,
  changeSet,
  codes,
  coverage,
  audit,
  plan,
  preview,
  report,
  selection,
  takeAway,
  team,
  share,
  trends,
  undo,
  views,
  workItems,
};
