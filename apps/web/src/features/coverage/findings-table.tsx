import type { CoverageFinding, CoverageFindings } from "@gantry/api-contract";
import { useMemo } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { cx } from "../../ui/class-names.ts";
import { FindingRow } from "./finding-row.tsx";

const columns = [
  { key: "item", className: "" },
  { key: "status", className: "w-36 max-xl:hidden" },
  { key: "assignee", className: "w-40 max-md:hidden" },
  { key: "dates", className: "w-40 max-md:hidden" },
  { key: "plans", className: "w-44 max-xl:hidden" },
  { key: "why", className: "w-56 max-md:hidden" },
] as const;

export type FindingsTableProps = {
  label: string;
  findings: readonly CoverageFinding[];
  plans: CoverageFindings["projectPlans"];
  projectId: string;
  ids: ReadonlySet<string>;
  onTick: (id: string, keys: { shift: boolean }) => void;
  onTickAll: (isOn: boolean) => void;
};

/** The items with what is wrong with each; each can be ticked, with Shift a whole range. */
export function FindingsTable(props: FindingsTableProps) {
  const { findings, plans, ids } = props;
  const { coverage: said } = useWords();
  const planNames = useMemo(() => new Map(plans.map(({ id, name }) => [id, name])), [plans]);
  const ticked = findings.filter(({ item }) => ids.has(item.id)).length;
  const isAll = ticked === findings.length;
  return (
    <table aria-label={props.label} className="w-full table-fixed border-separate border-spacing-0">
      <thead>
        <tr className="h-9">
          <th scope="col" className="w-11 border-b border-border pl-gutter text-left lg:pl-4">
            <Checkbox
              label={said.selectShown}
              hideLabel
              checked={isAll ? true : ticked > 0 ? "mixed" : false}
              onChange={() => props.onTickAll(!isAll)}
            />
          </th>
          {columns.map(({ key, className }) => (
            <th
              key={key}
              scope="col"
              className={cx("border-b border-border px-1.5 text-left text-xs font-normal text-muted", className)}
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
            projectId={props.projectId}
            planNames={planNames}
            isTicked={ids.has(finding.item.id)}
            onTick={props.onTick}
          />
        ))}
      </tbody>
    </table>
  );
}
