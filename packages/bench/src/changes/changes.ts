import { benchPreviewTime } from "./preview-time.ts";
import { benchRatios } from "./ratios.ts";

/** Change sets at scale: `pnpm bench changes:preview` in seconds, `pnpm bench changes:ratios` in about five minutes. */
export async function benchChanges(parts: readonly string[]): Promise<void> {
  if (parts.length === 0 || parts.includes("preview")) await benchPreviewTime();
  if (parts.length === 0 || parts.includes("ratios")) await benchRatios();
}
