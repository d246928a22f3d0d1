import type { ReactNode } from "react";
import type { GanttScale } from "@gantry/gantt";
import { useWords } from "../../i18n/use-words.ts";
import { SegmentedControl } from "../../ui/segmented-control.tsx";
import { Select } from "../../ui/select.tsx";
import {
  EXPORT_FORMATS,
  EXPORT_TIMES,
  type ExportChoice,
  type ExportTime,
  isPoster,
  ORIENTATIONS,
  PAPERS,
  PIXEL_RATIOS,
} from "./export-choice.ts";
import { EXPORT_SCOPES, type ExportScope } from "./export-source.ts";

export type ExportOptionsProps = {
  choice: ExportChoice;
  onChange: (change: Partial<ExportChoice>) => void;
  scope: ExportScope;
  onScopeChange: (scope: ExportScope) => void;
  /** The page's own scale. */
  scale: GanttScale;
};

/** Format, rows, and what the format can be told. */
export function ExportOptions({ choice, onChange, scope, onScopeChange, scale }: ExportOptionsProps) {
  const words = useWords();
  const { takeAway } = words;
  const { format } = choice;
  return (
    <div className="flex flex-col gap-4">
      <Labelled label={takeAway.format} hint={takeAway.about[format]}>
        <SegmentedControl
          label={takeAway.format}
          value={format}
          segments={EXPORT_FORMATS.map((value) => ({ value, label: takeAway.formats[value] }))}
          onChange={(value) => onChange({ format: value })}
          className="w-full"
        />
      </Labelled>
      <Labelled label={takeAway.rows}>
        <SegmentedControl
          label={takeAway.rows}
          value={scope}
          segments={EXPORT_SCOPES.map((value) => ({ value, label: takeAway.scopes[value] }))}
          onChange={onScopeChange}
          className="w-full"
        />
      </Labelled>
      {format === "pdf" && (
        <div className="grid gap-4 md:grid-cols-2">
          <Labelled label={takeAway.paper}>
            <SegmentedControl
              label={takeAway.paper}
              value={choice.paper}
              segments={PAPERS.map((value) => ({ value, label: takeAway.papers[value] }))}
              onChange={(paper) => onChange({ paper })}
              className="w-full"
            />
          </Labelled>
          <Labelled label={takeAway.orientation}>
            <SegmentedControl
              label={takeAway.orientation}
              value={choice.orientation}
              segments={ORIENTATIONS.map((value) => ({ value, label: takeAway.orientations[value] }))}
              onChange={(orientation) => onChange({ orientation })}
              className="w-full"
            />
          </Labelled>
        </div>
      )}
      {isPoster(format) && (
        <div className="grid gap-4 md:grid-cols-2">
          <TimeField choice={choice} scale={scale} onChange={(time) => onChange({ time })} />
          {format === "png" && (
            <Labelled label={takeAway.size}>
              <SegmentedControl
                label={takeAway.size}
                value={choice.pixelRatio}
                segments={PIXEL_RATIOS.map((value) => ({ value, label: takeAway.sizes[value] }))}
                onChange={(pixelRatio) => onChange({ pixelRatio })}
                className="w-full"
              />
            </Labelled>
          )}
        </div>
      )}
    </div>
  );
}

const AS_SHOWN = "shown";

function TimeField(props: { choice: ExportChoice; scale: GanttScale; onChange: (time: ExportTime | null) => void }) {
  const { choice, scale } = props;
  const { takeAway, plan } = useWords();
  const times = EXPORT_TIMES.filter((time) => choice.format === "pdf" || time !== "fit");
  return (
    <Labelled label={takeAway.time}>
      <Select<ExportTime | typeof AS_SHOWN>
        label={takeAway.time}
        value={choice.time ?? AS_SHOWN}
        options={[
          { value: AS_SHOWN, label: takeAway.timeAsShown(plan.scales[scale]) },
          ...times.map((time) => ({ value: time, label: time === "fit" ? takeAway.fitWidth : plan.scales[time] })),
        ]}
        onChange={(time) => props.onChange(time === AS_SHOWN ? null : time)}
      />
    </Labelled>
  );
}

/** The control carries the same name itself. */
function Labelled(props: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div>
      <p aria-hidden="true" className="mb-1.5 text-sm font-medium">
        {props.label}
      </p>
      {props.children}
      {props.hint !== undefined && <p className="mt-1.5 text-xs text-muted">{props.hint}</p>}
    </div>
  );
}
