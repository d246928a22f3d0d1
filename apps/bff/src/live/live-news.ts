import * as v from "valibot";
import type { ChannelMessage } from "../database/store.ts";
import type { Owner } from "../session/session.ts";

/** What the news are about; each replica reads the rest for its own viewers. */
type LiveSubject =
  | { kind: "change-set"; changeSetId: string }
  | { kind: "plan"; planId: string | null }
  | { kind: "dependencies" }
  | { kind: "baselines"; planId: string };

/** Something that happened, before it is known who may hear of it. */
export type LiveNews = {
  /** Whose doing it was; that person hears of it whatever became of their rights in the project. */
  owner: Owner;
  projectId: string;
  subject: LiveSubject;
};

const base = { userId: v.string(), domainId: v.string(), projectId: v.string() };
const messageSchema = v.variant("kind", [
  v.object({ ...base, kind: v.literal("change-set"), changeSetId: v.string() }),
  v.object({ ...base, kind: v.literal("plan"), planId: v.nullable(v.string()) }),
  v.object({ ...base, kind: v.literal("dependencies") }),
  v.object({ ...base, kind: v.literal("baselines"), planId: v.string() }),
]);

export function toMessage({ owner, projectId, subject }: LiveNews): ChannelMessage {
  return { userId: owner.userId, domainId: owner.domainId, projectId, ...subject };
}

/** Null for what a replica of another version may say. */
export function fromMessage(message: ChannelMessage): LiveNews | null {
  const parsed = v.safeParse(messageSchema, message);
  if (!parsed.success) return null;
  const { userId, domainId, projectId, ...subject } = parsed.output;
  return { owner: { userId, domainId }, projectId, subject };
}

/** News of the same topic replace each other where a reader is slow. */
export function topicOf({ projectId, subject }: LiveNews): string {
  return JSON.stringify(subject.kind === "change-set" ? subject : { ...subject, projectId });
}
