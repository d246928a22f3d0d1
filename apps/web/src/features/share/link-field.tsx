import type { Share } from "@gantry/api-contract";
import { useRef } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toAddress, useCopy } from "./use-copy.ts";

/** A link that was just made, ready to be passed on. */
export function LinkField({ share }: { share: Share }) {
  const words = useWords();
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const { state, copy } = useCopy();
  const isFeed = share.kind === "plan-feed" || share.kind === "person-feed";
  const address = toAddress(share.path);
  return (
    <div ref={box} className="rounded-lg border border-accent-line bg-accent-soft px-4 py-3">
      <div className="flex items-end gap-2">
        <TextField
          className="min-w-0 flex-1"
          label={isFeed ? words.share.feedReady : words.share.linkReady}
          value={address}
          readOnly
          onFocus={(event) => event.target.select()}
        />
        <Button icon={state === "copied" ? "check" : "share"} onClick={() => copy(address)}>
          {state === "copied" ? words.share.copied : words.share.copy}
        </Button>
      </div>
      <p className="mt-1.5 text-xs text-muted" role="status">
        {state === "failed" ? words.share.copyYourself : words.share.until(format.date(share.expiresAt))}
      </p>
    </div>
  );
}
