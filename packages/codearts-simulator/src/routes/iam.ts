import * as v from "valibot";
import type { Route } from "../context.ts";
import { iamError, jsonAnswer } from "../errors.ts";

const signInSchema = v.object({
  auth: v.object({
    identity: v.object({
      methods: v.pipe(v.array(v.string()), v.includes("password")),
      password: v.object({
        user: v.object({ name: v.string(), password: v.string(), domain: v.object({ name: v.string() }) }),
      }),
    }),
    scope: v.optional(
      v.object({
        project: v.optional(v.object({ name: v.optional(v.string()), id: v.optional(v.string()) })),
        domain: v.optional(v.object({ name: v.optional(v.string()), id: v.optional(v.string()) })),
      }),
    ),
  }),
});

/** Six fractional digits, as IAM writes instants. */
function toIamTime(epochMs: number): string {
  return new Date(epochMs).toISOString().replace("Z", "000Z");
}

export const iamRoutes: Route[] = [
  {
    operation: "issueToken",
    method: "POST",
    path: "/v3/auth/tokens",
    isOpen: true,
    handle: ({ body, query, store, tokens, guard }) => {
      const parsed = v.safeParse(signInSchema, body);
      if (!parsed.success) throw iamError(400, { title: "Bad Request", message: "The request body is invalid." });
      const { identity, scope } = parsed.output.auth;
      const { name, password, domain } = identity.password.user;
      const key = `${domain.name}/${name}`;
      if (guard.isLocked(key))
        throw iamError(403, { title: "Forbidden", message: "The account is locked. Try again 15 minutes later." });
      const person = store.personByName(name, domain.name);
      if (person?.password === undefined || person.password !== password) {
        guard.fail(key);
        throw iamError(401, { title: "Unauthorized", message: "The username or password is wrong." });
      }
      guard.succeed(key);
      const token = tokens.issue(person.userId);
      const place =
        scope?.project === undefined
          ? { domain: person.domain }
          : {
              project: {
                id: scope.project.id ?? person.domain.id,
                name: scope.project.name ?? "cn-north-4",
                domain: person.domain,
              },
            };
      const answer = {
        token: {
          expires_at: toIamTime(token.expiresAt),
          issued_at: toIamTime(token.issuedAt),
          methods: ["password"],
          ...(query.get("nocatalog") ? {} : { catalog: [] }),
          roles: [{ id: "0", name: "te_admin" }],
          ...place,
          user: { id: person.userId, name: person.userName, domain: person.domain, password_expires_at: "" },
        },
      };
      return jsonAnswer(201, answer, { "x-subject-token": token.text });
    },
  },
];
