import type { ChangeSet } from "@gantry/api-contract";
import { useState } from "react";
import { LinkDialog } from "../../features/backlog/link-dialog.tsx";
import type { LinkWish } from "../../features/backlog/link-wish.ts";
import { useJob } from "./use-plan-queries.ts";

/** One link, from its preview to its outcome. */
export function LinkSession(props: {
  plan: { projectId: string; planId: string; name: string };
  wish: LinkWish;
  onStarted: (changeSet: ChangeSet, itemIds: readonly string[]) => void;
  onSeeChangeSet: (id: string) => void;
  onClose: () => void;
}) {
  const [started, setStarted] = useState<ChangeSet | null>(null);
  const job = useJob(started?.id ?? null);
  return (
    <LinkDialog
      plan={props.plan}
      wish={props.wish}
      job={job?.changeSet ?? started}
      onStarted={(changeSet, itemIds) => {
        setStarted(changeSet);
        props.onStarted(changeSet, itemIds);
      }}
      onSeeChangeSet={props.onSeeChangeSet}
      onClose={props.onClose}
    />
  );
}
