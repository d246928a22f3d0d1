import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");
const days = (count: number) => `${number(count)} 天`;

export const coverage = {
  title: "覆盖情况",
  lead: "所有可见项目中与计划不符的工作项。",
  kinds: "不符的类型",
  kind: {
    "no-plan": "不在任何计划中",
    "plans-differ": "计划预期不一",
    "closed-planned": "已关闭但仍有排期",
    "outside-sprint": "超出迭代",
  },
  rule: {
    "no-plan": "未关闭且不在本项目任何甘特图或思维导图中的工作项。",
    "plans-differ":
      "同时在多个计划中、但各计划预期不同的未关闭工作项：两个计划的最新基线日期不同，或该项完全早于或晚于某个计划的其余内容。CodeArts 中每个工作项只有一组日期。",
    "closed-planned": "已关闭但结束日期未到，或下级仍有未关闭项的工作项。",
    "outside-sprint": "早于所属迭代或 PI 开始、或晚于其结束的未关闭工作项（仅限日期已知者）。",
  },
  reasons: {
    "no-plan": () => "不在任何计划中",
    "baselines-differ": (count, plans) =>
      count === 0 ? `${plans} 的基线日期不同` : `${plans} 的基线结束日期相差 ${days(count)}`,
    "apart-from-plan": (count, plans) => `与 ${plans} 的其余内容相隔 ${days(count)}`,
    "ends-later": (count) => `${days(count)}后结束`,
    "open-below": (count) => `下级有 ${number(count)} 项未关闭`,
    "starts-before-sprint": (count) => `早于迭代 ${days(count)}开始`,
    "ends-after-sprint": (count) => `晚于迭代 ${days(count)}结束`,
  },
  projects: "项目",
  project: "项目",
  projectFailed: (name) => `${name} 无法读取。`,
  notRead: "未读取",
  failedPlans: (count) => `有 ${number(count)} 个计划无法读取：仅在这些计划中的工作项会被列为不在任何计划中。`,
  noProjects: "还没有参与任何项目。",
  chooseProject: "选择一个项目以查看其工作项。",
  allFit: "已读取的项目在这一类中均与计划相符。",
  nothing: (project) => `${project} 中没有此类工作项。`,
  list: (kind, project) => `${kind}：${project}`,
  column: {
    number: "编号",
    item: "工作项",
    status: "状态",
    assignee: "负责人",
    dates: "日期",
    sprint: "迭代",
    plans: "计划",
    why: "原因",
  },
  select: (title) => `选择 ${title}`,
  selectShown: "选择所有已显示项",
  selectAll: (count) => `选择全部 ${number(count)} 项`,
  clear: "清除选择",
  shown: (shown, all) => `${number(shown)} / ${number(all)} 个工作项`,
  more: "显示更多",
  noDates: "无日期",
  noSprint: "无迭代",
  morePlans: (count) => `+${number(count)}`,
  addTitle: (count) => `将 ${number(count)} 个工作项加入计划`,
  addTo: "甘特图",
  choosePlan: "选择甘特图",
  next: "预览",
  noGantt: "该项目还没有甘特图，可在计划页面新建。",
} satisfies WordsOf<"coverage">;
