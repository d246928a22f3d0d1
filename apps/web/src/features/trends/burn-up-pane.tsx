import type { IsoDate } from "@gantry/api-contract";
import { useFormat } from "../../i18n/format.ts";
import { useWords } from "../../i18n/use-words.ts";
import { saveFile } from "../../lib/save-file.ts";
import { toCsv } from "../../lib/to-csv.ts";
import type { TrendSum } from "../../lib/trends.ts";
import { Button } from "../../ui/button.tsx";
import { BurnUpChart } from "./burn-up-chart.tsx";
import { layOutBurnUp } from "./chart-model.ts";
import { type ChartColour, chartColours, chartDashes } from "./chart-paint.ts";
import { DayTable } from "./day-table.tsx";
import { drawPicture } from "./draw-picture.ts";
import { toDayLines } from "./to-table.ts";
import { useWidth } from "./use-width.ts";

const HEIGHT_PX = 320;
/** A picture is as wide as a page of a report, whatever the window is. */
const PICTURE_PX = { width: 1_000, height: 420 };

const lines = ["done", "planned", "scope", "unknown"] as const satisfies readonly ChartColour[];

type BurnUpPaneProps = {
  sum: TrendSum;
  name: string;
  to: IsoDate;
  /** The last day that is shown. */
  until: IsoDate;
  isTable: boolean;
};

/** The burn-up as a chart or a table, with the files of both. */
export function BurnUpPane({ sum, name, to, until, isTable }: BurnUpPaneProps) {
  const words = useWords();
  const format = useFormat();
  const { ref, width } = useWidth();
  const { trends: said } = words;
  const label = said.chartLabel(name);
  const note = said.counted(sum.points.at(-1)?.scope ?? 0, sum.undated);
  const hasUnknown = sum.points.some(({ unknown }) => unknown > 0);
  const legend = lines.filter((key) => key !== "unknown" || hasUnknown);
  const fileName = (ending: string) => `${said.fileName} ${to}.${ending}`;
  const savePng = async () => {
    const picture = await drawPicture(layOutBurnUp(sum, { ...PICTURE_PX, until }), {
      title: label,
      note,
      legend: legend.map((key) => ({
        text: said.line[key],
        colour: key,
        dash: key === "unknown" ? chartDashes.unknown : dashOf(key),
      })),
      day: (day) => format.day(day),
      number: format.number,
    });
    saveFile(fileName("png"), picture);
  };
  const saveCsv = () =>
    saveFile(fileName("csv"), new Blob([toCsv(toDayLines(sum, words))], { type: "text/csv;charset=utf-8" }));
  return (
    <section aria-labelledby="burn-up-title">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-gutter pt-4 pb-2">
        <h2 id="burn-up-title" className="text-lg font-semibold max-md:flex-1">
          {said.burnUp}
        </h2>
        <ul className="flex flex-1 flex-wrap gap-x-4 gap-y-1 text-xs text-muted max-md:order-last max-md:w-full max-md:flex-none">
          {!isTable && legend.map((key) => <LegendEntry key={key} colour={key} text={said.line[key]} />)}
        </ul>
        <Button icon="export" aria-label={said.png} onClick={() => void savePng()}>
          PNG
        </Button>
        <Button icon="export" aria-label={said.csv} onClick={saveCsv}>
          CSV
        </Button>
      </div>
      {isTable ? (
        <DayTable sum={sum} label={label} />
      ) : (
        <div ref={ref} className="px-2">
          {width > 0 && (
            <BurnUpChart model={layOutBurnUp(sum, { width, height: HEIGHT_PX, until })} sum={sum} label={label} />
          )}
        </div>
      )}
      <p className="max-w-3xl px-gutter pt-2 text-xs text-muted">{note}</p>
    </section>
  );
}

function LegendEntry({ colour, text }: { colour: (typeof lines)[number]; text: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <svg width={24} height={8} aria-hidden="true">
        {colour === "unknown" ? (
          <path d="M2,8L10,0M8,8L16,0M14,8L22,0" stroke={`var(${chartColours.unknown})`} strokeWidth={1.5} />
        ) : (
          <path
            d="M0,4H24"
            stroke={`var(${chartColours[colour]})`}
            strokeWidth={2}
            strokeDasharray={dashOf(colour).join(" ")}
          />
        )}
      </svg>
      {text}
    </li>
  );
}

function dashOf(key: (typeof lines)[number]): readonly number[] {
  return key === "planned" || key === "scope" ? chartDashes[key] : [];
}
