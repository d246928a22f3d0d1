import * as v from "valibot";
import { defineEndpoint } from "../endpoint.ts";
import { credentialsSchema, sessionSchema } from "../session.ts";
import { UPSTREAM_ERRORS } from "./shared.ts";

export const sessionEndpoints = {
  signIn: defineEndpoint({
    method: "POST",
    path: "/session",
    summary: "Sign in with an IAM user; the answer sets the session cookie",
    access: "public",
    body: credentialsSchema,
    answer: sessionSchema,
    format: "json",
    status: 200,
    errors: [
      "session.wrong_credentials",
      "session.too_many_attempts",
      "session.sign_in_unavailable",
      ...UPSTREAM_ERRORS,
    ],
  }),
  readSession: defineEndpoint({
    method: "GET",
    path: "/session",
    summary: "Who is signed in, and whether this is a demo",
    access: "public",
    answer: sessionSchema,
    format: "json",
    status: 200,
    errors: [],
  }),
  signOut: defineEndpoint({
    method: "DELETE",
    path: "/session",
    summary: "End the session at once",
    access: "session",
    answer: v.null(),
    format: "none",
    status: 204,
    errors: [],
  }),
} as const;
