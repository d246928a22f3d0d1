import { benchLedgerCost } from "./ledger-cost.ts";
import { benchOvertaking } from "./overtaking.ts";
import { benchPreviewTime } from "./preview-time.ts";
import { benchRatios } from "./ratios.ts";

const PARTS = {
  ledger: benchLedgerCost,
  preview: benchPreviewTime,
  overtaking: benchOvertaking,
  "ratios:links": () => benchRatios("links"),
  "ratios:ipd": () => benchRatios("ipd"),
  "ratios:scrum": () => benchRatios("scrum"),
} as const;

/**
 * Change sets at scale: `pnpm bench changes:preview` takes seconds, `pnpm bench changes:ratios:links` (or `:ipd`,
 * `:scrum`) two or three minutes, `pnpm bench changes:ratios` all three of them.
 */
export async function benchChanges(parts: readonly string[]): Promise<void> {
  for (const [name, run] of Object.entries(PARTS)) {
    const isAsked = parts.some((part) => name === part || name.startsWith(`${part}:`));
    if (parts.length === 0 || isAsked) await run();
  }
}
