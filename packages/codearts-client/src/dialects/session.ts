import type * as v from "valibot";
import { call, type CallOptions, type CallRequest, type Connection } from "../transport/call.ts";

/** Makes calls with one identity's token. */
export type Caller = <const TSchema extends v.GenericSchema>(
  request: Omit<CallRequest<TSchema>, "token">,
) => Promise<v.InferOutput<TSchema>>;

export type { CallOptions };

/** @param token asked for at every call, so that a renewed one is used at once */
export function createCaller(connection: Connection, { token }: { token: () => string }): Caller {
  return async (request) => (await call(connection, { ...request, token: token() })).answer;
}
