import type { WordsOf } from "../words.ts";

export const shell = {
  mainNavigation: "主导航",
  plans: "计划",
  team: "团队",
  changes: "变更",
  settings: "设置",
  runningChanges: (count) => `${count} 项进行中`,
  searchOrJump: "搜索或跳转",
  demoBadge: "演示数据",
  account: (name) => `${name} 的账号`,
  signOut: "退出登录",
  shortcuts: "键盘快捷键",
  offline: "已离线。已读取的内容仍可查看，恢复连接前无法应用变更。",
  notFoundTitle: "未找到",
  notFound: "此地址没有内容。",
  toPlans: "前往计划",
} satisfies WordsOf<"shell">;
