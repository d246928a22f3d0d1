import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");
const items = (count: number) => `${number(count)} 个工作项`;
const signed = (count: number) => (count > 0 ? `+${number(count)}` : number(count));

export const trends = {
  title: "趋势",
  open: "趋势",
  project: "项目",
  plan: "计划",
  allProjects: "全部项目",
  allPlans: "全部计划",
  range: "天数",
  days: { "30": "30 天", "90": "90 天", "180": "180 天" },
  view: "显示为",
  chart: "图表",
  table: "表格",
  png: "PNG：图表图片",
  csv: "CSV：数据表",
  fileName: "趋势",
  projectFailed: (name) => `${name} 无法读取，未计入。`,
  noItems: "这些计划中还没有工作项，没有可显示的燃起图。",
  burnUp: "燃起图",
  chartLabel: (name) => `${name} 的每日燃起图`,
  counted: (count, undated) =>
    `按今天计划中 ${items(count)}（不含有下级的项）统计。CodeArts 不提供计划内容的历史。${undated === 0 ? "" : `其中 ${items(undated)}没有结束日期，不计入计划线。`}`,
  line: { done: "已完成", scope: "计划中", planned: "按计划应完成", unknown: "未知" },
  pointText: ({ day, done, unknown, scope, planned }) =>
    unknown === 0
      ? `${day}：共 ${number(scope)} 项，完成 ${number(done)} 项，按计划应完成 ${number(planned)} 项`
      : unknown >= scope
        ? `${day}：共 ${number(scope)} 项，完成数未知，按计划应完成 ${number(planned)} 项`
        : `${day}：共 ${number(scope)} 项，完成 ${number(done)} 至 ${number(done + unknown)} 项，按计划应完成 ${number(planned)} 项`,
  history: {
    gone: (name, day) => `${name}：CodeArts 没有 ${day} 之前的记录。`,
    "too-many": (name, day) => `${name}：变更过多，${day} 之前的内容未读取。`,
    ipd: (name) => `${name}：IPD 项目的历史只能逐项查询，未予读取。有人查看过的日期由 Gantry 自己的记录得知。`,
    refused: (name) => `${name}：CodeArts 不允许读取其变更记录。`,
    none: (name) => `${name}：CodeArts 没有变更记录。`,
  },
  moreNotes: (count) => `另有 ${number(count)} 条说明`,
  failedPlans: (name, count) => `${name}：${number(count)} 个计划无法读取，未计入。`,
  source: { now: "刚刚读取", records: "变更记录", note: "Gantry 记录", none: "未知" },
  column: { day: "日期", scope: "计划中", done: "已完成", unknown: "未知", planned: "应完成", source: "来源" },
  drift: {
    title: "计划与实际",
    rule: "依据 CodeArts 变更记录：已完成项对比其当前计划结束日期，以及所选天数内结束日期的改动。工作日按中国日历计算。",
    early: "提前完成",
    onTime: "按期完成",
    late: "延期完成",
    mean: "平均",
    meanDays: (count) => (count === 0 ? "按期" : count > 0 ? `延期 ${number(count)} 天` : `提前 ${number(-count)} 天`),
    untold: (count) => `${items(count)}的完成时间未知。`,
    moved: (count, moves, days) =>
      count === 0
        ? "没有改动结束日期。"
        : `${items(count)}的结束日期被改动，共 ${number(moves)} 次，合计 ${signed(days)} 个工作日。`,
    none: "没有偏离计划或改动结束日期的工作项。",
    furthest: (count) => `偏离最多的 ${number(count)} 项`,
    item: "工作项",
    planned: "计划结束",
    finished: "完成于",
    off: "偏差",
    ends: "改期",
    offDays: (count) =>
      count === 0 ? "按期" : count > 0 ? `延期 ${number(count)} 个工作日` : `提前 ${number(-count)} 个工作日`,
    times: (count, days) => `${number(count)} 次，${signed(days)}`,
    open: "未完成",
  },
} satisfies WordsOf<"trends">;
