import type * as v from "valibot";
import type { ErrorCode } from "./errors.ts";

type Schema = v.GenericSchema<unknown, unknown>;

/** How an answer travels: one JSON document, JSON lines as they come, server-sent events, an iCalendar text, or nothing. */
export type AnswerFormat = "json" | "json-lines" | "events" | "calendar" | "none";

/**
 * One call of Gantry's API, described once: the bff binds a handler to it, the client calls it, tests walk it,
 * and the OpenAPI document is made from it.
 */
export type Endpoint<
  Params extends Schema | undefined = Schema | undefined,
  Query extends Schema | undefined = Schema | undefined,
  Body extends Schema | undefined = Schema | undefined,
  Answer extends Schema = Schema,
> = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/api`, with `:name` for parameters. */
  path: `/${string}`;
  summary: string;
  /** `public` routes answer without a session; there are few, and a test lists them. */
  access: "public" | "session";
  params?: Params;
  query?: Query;
  body?: Body;
  /** The whole answer, or one line or event of it. */
  answer: Answer;
  format: AnswerFormat;
  status: 200 | 201 | 202 | 204;
  /** The caller sends `Idempotency-Key`; the same key gives the same answer and one effect. */
  idempotent?: true;
  /** Beyond those that every endpoint may answer. */
  errors: readonly ErrorCode[];
};

/** Keeps the schemas' types while checking the shape. */
export function defineEndpoint<
  Answer extends Schema,
  Params extends Schema | undefined = undefined,
  Query extends Schema | undefined = undefined,
  Body extends Schema | undefined = undefined,
>(endpoint: Endpoint<Params, Query, Body, Answer>): Endpoint<Params, Query, Body, Answer> {
  return endpoint;
}

type In<S> = S extends v.GenericSchema<infer Input, unknown> ? Input : undefined;
type Out<S> = S extends v.GenericSchema<unknown, infer Output> ? Output : undefined;

/** What a handler is given. */
export type EndpointInput<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _A> ? { params: Out<P>; query: Out<Q>; body: Out<B> } : never;

/** What a caller gives: only the parts that the endpoint has. */
export type EndpointCall<E> =
  E extends Endpoint<infer P, infer Q, infer B, infer _A>
    ? (P extends Schema ? { params: In<P> } : { params?: undefined }) &
        (Q extends Schema ? { query?: In<Q> } : { query?: undefined }) &
        (B extends Schema ? { body: In<B> } : { body?: undefined })
    : never;

/** What a caller gets (for streams: one line). */
export type EndpointAnswer<E> = E extends Endpoint<infer _P, infer _Q, infer _B, infer A> ? Out<A> : never;
