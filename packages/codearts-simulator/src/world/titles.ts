import type { Random } from "../random.ts";
import type { Initiative } from "./themes/theme-types.ts";

const STORY_ENDINGS = [
  "on small screens",
  "with a screen reader",
  "for returning customers",
  "for business accounts",
  "when the network is slow",
  "in the mobile app",
  "for new markets",
  "with fewer steps",
  "explained in plain words",
  "by keyboard only",
  "for the support desk",
  "in two languages",
  "with an undo",
  "for large accounts",
  "with its history",
];

const TASK_FORMS = [
  "Write contract tests for {subject}",
  "Put {subject} behind a flag",
  "Measure {subject} under load",
  "Document {subject}",
  "Review the wording of {subject}",
  "Move {subject} to the new schema",
  "Add metrics to {subject}",
  "Threat model for {subject}",
  "Clean up after {subject}",
  "Prepare test data for {subject}",
  "Rehearse {subject} on staging",
  "Agree {subject} with legal",
];

const BUG_FORMS = [
  "{Subject} loses focus after an error",
  "{Subject} shown twice after reload",
  "{Subject} times out under load",
  "{Subject} ignores the time zone",
  "{Subject} cuts off long names",
  "{Subject} keeps the old value after saving",
  "{Subject} flickers on resize",
  "{Subject} fails for the first record of a month",
  "{Subject} not announced to screen readers",
  "Wrong total in {subject}",
  "Stale cache behind {subject}",
];

const CHINESE_STORIES = ["{主题}支持批量操作", "{主题}适配移动端", "{主题}增加审批流程", "优化{主题}的交互体验"];
const CHINESE_TASKS = ["编写{主题}接口文档", "补充{主题}单元测试", "梳理{主题}监控指标", "{主题}性能压测"];
const CHINESE_BUGS = ["修复{主题}重复提交的问题", "{主题}偶发超时", "{主题}在弱网下显示异常"];

const CHINESE_SHARE = 0.15;

export type TitleKind = "story" | "task" | "bug";

const FORMS: Record<TitleKind, { english: string[]; chinese: string[] }> = {
  story: { english: STORY_ENDINGS.map((ending) => `{Subject} ${ending}`), chinese: CHINESE_STORIES },
  task: { english: TASK_FORMS, chinese: CHINESE_TASKS },
  bug: { english: BUG_FORMS, chinese: CHINESE_BUGS },
};

/** Lower-cases the first letter, but not that of an acronym or a name with digits ("PDF/A", "3-D"). */
function inSentence(subject: string): string {
  return /^[A-Z][a-z]/.test(subject) && !/^Year /.test(subject) ? subject.charAt(0).toLowerCase() + subject.slice(1) : subject;
}

/** Makes titles for one initiative; each is used once as long as the forms last. */
export function createTitles(initiative: Initiative, random: Random): (kind: TitleKind) => string {
  const used = new Set<string>();
  const make = (kind: TitleKind): string => {
    const chinese = initiative.chineseSubjects;
    if (chinese !== undefined && random.chance(CHINESE_SHARE))
      return random.pick(FORMS[kind].chinese).replace("{主题}", random.pick(chinese));
    const subject = random.pick(initiative.subjects);
    if (kind === "story" && !used.has(subject)) return subject;
    return random.pick(FORMS[kind].english).replace("{Subject}", subject).replace("{subject}", inSentence(subject));
  };
  return (kind) => {
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const title = make(kind);
      if (!used.has(title)) {
        used.add(title);
        return title;
      }
    }
    const title = `${make(kind)}, part ${used.size}`;
    used.add(title);
    return title;
  };
}
