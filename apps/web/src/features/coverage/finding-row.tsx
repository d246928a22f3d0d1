import type { CoverageFinding } from "@gantry/api-contract";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { type Format, useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import type { Words } from "../../i18n/words.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { cx } from "../../ui/class-names.ts";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { PersonName } from "../../ui/work-items/person-name.tsx";
import { StatusIcon } from "../../ui/work-items/status-icon.tsx";
import { sayReason } from "./say-reason.ts";

const cell = "border-b border-border px-1.5 py-1.5 align-middle text-xs";

type FindingRowProps = {
  finding: CoverageFinding;
  projectId: string;
  planNames: ReadonlyMap<string, string>;
  isTicked: boolean;
  onTick: (id: string, keys: { shift: boolean }) => void;
};

/** One item with what is wrong with it. Thousands may stand there: one that did not change is not drawn again. */
export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { finding, planNames, isTicked } = props;
  const { item } = finding;
  const words = useWords();
  const format = useFormat();
  const { coverage: said } = words;
  const reasons = finding.reasons.map((reason) => sayReason(reason, { words, format, planNames }));
  return (
    <tr className={isTicked ? "bg-accent-soft" : "hover:bg-hover"}>
      <td className={cx(cell, "pl-gutter lg:pl-4")}>
        <Checkbox
          label={said.select(item.title)}
          hideLabel
          checked={isTicked}
          onChange={(_isOn, keys) => props.onTick(item.id, keys)}
        />
      </td>
      <th scope="row" className={cx(cell, "text-left font-normal")}>
        <span className="flex items-center gap-1.5 text-sm">
          <ItemTypeIcon type={item.type} shape={item.shape} />
          <span className="truncate" title={item.title}>
            {item.title}
          </span>
        </span>
        <span className="block truncate text-muted">{item.number}</span>
        <span className="block text-muted md:hidden">
          {sayDates(item, { words, format })} · {format.list(reasons)}
        </span>
      </th>
      <td className={cx(cell, "max-xl:hidden")}>
        <span className="flex items-center gap-1.5">
          <StatusIcon phase={item.status.phase} />
          <span className="truncate">{item.status.name}</span>
        </span>
      </td>
      <td className={cx(cell, "max-md:hidden")}>
        <PersonName person={item.assignee} />
      </td>
      <td className={cx(cell, "tabular-nums max-md:hidden", item.start === null && item.end === null && "text-muted")}>
        {sayDates(item, { words, format })}
      </td>
      <td className={cx(cell, "max-xl:hidden")}>
        {finding.planIds.map((planId) => (
          <Link
            key={planId}
            to="/projects/$projectId/plans/$planId"
            params={{ projectId: props.projectId, planId }}
            search={{ item: item.id }}
            className="block truncate text-accent-text hover:underline"
          >
            {planNames.get(planId)}
          </Link>
        ))}
      </td>
      <td className={cx(cell, "pr-gutter max-md:hidden")}>
        {reasons.map((reason) => (
          <span key={reason} className="block">
            {reason}
          </span>
        ))}
      </td>
    </tr>
  );
});

function sayDates(
  { start, end }: CoverageFinding["item"],
  { words, format }: { words: Words; format: Format },
): string {
  if (start === null && end === null) return words.coverage.noDates;
  return `${start === null ? "" : format.day(start)} – ${end === null ? "" : format.day(end)}`.trim();
}
