import type { AuditHead } from "@gantry/api-contract";
import { useWords } from "../../i18n/use-words.ts";

/** What the chain of hashes proves and what it does not, with the hash to note down. */
export function ChainNote({ head }: { head: AuditHead | undefined }) {
  const said = useWords().audit;
  return (
    <div className="mx-gutter mb-1 max-w-[56rem] text-xs text-muted">
      <p>{said.chain}</p>
      {head !== undefined && head.number > 0 && (
        <p className="mt-1">
          {said.head(head.number)} <span className="font-mono text-2xs break-all">{head.hash}</span>
        </p>
      )}
    </div>
  );
}
