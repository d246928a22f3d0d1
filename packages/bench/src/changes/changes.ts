import { benchLedgerCost } from "./ledger-cost.ts";
import { benchOvertaking } from "./overtaking.ts";
import { benchPreviewTime } from "./preview-time.ts";
import { benchRatios } from "./ratios.ts";

const PARTS = {
  ledger: benchLedgerCost,
  preview: benchPreviewTime,
  overtaking: benchOvertaking,
  ratios: benchRatios,
} as const;

/** Change sets at scale: `pnpm bench changes:preview` takes seconds, `pnpm bench changes:ratios` some minutes. */
export async function benchChanges(parts: readonly string[]): Promise<void> {
  for (const [name, run] of Object.entries(PARTS)) if (parts.length === 0 || parts.includes(name)) await run();
}
