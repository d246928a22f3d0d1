import type { ChangeSet } from "@gantry/api-contract";
import type { ReactNode } from "react";
import { ChangeSetJob } from "./change-set-job.tsx";

/** In a dialog that started a change set: how it goes, above what became of each change. */
export function ChangeSetJobPane({ changeSet, results }: { changeSet: ChangeSet; results: ReactNode }) {
  return (
    <div className="flex h-full flex-col">
      <div className="shrink-0 px-5 py-3 md:px-6">
        <ChangeSetJob changeSet={changeSet} />
      </div>
      <div className="flex min-h-0 flex-1 flex-col border-t border-border">{results}</div>
    </div>
  );
}
