import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const settings = {
  title: "设置",
  lead: "仅保存在此浏览器中，只对你生效，更改后立即应用。",
  appearance: "外观",
  language: "语言",
  theme: "主题",
  themes: { system: "跟随系统", light: "浅色", dark: "深色", "high-contrast": "高对比度" },
  density: "行高",
  densities: { compact: "紧凑", comfortable: "宽松" },
  densityNote: "计划页的行高。触摸屏始终使用较高的行。",
  calendar: "工作日历",
  calendarNote: "平移日期按这些工作日计算，图表会标出非工作日。",
  firstDay: "每周第一天",
  weekend: "每周休息日",
  lastWorkingDay: "每周至少保留一个工作日。",
  holidays: "节假日",
  makeUpDays: "调休上班日",
  makeUpNote: "需要上班的周末。",
  days: (count) => `${number(count)} 天`,
  add: "添加",
  addTo: (list) => `添加到${list}`,
  removeDay: (day) => `移除 ${day}`,
  noDays: "无",
  alreadyThere: "列表中已有这一天",
  useChina: "使用中国大陆法定节假日",
  timeZone: "时区",
  timeZoneNote: "计划日期是 UTC+8 的日历日，与 CodeArts 一致，不随本地时区或夏令时变化。变更时间等时刻按本地时区显示。",
  timeZoneNow: (day) => `UTC+8 现在是 ${day}。`,
} satisfies WordsOf<"settings">;
