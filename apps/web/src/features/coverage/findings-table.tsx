import type { CoverageFinding, CoverageFindings, CoverageKind } from "@gantry/api-contract";
import { useMemo } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { useToday } from "../../lib/clock.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { cx } from "../../ui/class-names.ts";
import { columnClassOf, findingColumns } from "./finding-columns.ts";
import { FindingRow } from "./finding-row.tsx";

export type FindingsTableProps = {
  label: string;
  kind: CoverageKind;
  findings: readonly CoverageFinding[];
  plans: CoverageFindings["projectPlans"];
  projectId: string;
  ids: ReadonlySet<string>;
  onTick: (id: string, keys: { shift: boolean }) => void;
  onTickAll: (isOn: boolean) => void;
};

/** The items with what is wrong with each; each can be ticked, with Shift a whole range. */
export function FindingsTable(props: FindingsTableProps) {
  const { findings, kind, plans, ids } = props;
  const { coverage: said } = useWords();
  const planNames = useMemo(() => new Map(plans.map(({ id, name }) => [id, name])), [plans]);
  const today = useToday();
  const ticked = findings.filter(({ item }) => ids.has(item.id)).length;
  const isAll = ticked === findings.length;
  return (
    <table aria-label={props.label} className="w-full table-fixed border-separate border-spacing-0">
      <thead>
        <tr className="h-9">
          <th scope="col" className="w-11 border-b border-border pl-gutter text-left lg:pl-4">
            <span className="flex">
              <Checkbox
                label={said.selectShown}
                hideLabel
                checked={isAll ? true : ticked > 0 ? "mixed" : false}
                onChange={() => props.onTickAll(!isAll)}
              />
            </span>
          </th>
          {findingColumns[kind].map((key) => (
            <th
              key={key}
              scope="col"
              className={cx(
                "border-b border-border px-1.5 text-left text-xs font-normal text-muted last:pr-gutter",
                columnClassOf(key, kind),
              )}
            >
              {said.column[key]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <FindingRow
            key={finding.item.id}
            finding={finding}
            kind={kind}
            projectId={props.projectId}
            planNames={planNames}
            today={today}
            isTicked={ids.has(finding.item.id)}
            onTick={props.onTick}
          />
        ))}
      </tbody>
    </table>
  );
}
