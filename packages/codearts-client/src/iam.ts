import {
  TOKEN_HEADER,
  TOKEN_PATTERN,
  tokenAnswerSchema,
  type TokenAnswer,
  type TokenRequest,
} from "@gantry/codearts-contract";
import { CodeArtsError } from "./error.ts";
import { connectionOf, type ConnectionOptions } from "./connection.ts";
import { call, type CallOptions } from "./transport/call.ts";

export type TokenParameters = {
  /** Name of the IAM domain. */
  account: string;
  userName: string;
  password: string;
  /** Name of the IAM project that the token is for: the region, e.g. `cn-north-4`. */
  scope: string;
};

export type IssuedToken = {
  token: string;
  expiresAtMs: number;
  user: TokenAnswer["token"]["user"];
};

export type IamClient = {
  /** Signs in. A wrong password throws kind `auth`: never send it again by program, IAM locks accounts. */
  createToken: (parameters: TokenParameters, options?: CallOptions) => Promise<IssuedToken>;
};

/** @throws CodeArtsError from every call */
export function createIamClient(options: ConnectionOptions): IamClient {
  const connection = connectionOf(options);
  return {
    createToken: async ({ account, userName, password, scope }, callOptions) => {
      const body: TokenRequest = {
        auth: {
          identity: {
            methods: ["password"],
            password: { user: { name: userName, password, domain: { name: account } } },
          },
          scope: { project: { name: scope } },
        },
      };
      const { answer, headers } = await call(connection, {
        operation: "createToken",
        token: null,
        // Without it the answer carries the whole service catalogue.
        query: { nocatalog: "true" },
        body,
        answer: tokenAnswerSchema,
        secrets: [password],
        options: callOptions,
      });
      const token = headers.get(TOKEN_HEADER) ?? "";
      if (!TOKEN_PATTERN.test(token)) {
        throw new CodeArtsError({
          operation: "createToken",
          kind: "bad-answer",
          wasSent: true,
          reason: "no token of 10–32,768 characters in the answer's header",
        });
      }
      return { token, expiresAtMs: answer.token.expires_at, user: answer.token.user };
    },
  };
}
