import type { ChangeResult, ChangeSet } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { buttonClass } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { sayField, sayFrom, sayTo } from "../../ui/work-items/field-value.ts";
import { outcomeIcons, outcomeTones } from "../../ui/work-items/outcomes.ts";
import { explainCode } from "./codes/explain-code.ts";
import { explain, sayCure } from "./explain.ts";

/** One change in full: what happened, CodeArts' own words as they came, and what can be done. */
export function ResultDialog(props: { result: ChangeResult; changeSet: ChangeSet; onClose: () => void }) {
  const { result, changeSet } = props;
  const words = useWords();
  const format = useFormat();
  const context = { words, format, today: useToday() };
  const said = words.changeSet.result;
  const cure = sayCure(result, words);
  const code = result.upstreamCode === null ? null : explainCode(result.upstreamCode, words);
  const reason = explain(result, words);
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={result.itemTitle}
      description={said.title}
      footer={
        changeSet.planId !== null && (
          <Link
            to="/projects/$projectId/plans/$planId"
            params={{ projectId: changeSet.projectId, planId: changeSet.planId }}
            search={{ item: result.itemId }}
            className={buttonClass()}
          >
            {said.toItem}
          </Link>
        )
      }
    >
      <dl className="grid grid-cols-[8rem_1fr] gap-x-3 gap-y-2.5 text-sm max-md:grid-cols-1 max-md:gap-y-1">
        <Line name={words.changeSet.column.number}>{result.itemNumber}</Line>
        <Line name={sayField(result.field, words)}>
          {sayFrom(result, context)}
          <Icon name="chevron-right" size={12} label={words.changeSet.to} className="mx-1.5 inline text-muted" />
          <span className="font-medium">{sayTo(result, context)}</span>
        </Line>
        <Line name={words.changeSet.column.outcome}>
          <span className={cx("inline-flex items-center gap-1.5 font-medium", outcomeTones[result.outcome])}>
            <Icon name={outcomeIcons[result.outcome]} />
            {words.changes.outcome[result.outcome]}
          </span>
          {result.at !== null && <span className="ml-2 text-muted">{format.instant(result.at)}</span>}
        </Line>
        {reason !== "" && <Line name={said.whatHappened}>{reason}</Line>}
        {cure !== "" && <Line name={said.whatToDo}>{cure}</Line>}
        {code !== null && (
          <>
            <Line name={said.retrying}>{code.retry}</Line>
            <Line name={said.code}>
              <span className="font-mono text-xs">{result.upstreamCode}</span>
              {!code.isKnown && <span className="block text-muted">{code.happened}</span>}
            </Line>
            <Line name={said.message}>{result.upstreamMessage ?? said.noMessage}</Line>
          </>
        )}
      </dl>
    </Dialog>
  );
}

function Line(props: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{props.name}</dt>
      <dd className="min-w-0 break-words max-md:mb-2">{props.children}</dd>
    </>
  );
}
