import * as v from "valibot";
import { readInstantMs } from "./days.ts";
import { idText, lenient, readText } from "./wire.ts";

/** Body of `POST /v3/auth/tokens` (IAM v3, password method). CodeArts is regional: scope = the region's IAM project. */
export type TokenRequest = {
  auth: {
    identity: {
      methods: ["password"];
      password: { user: { name: string; password: string; domain: { name: string } } };
    };
    scope: { project: { name: string } };
  };
};

/** Header of the 201 answer that holds the token, up to 32,768 characters. */
export const TOKEN_HEADER = "x-subject-token";

const domainSchema = v.object({ id: idText, name: lenient(readText) });

/** Instants come as `2020-01-04T09:05:22.701000Z` and leave as epoch ms. */
export const tokenAnswerSchema = v.object({
  token: v.object({
    expires_at: v.pipe(v.unknown(), v.transform(readInstantMs), v.number("Expected the token's expiry")),
    issued_at: lenient(readInstantMs),
    user: v.object({ id: idText, name: v.string(), domain: domainSchema }),
    project: v.nullish(v.object({ id: idText, name: lenient(readText) }), null),
  }),
});
export type TokenAnswer = v.InferOutput<typeof tokenAnswerSchema>;
