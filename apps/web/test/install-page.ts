import { Window } from "happy-dom";
import { populateGlobal } from "vitest/environments";

/** The real bff runs in the same process, and needs the platform's own web classes rather than the page's. */
const PLATFORM = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "Buffer",
  "File",
  "FormData",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "TransformStream",
  "URL",
  "URLSearchParams",
  "WritableStream",
  "clearInterval",
  "clearTimeout",
  "crypto",
  "fetch",
  "performance",
  "queueMicrotask",
  "setImmediate",
  "setInterval",
  "setTimeout",
] as const;

// Before react-dom is loaded, which looks for a page when it is: import this file first.
const platform = PLATFORM.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
populateGlobal(globalThis, new Window({ url: "http://localhost:4600/", width: 1440, height: 900 }), {
  bindFunctions: true,
});
for (const [name, descriptor] of platform) {
  if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
}
