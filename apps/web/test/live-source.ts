import type { TestBrowser } from "@gantry/bff/test-app";
import type { EventStream } from "../src/features/live/live-connection.ts";

/** The browser's EventSource over the server in this process, with a line that can be cut. */
export type LiveSource = {
  open: () => EventStream;
  /** Breaks every stream that is open, as a proxy would that restarts. */
  cut: () => void;
};

export function createLiveSource(browser: TestBrowser): LiveSource {
  const lines = new Set<{ stream: EventStream; abort: AbortController }>();
  return {
    open: () => {
      const abort = new AbortController();
      const stream: EventStream = {
        readyState: 0,
        onopen: null,
        onmessage: null,
        onerror: null,
        close: () => {
          lines.delete(line);
          abort.abort();
        },
      };
      const line = { stream, abort };
      lines.add(line);
      void read(stream, { browser, signal: abort.signal });
      return stream;
    },
    cut: () => {
      for (const { stream, abort } of lines) {
        abort.abort();
        stream.onerror?.(new Event("error"));
      }
    },
  };
}

async function read(
  stream: EventStream,
  { browser, signal }: { browser: TestBrowser; signal: AbortSignal },
): Promise<void> {
  try {
    const response = await browser.request("/api/events", { signal });
    if (signal.aborted) return;
    stream.onopen?.(new Event("open"));
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    signal.addEventListener("abort", () => void reader?.cancel().catch(() => undefined));
    let text = "";
    for (let part = await reader?.read(); part?.done === false && !signal.aborted; part = await reader?.read()) {
      text += part.value;
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        if (block.startsWith("data: ")) stream.onmessage?.(new MessageEvent("message", { data: block.slice(6) }));
      }
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
