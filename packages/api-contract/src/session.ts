import * as v from "valibot";
import { epochMsSchema } from "./ids.ts";

export const credentialsSchema = v.strictObject({
  account: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
  userName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
});
export type Credentials = v.InferOutput<typeof credentialsSchema>;

/** Who is signed in. `session: null` when nobody is: asking is public, so that a fresh tab needs no error. */
export const sessionSchema = v.object({
  /** The simulator answers in CodeArts' place, on made-up data. */
  demo: v.boolean(),
  /** Filled in demo mode only, for the sign-in form. */
  demoCredentials: v.optional(credentialsSchema),
  session: v.nullable(
    v.object({
      userId: v.string(),
      userNumericId: v.nullable(v.string()),
      userName: v.string(),
      displayName: v.string(),
      account: v.string(),
      expiresAt: epochMsSchema,
    }),
  ),
});
export type SessionInfo = v.InferOutput<typeof sessionSchema>;
