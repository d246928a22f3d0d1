import { type LiveEvent, liveEventSchema } from "@gantry/api-contract";
import * as v from "valibot";

/** As much of the browser's EventSource as is used here. */
export type EventStream = Pick<EventSource, "close" | "readyState"> & {
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent<string>) => void) | null;
  onerror: ((event: Event) => void) | null;
};

export type LiveConnectionOptions = {
  open: () => EventStream;
  onEvent: (event: LiveEvent) => void;
  /** Open, for the first time or again: what happened before was missed. */
  onOpen: (opened: { isAgain: boolean }) => void;
  /** The stream broke; the session may be the reason. */
  onBreak: () => void;
  wait: (run: () => void, delayMs: number) => () => void;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Keeps one stream of live events open, with growing pauses between attempts. Returns how to end it. */
export function connectLive(options: LiveConnectionOptions): () => void {
  let stream: EventStream | undefined;
  let cancelWait: (() => void) | undefined;
  let attempts = 0;
  let wasOpen = false;

  const open = () => {
    const current = options.open();
    stream = current;
    current.onopen = () => {
      attempts = 0;
      options.onOpen({ isAgain: wasOpen });
      wasOpen = true;
    };
    current.onmessage = (message) => {
      const event = parseEvent(message.data);
      if (event !== null) options.onEvent(event);
    };
    current.onerror = () => {
      // The browser's own reconnecting knows no back-off and gives up at the first HTTP error.
      current.close();
      options.onBreak();
      const delayMs = Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS);
      attempts += 1;
      cancelWait = options.wait(open, delayMs);
    };
  };
  open();
  return () => {
    cancelWait?.();
    stream?.close();
  };
}

function parseEvent(data: string): LiveEvent | null {
  try {
    const parsed = v.safeParse(liveEventSchema, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
