import type { CodeArtsClient, MethodName, NarrowRead, operations } from "@gantry/codearts-client";
import type { Learned } from "./learned.ts";

/** Whose eyes the answers are for. Every cache key and every coalesced call holds all three. */
export type Identity = {
  userId: string;
  domainId: string;
  /** Changes with each sign-in, so that an answer never outlives the session it was read in. */
  generation: string;
};

/** A method of the client: an operation, or a narrow read of one. */
export type CallName = MethodName;
type WithEffect<Name extends Exclude<CallName, NarrowRead>, Effect> = Name extends CallName
  ? (typeof operations)[Name]["effect"] extends Effect
    ? Name
    : never
  : never;
/** The client's own table says which calls read; the HTTP method does not. */
export type ReadName = WithEffect<Exclude<CallName, NarrowRead>, "read">;
export type WriteName = WithEffect<Exclude<CallName, NarrowRead>, "write">;

export type CallArgs<Name extends CallName> = NonNullable<Parameters<CodeArtsClient[Name]>[0]>;
export type CallAnswer<Name extends CallName> = CodeArtsClient[Name] extends (
  ...parameters: never[]
) => Promise<infer Answer>
  ? Answer
  : never;

export type ReadOptions = {
  /** Ends this caller's wait; the call upstream ends when nobody waits for it any more. */
  signal: AbortSignal;
  /** Accept an answer up to this old; 0 (the default) asks anew, but joins an equal call under way. */
  freshForMs?: number;
  /** Join nobody: for a read whose point is to be later than a write. */
  alone?: boolean;
};

export type WriteOptions = {
  signal: AbortSignal;
  /**
   * Runs at each try whose turn has come, directly before its first byte leaves; what it throws ends the call with
   * nothing sent (by this try).
   */
  beforeSend?: () => Promise<void>;
};

/**
 * CodeArts as one identity sees it: `upstream.read("listPlans", { … }, { signal })`. Failures are the client's
 * `CodeArtsError`, left as they are (the HTTP border translates them), but for a token that CodeArts no longer takes:
 * that ends the session and throws `AppError("session.required")`.
 */
export type Upstream = {
  identity: Identity;
  learned: Learned;
  /** The same identity's calls that nobody waits for one by one: people's calls overtake them, as they do jobs'. */
  inBackground: () => Upstream;
  /** Retries within a budget, waits out "too often" and "busy", shares equal calls under way. */
  read: <Name extends ReadName | NarrowRead>(
    operation: Name,
    args: CallArgs<Name>,
    options: ReadOptions,
  ) => Promise<CallAnswer<Name>>;
  /**
   * Sends once. Only a refusal before the service ("too often" at the gateway; an expired token in service mode) or a
   * connection that never came about leads to a second try; everything else is the caller's to judge.
   */
  write: <Name extends WriteName>(
    operation: Name,
    args: CallArgs<Name>,
    options: WriteOptions,
  ) => Promise<CallAnswer<Name>>;
};
