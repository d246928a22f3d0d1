import { AppError } from "../app-error.ts";

/** Enough for every body but the change sets', which set their own limit. */
export const DEFAULT_BODY_BYTES = 64 * 1024;

/** Reads a body up to a limit; the rest is not awaited. Throws `request.too_large`. */
export async function readBody(request: Request, options: { maxBytes: number }): Promise<string> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > options.maxBytes) throw tooLarge(options.maxBytes);
  if (request.body === null) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > options.maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw tooLarge(options.maxBytes);
    }
    chunks.push(value);
  }
  return decode(Buffer.concat(chunks));
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("request.invalid", "The request does not fit this endpoint", {
      details: { issues: [{ path: "body", message: "Expected UTF-8 text" }] },
    });
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("request.too_large", `The body may hold at most ${maxBytes} bytes`);
}
