import type { LiveEvent } from "@gantry/api-contract";
import { describe, expect, it } from "vitest";
import { connectLive, type EventStream } from "./live-connection.ts";

function makeStage() {
  const streams: (EventStream & { isClosed: boolean })[] = [];
  const waits: { run: () => void; delayMs: number }[] = [];
  const events: LiveEvent[] = [];
  const counts = { opens: 0, reconnects: 0, breaks: 0, cancelled: 0 };
  const stop = connectLive({
    open: () => {
      const stream = {
        readyState: 0,
        isClosed: false,
        onopen: null,
        onmessage: null,
        onerror: null,
        close: () => {
          stream.isClosed = true;
        },
      } as EventStream & { isClosed: boolean };
      streams.push(stream);
      return stream;
    },
    onEvent: (event) => events.push(event),
    onOpen: ({ isAgain }) => {
      counts.opens += 1;
      if (isAgain) counts.reconnects += 1;
    },
    onBreak: () => (counts.breaks += 1),
    wait: (run, delayMs) => {
      waits.push({ run, delayMs });
      return () => (counts.cancelled += 1);
    },
  });
  const last = () => streams.at(-1);
  return {
    streams,
    waits,
    events,
    counts,
    stop,
    opens: () => last()?.onopen?.(new Event("open")),
    says: (data: string) => last()?.onmessage?.(new MessageEvent("message", { data })),
    breaks: () => last()?.onerror?.(new Event("error")),
  };
}

describe("the live connection", () => {
  it("passes on events of the contract and lets anything else fall", () => {
    const stage = makeStage();
    stage.says('{"type":"session-ended"}');
    stage.says('{"type":"something-new"}');
    stage.says("not json");
    expect(stage.events).toEqual([{ type: "session-ended" }]);
  });

  it("waits longer after each break, at most half a minute, and starts over once open", () => {
    const stage = makeStage();
    for (let times = 0; times < 7; times += 1) {
      stage.breaks();
      stage.waits.at(-1)?.run();
    }
    expect(stage.waits.map(({ delayMs }) => delayMs)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    stage.opens();
    stage.breaks();
    expect(stage.waits.at(-1)?.delayMs).toBe(1000);
  });

  it("reports each opening, and which is the first", () => {
    const stage = makeStage();
    stage.opens();
    expect(stage.counts).toMatchObject({ opens: 1, reconnects: 0 });
    stage.breaks();
    stage.waits.at(-1)?.run();
    stage.opens();
    expect(stage.counts).toMatchObject({ opens: 2, reconnects: 1, breaks: 1 });
  });

  it("closes the broken stream itself and leaves nothing behind when stopped", () => {
    const stage = makeStage();
    stage.breaks();
    expect(stage.streams[0]?.isClosed).toBe(true);
    stage.stop();
    expect(stage.counts.cancelled).toBe(1);
  });
});
