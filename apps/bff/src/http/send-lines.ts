import type { Endpoint } from "@gantry/api-contract";
import { checkAnswer } from "./answer.ts";
import { createLineCompressor, pickEncoding } from "./compress.ts";

const LINES_LENGTH = Number.POSITIVE_INFINITY;

/**
 * Sends JSON lines as they come. A failure before the first line is thrown, and so becomes a plain error answer; one
 * after it breaks the stream off, which the reader sees as a missing end.
 */
export async function sendLines(
  request: Request,
  answer: { endpoint: Endpoint; lines: AsyncIterable<unknown>; headers: Headers; onBroken: (error: unknown) => void },
): Promise<Response> {
  const iterator = answer.lines[Symbol.asyncIterator]();
  let next = await iterator.next();
  const { headers } = answer;
  headers.set("content-type", "application/x-ndjson; charset=utf-8");
  const gzip = pickEncoding(request.headers.get("accept-encoding")?.replaceAll(/\bbr\b/g, "") ?? null, LINES_LENGTH);
  if (gzip !== null) headers.set("content-encoding", gzip);
  const compressor = gzip === null ? createPlainLines() : createLineCompressor();

  // A reader that leaves is no failure, also when it does so while a line is being made.
  let hasLeft = false;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      try {
        if (next.done === true) {
          const rest = await compressor.end();
          if (hasLeft) return;
          if (rest.byteLength > 0) controller.enqueue(rest);
          controller.close();
          return;
        }
        const line = `${JSON.stringify(checkAnswer(answer.endpoint, next.value))}\n`;
        const bytes = await compressor.push(line);
        if (hasLeft) return;
        controller.enqueue(bytes);
        next = await iterator.next();
      } catch (error) {
        if (hasLeft) return;
        answer.onBroken(error);
        controller.error(new Error("The answer broke off"));
      }
    },
    cancel: async () => {
      hasLeft = true;
      await iterator.return?.();
    },
  });
  return new Response(body, { status: answer.endpoint.status, headers });
}

function createPlainLines(): ReturnType<typeof createLineCompressor> {
  const encoder = new TextEncoder();
  return { push: async (line) => encoder.encode(line), end: async () => new Uint8Array() };
}
