import type { Share } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useNow } from "../../lib/clock.ts";
import { shareMutations } from "../../queries/share-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { showToast } from "../../ui/toasts.tsx";
import { toAddress, useCopy } from "./use-copy.ts";

/** Links that work: how long, how often they were opened, and the way to end them. */
export function ShareList({ shares }: { shares: readonly Share[] }) {
  const words = useWords();
  return (
    <ul aria-label={words.share.list} className="divide-y divide-border">
      {shares.map((share) => (
        <ShareLine key={share.id} share={share} />
      ))}
    </ul>
  );
}

function ShareLine({ share }: { share: Share }) {
  const words = useWords();
  const format = useFormat();
  const now = useNow();
  const { state, copy } = useCopy();
  const revoke = useMutation(shareMutations.revoke(useQueryClient()));
  const isFeed = share.kind === "plan-feed" || share.kind === "person-feed";
  const name = share.kind === "person-feed" ? words.share.myItems : share.name;
  const opened =
    share.openedAt === null
      ? words.share.neverOpened
      : words.share.opened(share.opened, format.ago(share.openedAt, { now }));
  const onRevoke = () => revoke.mutate(share, { onSuccess: () => showToast({ text: words.share.revoked(name) }) });
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <Icon name={isFeed ? "calendar" : "share"} className="text-muted" />
      <div className="min-w-40 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-xs text-muted">
          {[
            words.share.kinds[share.kind],
            words.share.untilShort(format.date(share.expiresAt)),
            opened,
            ...(share.hides.length === 0
              ? []
              : [words.share.hiding(format.list(share.hides.map((hide) => words.share.hidesShort[hide])))]),
          ].join(" · ")}
        </p>
        {state === "failed" && (
          <p className="mt-1 font-mono text-xs break-all select-all" role="status">
            {toAddress(share.path)}
          </p>
        )}
      </div>
      <div className="ml-auto flex gap-2">
        <Button
          variant="ghost"
          icon={state === "copied" ? "check" : "share"}
          aria-label={words.share.copyOf(name)}
          onClick={() => copy(toAddress(share.path))}
        >
          {state === "copied" ? words.share.copied : words.share.copy}
        </Button>
        <Button variant="danger" aria-label={words.share.revokeOf(name)} onClick={onRevoke} busy={revoke.isPending}>
          {words.share.revoke}
        </Button>
      </div>
    </li>
  );
}
