import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A pipe such as a supervisor gives to a process for its log, which is read only when the test likes. */
export type LogPipe = {
  /** For the process. */
  writeEnd: number;
  /** Takes what there is. @returns all that was said so far */
  read: () => string;
  remove: () => void;
};

const PART_BYTES = 65_536;

export function openLogPipe(): LogPipe {
  const folder = mkdtempSync(join(tmpdir(), "gantry-log-pipe-"));
  const path = join(folder, "pipe");
  execFileSync("mkfifo", [path]);
  const readEnd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const writeEnd = openSync(path, constants.O_WRONLY);
  const part = Buffer.alloc(PART_BYTES);
  let said = "";
  return {
    writeEnd,
    read: () => {
      try {
        for (let bytes = 1; bytes > 0;) {
          bytes = readSync(readEnd, part);
          said += part.toString("utf8", 0, bytes);
        }
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
      }
      return said;
    },
    remove: () => {
      closeSync(readEnd);
      closeSync(writeEnd);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
