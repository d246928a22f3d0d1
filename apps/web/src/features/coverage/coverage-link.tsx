import { coverageKindSchema } from "@gantry/api-contract";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { sumCoverage } from "../../lib/coverage.ts";
import { coverageQueries } from "../../queries/coverage-queries.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Icon } from "../../ui/icons/icon.tsx";

/** The way to the coverage, with what was found when it was last looked at: counting means reading every item. */
export function CoverageLink() {
  const { coverage: said } = useWords();
  const format = useFormat();
  const { data } = useQuery({ ...coverageQueries.counts(), enabled: false });
  const found =
    data === undefined ? null : coverageKindSchema.options.reduce((sum, kind) => sum + sumCoverage(data, kind), 0);
  return (
    <Link to="/coverage" className={buttonClass()} title={said.lead}>
      <Icon name="filter" />
      <span className="max-xl:sr-only">{said.title}</span>
      {found !== null && <span className="text-muted tabular-nums">{format.number(found)}</span>}
    </Link>
  );
}
