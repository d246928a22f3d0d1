import type { WordsOf } from "../words.ts";

export const session = {
  title: "登录",
  lead: "使用华为云 IAM 用户登录。",
  demo: "这是演示。团队数据均为虚构，表单已填好。",
  account: "账号",
  accountHint: "（IAM 租户名）",
  userName: "用户名",
  password: "密码",
  showPassword: "显示密码",
  hidePassword: "隐藏密码",
  signIn: "登录",
  signingIn: "登录中",
  sentOnce: "密码只发送一次。如果有误，Gantry 会提示且不再重试，因为多次失败会使华为云锁定用户。",
  fillIn: (field) => `缺少${field}`,
  language: "语言",
  today: "今天",
  lostTitle: "登录后继续",
  lostLead: "会话已结束。此页保持原样，已输入的内容都在。",
  otherUser: "换一个用户登录",
  otherUserNote: "此页内容将不再保留。",
} satisfies WordsOf<"session">;
