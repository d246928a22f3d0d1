import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const backlog = {
  panel: "待办列表",
  list: "待办工作项",
  canBeAdded: (count) => `可添加 ${number(count)} 项`,
  search: "搜索待办",
  selected: (count) => `已选 ${number(count)} 项`,
  selectAllMatching: (count) => `选择全部 ${number(count)} 项`,
  clear: "清除",
  empty: "项目的所有工作项都已在计划中。",
  noneMatch: (search) => `没有与“${search}”匹配的待办。`,
  howToChooseByTouch: "点按以选择",
  items: (count) => `${number(count)} 项`,
  undated: (count) => `${number(count)} 项没有日期`,
  howToChoose: "拖动框选，或用 Shift、Ctrl",
  startUndatedOn: "无日期的开始于",
  addToPlan: "加入计划",
  chooseFirst: "请先选择工作项",
  keep: (count) => `${number(count)} 项保留原日期`,
  startOn: (count, day) => `${number(count)} 项从 ${day} 开始`,
  undatedStartOn: (day) => `无日期的从 ${day} 开始`,
  dropHere: "放到图上",
  tooMany: (most) => `一次最多 ${number(most)} 项`,
  dialogTitle: (items, plan) => `将 ${items}加入 ${plan}`,
  checking: "正在从 CodeArts 读取工作项",
  estimate: (calls, seconds) => `${number(calls)} 次 CodeArts 调用，约 ${number(seconds)} 秒。`,
  noWayBack: "CodeArts 没有将工作项移出计划的接口，因此在此无法撤销。",
  leftAlone: (count) => `保持不变：${number(count)} 项`,
  nothingToAdd: "这些工作项都已在计划中。",
  apply: (items) => `加入 ${items}`,
  seeChangeSet: "查看变更集",
} satisfies WordsOf<"backlog">;
