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
  "Focus lost after an error in {subject}",
  "Duplicate entry after reload in {subject}",
  "Timeout under load in {subject}",
  "Wrong time zone in {subject}",
  "Long names cut off in {subject}",
  "Old value kept after saving in {subject}",
  "Flicker on resize in {subject}",
  "First record of a month fails in {subject}",
  "Screen readers skip {subject}",
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
  return /^[A-Z][a-z]/.test(subject) && !subject.startsWith("Year ")
    ? subject.charAt(0).toLowerCase() + subject.slice(1)
    : subject;
}

/** A title, and what it is about, so that tasks and bugs can stay with their story's subject. */
type Title = { text: string; about: Subject };

export type Subject = { text: string; isChinese: boolean };

export type TitleMaker = (kind: TitleKind, about?: Subject) => Title;

/** Makes titles for one initiative; each is used once as long as the forms last. */
export function createTitles(initiative: Initiative, random: Random): TitleMaker {
  const chain = [...(initiative.chain ?? [])];
  const used = new Set<string>();
  const pickSubject = (): Subject => {
    const chinese = initiative.chineseSubjects;
    return chinese !== undefined && random.chance(CHINESE_SHARE)
      ? { text: random.pick(chinese), isChinese: true }
      : { text: random.pick(initiative.subjects), isChinese: false };
  };
  const make = (kind: TitleKind, about: Subject): string => {
    if (about.isChinese) return random.pick(FORMS[kind].chinese).replace("{主题}", about.text);
    if (kind === "story" && !used.has(about.text)) return about.text;
    return random
      .pick(FORMS[kind].english)
      .replace("{Subject}", about.text)
      .replace("{subject}", inSentence(about.text));
  };
  return (kind, given) => {
    const next = chain.shift();
    if (next !== undefined) return { text: next, about: { text: next, isChinese: false } };
    let title: Title = { text: "", about: pickSubject() };
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const about = given !== undefined && attempt < 6 ? given : pickSubject();
      title = { text: make(kind, about), about };
      if (!used.has(title.text)) break;
    }
    used.add(title.text);
    return title;
  };
}
