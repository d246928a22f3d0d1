import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const undo = {
  title: { undo: (what) => `撤销“${what}”`, redo: (items) => `重做 ${items}的变更` },
  reading: "正在读取这些工作项的当前值",
  waits: "如果仍在应用，结束后显示预览。",
  lead: { undo: "每项恢复为之前的值。", redo: "每项恢复为撤销前的值。" },
  changedSince: (count) => `${number(count)} 项之后被他人改过，不会改动。`,
  linksStay: (count) =>
    `${number(count)} 个工作项仍留在计划中：CodeArts 没有公开单独移出的接口。如需移出，请在 CodeArts 中打开该计划手动移除。`,
  nothing: "没有可恢复的内容。",
  putBack: (count) => `恢复 ${number(count)} 项变更`,
  noneTicked: "没有勾选任何变更",
  seeChangeSet: "查看变更集",
  result: (applied, total) => `已撤销 ${number(total)} 项中的 ${number(applied)} 项。`,
  resultSince: (applied, total, since) =>
    `已撤销 ${number(total)} 项中的 ${number(applied)} 项，${number(since)} 项之后被改过。`,
} satisfies WordsOf<"undo">;
