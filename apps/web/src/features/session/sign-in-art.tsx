import { useWords } from "../../i18n/use-words.ts";
import { artBars, artLinks, COLUMN_WIDTH, ROW_HEIGHT, TODAY_COLUMN } from "./art-bars.ts";

const WIDTH = 960;
const HEIGHT = 900;
const BAR_HEIGHT = 24;
const LEFT = 120;
const TOP = 210;
const todayX = LEFT + TODAY_COLUMN * COLUMN_WIDTH;

const xOf = (column: number) => LEFT + column * COLUMN_WIDTH;
const yOf = (row: number) => TOP + row * ROW_HEIGHT;

/** A plan hanging under a gantry: what the product is, without a word. Decoration only. */
export function SignInArt() {
  const words = useWords();
  return (
    <div aria-hidden="true" className="hidden min-w-0 flex-1 overflow-hidden bg-sunken md:block">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="xMidYMin slice" className="size-full min-h-dvh">
        {Array.from({ length: 26 }, (_, column) => (
          <line
            key={column}
            x1={column * COLUMN_WIDTH}
            x2={column * COLUMN_WIDTH}
            y1={0}
            y2={HEIGHT}
            className={column % 5 === 0 ? "stroke-border" : "stroke-grid"}
          />
        ))}
        <g className="fill-none stroke-summary" strokeWidth="4.5" strokeLinecap="round">
          <path d="M86 96H874M119 96V822M841 96V822M519 98v18" />
        </g>
        <path d="M119 158L176 98M841 158L784 98" className="fill-none stroke-border-strong" strokeWidth="2.25" />
        <line x1={todayX} x2={todayX} y1={128} y2={HEIGHT} className="stroke-accent" strokeWidth="1.75" />
        {artLinks.map((link) => (
          <ArtLink key={`${link.from}-${link.to}`} {...link} />
        ))}
        {artBars.map((bar, index) => (
          <ArtBar key={index} {...bar} row={index} />
        ))}
        <rect x={todayX - 31} y={116} width={62} height={24} rx={6} className="fill-accent" />
        <text x={todayX} y={132.5} textAnchor="middle" className="fill-on-accent text-xs font-medium">
          {words.session.today}
        </text>
      </svg>
    </div>
  );
}

function ArtBar(props: { from: number; to: number; done: number; row: number; category: keyof typeof paints }) {
  const paint = paints[props.category];
  const x = xOf(props.from);
  const y = yOf(props.row);
  const width = (props.to - props.from) * COLUMN_WIDTH;
  return (
    <g>
      <rect x={x} y={y} width={width} height={BAR_HEIGHT} rx={4} className={paint.soft} />
      {props.done > 0 && (
        <rect x={x} y={y} width={width * props.done} height={BAR_HEIGHT} rx={4} className={paint.done} />
      )}
      <rect x={x} y={y} width={width} height={BAR_HEIGHT} rx={4} className={paint.line} strokeWidth="1" />
      <rect x={x} y={y} width={4.5} height={BAR_HEIGHT} rx={1.5} className={paint.edge} />
    </g>
  );
}

function ArtLink(props: { from: number; to: number }) {
  const from = artBars[props.from];
  const to = artBars[props.to];
  if (from === undefined || to === undefined) return null;
  const startX = xOf(from.to);
  const startY = yOf(props.from) + BAR_HEIGHT / 2;
  const endX = Math.max(startX + 12, xOf(to.from) + 12);
  const endY = yOf(props.to) - 7;
  return (
    <g className="text-link">
      <path
        d={`M${startX} ${startY}H${endX - 5}q5 0 5 5V${endY}`}
        className="fill-none stroke-current"
        strokeWidth="1.5"
      />
      <path d={`M${endX - 4} ${endY - 1}h8l-4 7z`} className="fill-current" />
    </g>
  );
}

const paints = {
  green: { soft: "fill-cat-3-soft", done: "fill-cat-3-done", line: "fill-none stroke-cat-3", edge: "fill-cat-3" },
  blue: { soft: "fill-cat-1-soft", done: "fill-cat-1-done", line: "fill-none stroke-cat-1", edge: "fill-cat-1" },
  violet: { soft: "fill-cat-4-soft", done: "fill-cat-4-done", line: "fill-none stroke-cat-4", edge: "fill-cat-4" },
  rust: { soft: "fill-cat-2-soft", done: "fill-cat-2-done", line: "fill-none stroke-cat-2", edge: "fill-cat-2" },
  slate: { soft: "fill-cat-8-soft", done: "fill-cat-8-done", line: "fill-none stroke-cat-8", edge: "fill-cat-8" },
} as const;
