import * as v from "valibot";
import { idText, lenient, listOf, pageOf, readCount, readFlag, readId, readText } from "./wire.ts";

const personEntries = {
  /** 32-hex: the id that IPD writes take. */
  user_id: idText,
  /** Digits: the id that Scrum writes take. */
  user_num_id: lenient(readId),
  user_name: lenient(readText),
  nick_name: lenient(readText),
  domain_id: lenient(readId),
  domain_name: lenient(readText),
  role_name: lenient(readText),
};

/** A member in `GET /v4/projects/{id}/members`. */
export const scrumMemberSchema = v.object({
  ...personEntries,
  role_id: lenient(readText),
  forbidden: lenient(readFlag),
});
export type ScrumMember = v.InferOutput<typeof scrumMemberSchema>;

export const scrumMemberListSchema = pageOf(
  "members",
  v.object({ members: listOf(scrumMemberSchema), total: lenient(readCount) }),
);
export type ScrumMemberList = v.InferOutput<typeof scrumMemberListSchema>;

/** A user of an IPD project; several roles are comma-joined in one text. */
export const ipdUserSchema = v.object({ ...personEntries, role_id: lenient(readText), role_code: lenient(readText) });
export type IpdUser = v.InferOutput<typeof ipdUserSchema>;

export const ipdUserListSchema = listOf(ipdUserSchema);

/** `GET /v4/user`. It has no `id`, although seed 4 sends there for one: `user_id` is meant (§9: 4.8). */
export const currentUserSchema = v.object({
  user_id: idText,
  user_num_id: lenient(readId),
  user_name: lenient(readText),
  nick_name: lenient(readText),
  domain_id: lenient(readId),
  domain_name: lenient(readText),
});
export type CurrentUser = v.InferOutput<typeof currentUserSchema>;
