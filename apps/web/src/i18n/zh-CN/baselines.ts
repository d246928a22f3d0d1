import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

const workingDays = (count: number) => `${number(count)} 个工作日`;

export const baselines = {
  button: "基线",
  compareWith: "对比",
  none: "无基线",
  save: "保存基线…",
  saveTitle: "保存基线",
  saveHint: "保存各工作项此刻在 CodeArts 中的日期。",
  keptByGantry: "由 Gantry 保存，不在 CodeArts 中。",
  name: "名称",
  nameLimits: (most) => `名称：1 到 ${number(most)} 个字符`,
  defaultName: (day) => `基线 ${day}`,
  saved: (name) => `已保存 ${name}。`,
  delete: "删除此基线…",
  deleteTitle: (name) => `删除 ${name}`,
  deleteText: "其中的日期无法恢复，计划本身不变。",
  deleteNow: "删除基线",
  deleted: (name) => `已删除 ${name}。`,
  savedBy: (person, when) => `${person} 保存于 ${when}`,
  summary: (counts, name) => `自 ${name} 以来：${counts}`,
  unchanged: "没有变化",
  list: "自基线以来的变化",
  counts: {
    later: (count) => `${number(count)} 项推迟`,
    earlier: (count) => `${number(count)} 项提前`,
    start: (count) => `${number(count)} 项开始日不同`,
    new: (count) => `${number(count)} 项新增`,
    dated: (count) => `${number(count)} 项新排期`,
    undated: (count) => `${number(count)} 项失去日期`,
    gone: (count) => `${number(count)} 项已移出`,
  },
  shifted: {
    later: (days) => `比基线晚 ${workingDays(days)}`,
    earlier: (days) => `比基线早 ${workingDays(days)}`,
  },
  startShifted: {
    later: (days) => `开始比基线晚 ${workingDays(days)}`,
    earlier: (days) => `开始比基线早 ${workingDays(days)}`,
  },
  overDaysOff: {
    later: "比基线晚，仅相差休息日",
    earlier: "比基线早，仅相差休息日",
  },
  since: {
    new: "基线之后新增",
    dated: "基线之后才有日期",
    undated: "基线之后失去日期",
  },
  shortStart: (days) => `开始 ${days}`,
  short: { new: "新增", dated: "新排期", undated: "无日期" },
  number,
} satisfies WordsOf<"baselines">;
