import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const chart = {
  linkTypes: {
    FS: "完成到开始",
    SS: "开始到开始",
    FF: "完成到完成",
    SF: "开始到完成",
  },
  workingDays: (count) => `${number(count)} 个工作日`,
  moved: (title, span, length) => `${title}：${span}，${length}`,
  changedMeanwhile: (title) => `${title} 期间已被更改，未移动任何项。`,
  linkFrom: (title) => `从 ${title} 连线。上下键选择另一项，T 切换类型，回车连线，Esc 取消。`,
  linkDraft: (from, to, type) => `${from} 到 ${to}，${type}`,
  linkNowhere: (from) => `${from} 到 …`,
  linked: (from, to, type) => `${from} 已连到 ${to}，${type}`,
  offscreen: (title, span) => `${title}，${span}，在视图之外`,
  resizeColumn: (header) => `${header} 列宽`,
  columnWidth: (header, width) => `${header}，宽 ${number(width)} 像素`,
  sorted: (header, direction) =>
    header === null ? "按计划原有顺序排列" : `按 ${header} ${direction === "ascending" ? "升序" : "降序"}排列`,
  columnMoved: (header, position, count) => `${header} 是第 ${position} 列，共 ${count} 列`,
  locked: {
    summary: "日期来自其子项，请移动子项。",
    inverted: "结束早于开始，请用“编辑”设置日期。",
    closed: "已关闭，重新打开后才能更改日期。",
    heading: "这是分组标题，不是工作项。",
  },
} satisfies WordsOf<"chart">;
