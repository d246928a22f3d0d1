import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const changesList = {
  title: "变更",
  lead: "在可见项目中通过 Gantry 做过的所有更改，最新的在前。",
  empty: "还没有变更。打开一个计划，选择工作项进行编辑，或从待办列表添加。",
  toPlans: "前往计划",
  toAudit: "审计日志",
  whose: "谁的变更",
  everybody: "所有人",
  mine: "我的",
  project: "项目",
  allProjects: "全部项目",
  plan: "计划",
  allPlans: "全部计划",
  clearFilters: "清除筛选",
  nothingFits: "没有符合筛选条件的变更集。",
  underWay: "进行中",
  ended: "已结束",
  column: { what: "内容", where: "位置", who: "操作者", when: "时间", progress: "进度", outcome: "结果" },
  progress: (done, total) => `${number(done)} / ${number(total)}`,
  progressOf: (title) => `${title}的进度`,
  outcomeCount: (name, count) => `${name} ${number(count)}`,
  undone: "已撤销",
  more: "显示更多",
  shown: (shown, all) => `${number(shown)} / ${number(all)} 个变更集`,
} satisfies WordsOf<"changesList">;
