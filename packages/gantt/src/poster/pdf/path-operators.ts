import { round } from "../draw/draw-backdrop.ts";

const TOKENS = /[MLHVCSQAZmlhvcsqaz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/g;
/** Numbers that one step of each command takes. */
const ARITY: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };

/** SVG path data as PDF operators. */
export function pathOperators(data: string): string {
  const steps = readSteps(data);
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;
  let operators = "";
  /** Where the last curve came from, for one that goes on smoothly. */
  let reach: [number, number] | null = null;
  const curve = (points: readonly number[]) => {
    operators += `${points.map(round).join(" ")} c\n`;
  };
  for (const { command, numbers } of steps) {
    const kind = command.toUpperCase();
    const [dx, dy] = command === kind ? [0, 0] : [x, y];
    const at = (index: number, base: number) => (numbers[index] ?? 0) + base;
    if (kind === "Z") {
      operators += "h\n";
      [x, y] = [startX, startY];
      continue;
    }
    const end = endOf(kind, { numbers, x, y, dx, dy });
    const before = reach;
    reach = null;
    if (kind === "M") {
      [startX, startY] = end;
      operators += `${round(end[0])} ${round(end[1])} m\n`;
    } else if (kind === "C") {
      reach = [at(2, dx), at(3, dy)];
      curve([at(0, dx), at(1, dy), ...reach, ...end]);
    } else if (kind === "S") {
      reach = [at(0, dx), at(1, dy)];
      curve([x * 2 - (before?.[0] ?? x), y * 2 - (before?.[1] ?? y), ...reach, ...end]);
    } else if (kind === "Q") {
      const [cx, cy] = [at(0, dx), at(1, dy)];
      const third = (from: number, to: number) => from + ((to - from) * 2) / 3;
      curve([third(x, cx), third(y, cy), third(end[0], cx), third(end[1], cy), ...end]);
    } else if (kind === "A") {
      const flags = { isLarge: numbers[3] === 1, isClockwise: numbers[4] === 1 };
      for (const part of arcCurves({ x, y, toX: end[0], toY: end[1], radius: numbers[0] ?? 0, ...flags })) curve(part);
    } else operators += `${round(end[0])} ${round(end[1])} l\n`;
    [x, y] = end;
  }
  return operators;
}

type Step = { command: string; numbers: number[] };

function readSteps(data: string): Step[] {
  const steps: Step[] = [];
  const tokens = data.match(TOKENS) ?? [];
  let command = "";
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] ?? "";
    if (/[a-z]/i.test(token) && token.length === 1) {
      command = token;
      index += 1;
    }
    const arity = ARITY[command.toUpperCase()] ?? 0;
    steps.push({ command, numbers: tokens.slice(index, index + arity).map(Number) });
    index += arity;
    // More pairs after a move are lines.
    if (command === "M") command = "L";
    else if (command === "m") command = "l";
  }
  return steps;
}

type Place = { numbers: readonly number[]; x: number; y: number; dx: number; dy: number };

function endOf(kind: string, { numbers, x, y, dx, dy }: Place): [number, number] {
  if (kind === "H") return [(numbers[0] ?? 0) + dx, y];
  if (kind === "V") return [x, (numbers[0] ?? 0) + dy];
  return [(numbers.at(-2) ?? 0) + dx, (numbers.at(-1) ?? 0) + dy];
}

type Arc = { x: number; y: number; toX: number; toY: number; radius: number; isLarge: boolean; isClockwise: boolean };

/** A circle's arc as Bézier curves of at most a quarter each (SVG 2, appendix B.2.4, for equal radii). */
function arcCurves({ x, y, toX, toY, radius, isLarge, isClockwise }: Arc): number[][] {
  const distance = Math.hypot(toX - x, toY - y);
  if (distance === 0 || radius === 0) return [[x, y, toX, toY, toX, toY]];
  const r = Math.max(radius, distance / 2);
  const height = Math.sqrt(Math.max(0, r * r - (distance * distance) / 4));
  const side = isLarge === isClockwise ? -1 : 1;
  const centreX = (x + toX) / 2 - (side * height * (toY - y)) / distance;
  const centreY = (y + toY) / 2 + (side * height * (toX - x)) / distance;
  const from = Math.atan2(y - centreY, x - centreX);
  let sweep = Math.atan2(toY - centreY, toX - centreX) - from;
  if (isClockwise && sweep <= 0) sweep += Math.PI * 2;
  if (!isClockwise && sweep >= 0) sweep -= Math.PI * 2;
  const count = Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9);
  const step = sweep / count;
  const reach = (4 / 3) * Math.tan(step / 4) * r;
  return Array.from({ length: count }, (_, index) => {
    const [a, b] = [from + step * index, from + step * (index + 1)];
    const [ax, ay, bx, by] = [Math.cos(a), Math.sin(a), Math.cos(b), Math.sin(b)];
    const [endX, endY] = [centreX + r * bx, centreY + r * by];
    return [
      centreX + r * ax - reach * ay,
      centreY + r * ay + reach * ax,
      endX + reach * by,
      endY - reach * bx,
      endX,
      endY,
    ];
  });
}
