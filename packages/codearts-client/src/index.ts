export { createCodeArtsClient, type CodeArtsClient, type CodeArtsClientOptions } from "./client.ts";
export type { ConnectionOptions } from "./connection.ts";
export { CodeArtsError, isCodeArtsError, type CodeArtsErrorDetails, type CodeArtsErrorKind } from "./error.ts";
export { createIamClient, type IamClient, type IssuedToken, type TokenParameters } from "./iam.ts";
export {
  operationNameOf,
  operationOf,
  operations,
  type MethodName,
  type NarrowRead,
  type Operation,
  type OperationName,
} from "./operations.ts";
export type { CallOptions } from "./transport/call.ts";
export { startTimer, type StartTimer } from "./transport/deadline.ts";
export type { Fetch } from "./transport/send.ts";
export type { ScrumItemFilter } from "./dialects/scrum-items.ts";
export { createUpstreamFetch, type UpstreamFetchOptions } from "./upstream-fetch.ts";
