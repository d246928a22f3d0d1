import { closeSync, existsSync, openSync } from "node:fs";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { toFile, toPipe } from "./log-destination.ts";
import { createPinoLog } from "./pino-log.ts";

const LINE = `${JSON.stringify({ msg: "x".repeat(999) })}\n`;
const clock = { now: () => Date.parse("2026-11-23T02:00:00Z") };

test("of what a stuck reader does not take, a megabyte is kept, and the rest is counted", async () => {
  const pipe = new PassThrough();
  const destination = toPipe(pipe, clock);
  const lines = 5_000;
  for (let line = 0; line < lines; line += 1) destination.write(LINE);
  expect(pipe.writableLength + pipe.readableLength).toBeLessThan(1_200_000);
  const read: string[] = [];
  pipe.on("data", (part: Buffer) => void read.push(part.toString()));
  await expect.poll(() => pipe.writableLength).toBe(0);
  destination.write(LINE);
  pipe.end();
  await expect.poll(() => pipe.readableEnded).toBe(true);
  const told = read
    .join("")
    .trimEnd()
    .split("\n")
    .map((line): { level?: string; leftOut?: number } => JSON.parse(line));
  const [note] = told.filter(({ leftOut }) => leftOut !== undefined);
  expect(note?.level).toBe("warn");
  expect(told.length - 1 + (note?.leftOut ?? 0)).toBe(lines + 1);
});

test("a reader that goes away ends nothing", async () => {
  const pipe = new PassThrough();
  const log = createPinoLog("info", toPipe(pipe, clock));
  pipe.destroy(new Error("write EPIPE"));
  await expect.poll(() => pipe.closed).toBe(true);
  expect(() => log.info({}, "still here")).not.toThrow();
});

test.skipIf(!existsSync("/dev/full"))("a disk without room ends nothing", () => {
  const fd = openSync("/dev/full", "w");
  const log = createPinoLog("info", toFile(fd, clock));
  expect(() => log.info({}, "still here")).not.toThrow();
  closeSync(fd);
});
