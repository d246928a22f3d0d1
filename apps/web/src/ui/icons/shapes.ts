/** One drawing on the 16 grid: `line` is stroked 1.5 wide, `solid` is filled, `dash` is stroked in dashes. */
export type IconShape = { line?: string; solid?: string; dash?: string };

/** Path of a whole circle. */
export function circle(x: number, y: number, radius: number): string {
  const across = radius * 2;
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 ${-across} 0`;
}

/** Path of a rectangle with round corners. */
export function box(x: number, y: number, size: { width: number; height: number; corner: number }): string {
  const { width, height, corner } = size;
  const arc = (dx: number, dy: number) => `a${corner} ${corner} 0 0 1 ${dx} ${dy}`;
  return [
    `M${tidy(x + corner)} ${y}h${tidy(width - corner * 2)}`,
    arc(corner, corner),
    `v${tidy(height - corner * 2)}`,
    arc(-corner, corner),
    `h${tidy(corner * 2 - width)}`,
    arc(-corner, -corner),
    `v${tidy(corner * 2 - height)}`,
    arc(corner, -corner),
    "z",
  ].join("");
}

/** Path of a regular octagon around the centre. */
export function octagon(radius: number): string {
  const cut = Math.round(radius * 0.414 * 100) / 100;
  const [low, high] = [8 - radius, 8 + radius];
  const points = [
    [8 - cut, low],
    [8 + cut, low],
    [high, 8 - cut],
    [high, 8 + cut],
    [8 + cut, high],
    [8 - cut, high],
    [low, 8 + cut],
    [low, 8 - cut],
  ];
  return `M${points.map((point) => point.join(" ")).join("L")}z`;
}

/** Without the dust of floating point: 5.4, not 5.3999999999999995. */
function tidy(length: number): number {
  return Math.round(length * 100) / 100;
}
