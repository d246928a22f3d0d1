import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const selection = {
  toolbar: "选择",
  count: (count) => `已选 ${number(count)} 项`,
  edit: "编辑",
  assign: "分配",
  shiftDates: "平移日期",
  link: "连线",
  addToPlan: "加入计划",
  clear: "清除",
} satisfies WordsOf<"selection">;
