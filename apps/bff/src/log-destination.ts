import { fstatSync, writeSync } from "node:fs";
import { isatty } from "node:tty";

/** Takes whole lines. Never waits and never throws: a log that cannot be written must not stop what it tells of. */
export type LogDestination = { write: (line: string) => void };

/** A stream as the log needs it. */
type Pipe = {
  writableLength: number;
  write: (text: string) => unknown;
  on: (event: "error", listener: () => void) => unknown;
};

/** What waits for a reader that has stopped to read; more is left out. */
const MOST_WAITING_BYTES = 1024 * 1024;

/** Where this process's standard output leads to. */
export function openLogDestination(stdout: Pipe & { fd: number }, { now }: { now: () => number }): LogDestination {
  // Whatever else is said there may fail likewise.
  stdout.on("error", () => undefined);
  const status = fstatSync(stdout.fd);
  const isPipe = status.isFIFO() || status.isSocket() || isatty(stdout.fd);
  return isPipe ? toPipe(stdout, { now }) : toFile(stdout.fd, { now });
}

/** Its reader may stop, or go. */
export function toPipe(pipe: Pipe, { now }: { now: () => number }): LogDestination {
  pipe.on("error", () => undefined);
  let leftOut = 0;
  return {
    write: (line) => {
      if (pipe.writableLength > MOST_WAITING_BYTES) {
        leftOut += 1;
        return;
      }
      pipe.write(noteOf(leftOut, now) + line);
      leftOut = 0;
    },
  };
}

/** Its disk may be full. */
export function toFile(fd: number, { now }: { now: () => number }): LogDestination {
  let leftOut = 0;
  let isTorn = false;
  return {
    write: (line) => {
      const bytes = Buffer.from(`${isTorn ? "\n" : ""}${noteOf(leftOut, now)}${line}`);
      let written = 0;
      try {
        while (written < bytes.length) written += writeSync(fd, bytes, written);
        leftOut = 0;
        isTorn = false;
      } catch {
        leftOut += 1;
        isTorn ||= written > 0;
      }
    },
  };
}

function noteOf(leftOut: number, now: () => number): string {
  if (leftOut === 0) return "";
  const time = new Date(now()).toISOString();
  return `${JSON.stringify({ level: "warn", time, leftOut, msg: "lines that could not be written were left out" })}\n`;
}
