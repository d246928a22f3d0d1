import type { CoverageFinding, CoverageKind, IsoDate } from "@gantry/api-contract";
import { memo } from "react";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { cx } from "../../ui/class-names.ts";
import { ItemTypeIcon } from "../../ui/work-items/item-type-icon.tsx";
import { columnClassOf, findingColumns } from "./finding-columns.ts";
import { FindingCell } from "./finding-cell.tsx";
import { sayDates, sayReasons } from "./say-finding.ts";

const cell = "h-9 border-b border-border px-1.5 text-xs max-md:py-1.5";

type FindingRowProps = {
  finding: CoverageFinding;
  kind: CoverageKind;
  projectId: string;
  planNames: ReadonlyMap<string, string>;
  today: IsoDate;
  isTicked: boolean;
  onTick: (id: string, keys: { shift: boolean }) => void;
};

/** One item with what is wrong with it. Thousands may stand there: one that did not change is not drawn again. */
export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { finding, kind, planNames, today, isTicked } = props;
  const { item } = finding;
  const words = useWords();
  const format = useFormat();
  const columns = findingColumns[kind];
  const aside = [
    item.number,
    sayDates(item, { words, format, today }),
    columns.includes("why") ? sayReasons(finding, { words, format, planNames }) : "",
  ].filter(Boolean);
  return (
    <tr className={isTicked ? "bg-accent-soft" : "hover:bg-hover"}>
      <td className={cx(cell, "pl-gutter lg:pl-4")}>
        <span className="flex">
          <Checkbox
            label={words.coverage.select(item.title)}
            hideLabel
            checked={isTicked}
            onChange={(_isOn, keys) => props.onTick(item.id, keys)}
          />
        </span>
      </td>
      {columns.map((column) =>
        column === "item" ? (
          <th key={column} scope="row" className={cx(cell, "text-left font-normal")}>
            <span className="flex items-center gap-1.5 text-sm">
              <ItemTypeIcon type={item.type} shape={item.shape} />
              <span className="truncate" title={item.title}>
                {item.title}
              </span>
            </span>
            <span className="block truncate text-muted md:hidden" title={aside.join(" · ")}>
              {aside.join(" · ")}
            </span>
          </th>
        ) : (
          <td key={column} className={cx(cell, "last:pr-gutter", columnClassOf(column, kind))}>
            <FindingCell {...{ column, finding, planNames, today }} projectId={props.projectId} />
          </td>
        ),
      )}
    </tr>
  );
});
