import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const common = {
  product: "Gantry",
  close: "关闭",
  cancel: "取消",
  save: "保存",
  delete: "删除",
  rename: "重命名",
  search: "搜索",
  clearSearch: "清除搜索",
  noMatches: "没有匹配项",
  moreMatches: (count) => `另有 ${number(count)} 项，输入文字可缩小范围`,
  tryAgain: "重试",
  dismiss: "关闭提示",
  messages: "消息",
  loading: "加载中",
  nobody: "无人",
  skipToContent: "跳到正文",
  pageTitle: (page) => `${page} · Gantry`,
  workItems: (count) => `${number(count)} 个工作项`,
  changes: (count) => `${number(count)} 项变更`,
  duration: {
    seconds: (count) => `${number(count)} 秒`,
    minutes: (count) => `${number(count)} 分钟`,
    hours: (hours, minutes) =>
      minutes === 0 ? `${number(hours)} 小时` : `${number(hours)} 小时 ${number(minutes)} 分钟`,
  },
  comma: "，",
  sentences: (sentences) => sentences.filter(Boolean).join(""),
  readAgo: (ago) => `${ago}读取`,
} satisfies WordsOf<"common">;
