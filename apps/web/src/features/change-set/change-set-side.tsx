import type { ChangeSet } from "@gantry/api-contract";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { changeSetMutations } from "../../queries/change-set-mutations.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { sayField } from "../../ui/work-items/field-value.ts";
import { countOf } from "../../ui/work-items/outcomes.ts";
import { PersonName } from "../../ui/work-items/person-name.tsx";

const linkClass = "text-accent-text underline-offset-2 hover:underline";

/** Who changed what, when and where; and what undo will and won't do. */
export function ChangeSetSide({ changeSet }: { changeSet: ChangeSet }) {
  const words = useWords();
  const format = useFormat();
  const said = words.changeSet;
  return (
    <aside
      aria-label={said.about}
      className="w-75 shrink-0 overflow-y-auto border-l border-border bg-sunken px-5 py-4 max-lg:w-full max-lg:border-t max-lg:border-l-0"
    >
      <h2 className="mb-2 text-lg font-semibold">{said.about}</h2>
      <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-2">
        <Line name={said.who}>
          <PersonName person={changeSet.createdBy} />
        </Line>
        <Line name={said.when}>{format.instant(changeSet.createdAt)}</Line>
        {changeSet.finishedAt !== null && <Line name={said.ended}>{format.instant(changeSet.finishedAt)}</Line>}
        <Line name={said.project}>{changeSet.projectName}</Line>
        {changeSet.planId !== null && (
          <Line name={said.plan}>
            <Link
              to="/projects/$projectId/plans/$planId"
              params={{ projectId: changeSet.projectId, planId: changeSet.planId }}
              className={linkClass}
            >
              {changeSet.planName ?? changeSet.planId}
            </Link>
          </Line>
        )}
        <Line name={said.what}>{format.list(changeSet.fields.map((field) => sayField(field, words)))}</Line>
        <Line name={said.items}>{format.number(changeSet.items)}</Line>
        <Line name={said.callsSent}>{said.sentOf(changeSet.calls.sent, changeSet.calls.planned)}</Line>
        {changeSet.undoOf !== null && (
          <Line name={said.undoes}>
            <Link to="/changes/$id" params={{ id: changeSet.undoOf }} className={linkClass}>
              {said.aChangeSet}
            </Link>
          </Line>
        )}
        {changeSet.undoneBy !== null && (
          <Line name={said.undoneBy}>
            <Link to="/changes/$id" params={{ id: changeSet.undoneBy }} className={linkClass}>
              {said.aLaterChangeSet}
            </Link>
          </Line>
        )}
      </dl>
      <p className="mt-5 flex gap-2 rounded-md border border-border bg-raised px-3 py-2.5 text-xs text-muted">
        <Icon name="undo" />
        {said.undoHint}
      </p>
      <RetryUnknown changeSet={changeSet} />
    </aside>
  );
}

/** Unknown changes are sent again by a person's decision only. */
function RetryUnknown({ changeSet }: { changeSet: ChangeSet }) {
  const said = useWords().changeSet;
  const retry = useMutation(changeSetMutations.retry(useQueryClient()));
  const unknown = countOf(changeSet, "unknown");
  if (unknown === 0 || changeSet.state !== "finished") return null;
  return (
    <div className="mt-3 rounded-md border border-warning-line bg-warning-soft px-3 py-2.5 text-xs text-warning-text">
      <p className="mb-2">{said.retryUnknownHint}</p>
      <Button icon="retry" busy={retry.isPending} onClick={() => retry.mutate({ id: changeSet.id, unknown: true })}>
        {said.retryUnknown(unknown)}
      </Button>
    </div>
  );
}

function Line(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{props.name}</dt>
      <dd className="min-w-0 break-words">{props.children}</dd>
    </>
  );
}
