import { HEALTH_RULES, type PlanHealth } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icons/icon.tsx";
import { HEALTH_TONES } from "./health-tones.ts";
import type { PlanRow } from "./plan-rows.ts";
import { sayReasons } from "../../i18n/say-health.ts";

const PERCENT = 100;

/** How health is computed, with its numbers; of one plan, with what decided. */
export function HealthDialog(props: { of: PlanRow | "all" | null; onClose: () => void }) {
  const words = useWords();
  const { of } = props;
  const { rules } = words.overview;
  return (
    <Dialog
      open={of !== null}
      onClose={props.onClose}
      size="md"
      title={of === null || of === "all" ? rules.title : rules.ofPlan(of.plan.name)}
      footer={<Button onClick={props.onClose}>{words.common.close}</Button>}
    >
      {of !== null && of !== "all" && <OfPlan row={of} />}
      <Rules current={of !== null && of !== "all" ? (of.rollUp?.health ?? null) : null} />
    </Dialog>
  );
}

function OfPlan({ row: { rollUp } }: { row: PlanRow }) {
  const words = useWords();
  if (rollUp === null) return null;
  const reasons = sayReasons(rollUp, words);
  return (
    <div className="mb-4 border-b border-border pb-4">
      <p className="flex items-center gap-2 font-medium">
        <Icon name={`health-${rollUp.health}`} className={HEALTH_TONES[rollUp.health]} />
        {words.overview.health[rollUp.health]}
      </p>
      <ul className="mt-1.5 list-disc pl-9 text-sm">
        {(reasons.length === 0 ? [words.overview.because.onTrack] : reasons).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

function Rules({ current }: { current: PlanHealth | null }) {
  const words = useWords();
  const format = useFormat();
  const { rules } = words.overview;
  const { lateCount, lateDays, lackShare, behindPoints, staleDays } = HEALTH_RULES;
  const texts: readonly [PlanHealth, string][] = [
    ["empty", rules.empty],
    ["late", rules.late(lateCount, lateDays)],
    ["at-risk", rules.atRisk(format.percent(lackShare * PERCENT), behindPoints)],
    ["stale", rules.stale(staleDays)],
    ["on-track", rules.onTrack],
  ];
  return (
    <>
      {current !== null && <h2 className="mb-1 text-sm font-medium">{rules.title}</h2>}
      <p className="text-sm text-muted">{rules.lead}</p>
      <dl className="mt-3 flex flex-col gap-2.5 text-sm">
        {texts.map(([health, text]) => (
          <div key={health} className={cx("flex gap-3 rounded-md px-2 py-1", health === current && "bg-accent-soft")}>
            <dt className="flex w-24 shrink-0 items-center gap-1.5 self-start font-medium">
              <Icon name={`health-${health}`} className={HEALTH_TONES[health]} />
              {words.overview.health[health]}
            </dt>
            <dd className="min-w-0 flex-1">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-xs text-muted">{rules.blocked}</p>
    </>
  );
}
