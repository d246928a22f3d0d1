import type { ChangeSet } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Icon } from "../../ui/icons/icon.tsx";
import { sayField } from "../../ui/work-items/field-value.ts";
import { PersonName } from "../../ui/work-items/person-name.tsx";
import { SendUnknown } from "./send-unknown.tsx";

const linkClass = "text-accent-text underline-offset-2 hover:underline";

/** Who changed what, when and where; what undo will and won't do; what CodeArts said. */
export function ChangeSetSide(props: { changeSet: ChangeSet; isMine: boolean; children: ReactNode }) {
  const { changeSet, isMine } = props;
  const words = useWords();
  const format = useFormat();
  const said = words.changeSet;
  const keptUntil = format.date(changeSet.keptUntil);
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
        <Line name={said.kept}>{keptUntil}</Line>
      </dl>
      <Link to="/changes/audit" search={{ changeSet: changeSet.id }} className={`mt-2 inline-block ${linkClass}`}>
        {said.auditLog}
      </Link>
      <div className="mt-5 flex gap-2 rounded-md border border-border bg-raised px-3 py-2.5 text-xs text-muted">
        <Icon name={isMine ? "undo" : "eye"} />
        <div>
          <p>{changeSet.canUndo ? said.undoUntil(keptUntil) : said.keptUntil(keptUntil)}</p>
          <p className="mt-1">{isMine ? said.undoHint : said.foreign(changeSet.createdBy.name)}</p>
        </div>
      </div>
      <SendUnknown changeSet={changeSet} />
      {props.children}
    </aside>
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
