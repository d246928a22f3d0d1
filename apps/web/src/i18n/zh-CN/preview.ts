import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

const changesTo = (changes: number, items: number) => `${number(items)} 个工作项的 ${number(changes)} 项变更`;

export const preview = {
  table: "变更",
  column: { number: "编号", item: "工作项", field: "字段", now: "现在", after: "之后" },
  keys: "方向键在勾选框之间移动，空格勾选或取消，Shift 加方向键连续勾选，Ctrl+A 全选或全不选。",
  ticked: (ticked, all) => `已勾选 ${number(ticked)} / ${number(all)} 行`,
  tickAll: "全选",
  tickNone: "全不选",
  allTicked: "已全部勾选",
  noneTicked: "没有勾选任何行",
  include: (title, field) => `更改 ${title} 的${field}`,
  includeAll: "包含全部变更",
  untickedByYou: "已取消勾选",
  group: {
    cascade: (changes, items) => `随之移动：${changesTo(changes, items)}`,
    asked: (changes, items) => `可以恢复：${changesTo(changes, items)}`,
  },
  follows: (item) => `跟随 ${item}`,
  alongLink: (link) => `（${link}）`,
  leftAsTheyAre: (count) => `保持不变：${number(count)} 项`,
  reasonCount: (reason, count) => `${reason}：${number(count)}`,
  nowHolds: (value) => `现为 ${value}`,
  willHold: (value) => `将写入 ${value}`,
  summary: changesTo,
  estimate: (duration, count) => `约 ${duration}，${number(count)} 次 CodeArts 调用。`,
  atMost: (duration, count) => `最多 ${duration}，${number(count)} 次 CodeArts 调用。`,
} satisfies WordsOf<"preview">;
