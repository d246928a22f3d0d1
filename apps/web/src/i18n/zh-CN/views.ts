import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const views = {
  label: "视图",
  save: "保存此视图",
  saveTitle: "保存此视图",
  saveHint: "以名称保存筛选、排序和布局。",
  name: "名称",
  nameLimits: (most) => `名称：1 到 ${number(most)} 个字符`,
  shareTick: "与账号内所有人共享",
  shareHint: "视图只是筛选，不授予权限：每人只看到自己的计划。",
  byYou: "你",
  sharedBy: (person) => `由${person}共享`,
  changed: "已改动",
  menu: (name) => `视图 ${name} 的更多操作`,
  goBack: "回到已保存的视图",
  replace: "替换为当前所示",
  saveAs: "另存为新视图…",
  setDefault: "打开页面时使用此视图",
  unsetDefault: "打开页面时不再使用",
  share: "与所有人共享",
  unshare: "停止共享",
  rename: "重命名…",
  renameTitle: "重命名视图",
  deleted: (name) => `已删除视图 ${name}。`,
  undo: "撤销",
} satisfies WordsOf<"views">;
