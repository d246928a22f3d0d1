import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of some megabytes, as a folder. */
type SmallDisk = {
  folder: string;
  /** Leaves no byte free. */
  fill: () => void;
  makeRoom: () => void;
  remove: () => void;
};

/** Or why this machine lets nobody mount one. */
export function mountSmallDisk(options: { megabytes: number }): SmallDisk | { refused: string } {
  const folder = mkdtempSync(join(tmpdir(), "gantry-small-disk-"));
  try {
    const size = `size=${options.megabytes}m`;
    execFileSync("mount", ["-t", "tmpfs", "-o", size, "tmpfs", folder], { stdio: "pipe" });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    return { refused: error instanceof Error ? error.message : "mount failed" };
  }
  const filler = join(folder, "filler");
  return {
    folder,
    fill: () => {
      const file = openSync(filler, "a");
      try {
        for (const size of [1_048_576, 4_096, 1]) writeUntilFull(file, Buffer.alloc(size));
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler, { force: true }),
    remove: () => {
      execFileSync("umount", ["--lazy", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeUntilFull(file: number, part: Buffer): void {
  try {
    for (;;) writeSync(file, part);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}
