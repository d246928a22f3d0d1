export { ApiError, type ApiErrorCode, isPassing } from "./api-error.ts";
export { type ApiClient, type ApiClientOptions, type CallOptions, createApiClient } from "./client.ts";
