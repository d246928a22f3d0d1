import { expect, test } from "vitest";
import { makeSvg } from "../src/poster/index.ts";
import { escapeXml } from "../src/poster/svg/escape-xml.ts";
import { posterPlan, posterRow, posterRows } from "./support/poster-plan.ts";

const measure = (text: string, { size }: { size: number }) => text.length * size * 0.6;
const svgOf = async (rows: ReturnType<typeof posterRows>, title?: string) => {
  const plan = posterPlan(rows, { sheet: null, scale: "week", ...(title === undefined ? {} : { title }) });
  const steps: number[] = [];
  const file = await makeSvg({ ...plan, measure }, { onProgress: (done) => void steps.push(done) });
  return { text: await file.text(), steps };
};

test("every title stands in the drawing as text, once in its row and once at its bar", async () => {
  const rows = posterRows(230);
  const { text, steps } = await svgOf(rows);
  for (const { title, shape } of rows)
    expect(text.split(`>${title}</text>`).length - 1, title).toBe(shape === "summary" ? 1 : 2);
  expect(steps).toEqual(steps.toSorted((one, two) => one - two));
  expect(steps.at(-1)).toBe(1);
});

test("markup in a title, a plan's name or a cell comes out as text; the file runs and loads nothing", async () => {
  const nasty = `"><script>alert(1)</script><image href="https://example.org/x"/><!-- ]]> & 'q'`;
  const { text } = await svgOf([posterRow(1, { title: nasty, cells: [{ text: nasty }, { text: nasty }] })], nasty);
  expect(text).not.toMatch(/<(?:script|image|foreignObject|style|a|use|!--|!DOCTYPE)/);
  expect(text).not.toMatch(/<[^>]*\son\w+=/);
  expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
});

test("elements open and close in order", async () => {
  const { text } = await svgOf(posterRows(30));
  const open: string[] = [];
  const wrong: string[] = [];
  for (const [, close, name = "", self] of text.matchAll(/<(\/?)([a-z]\w*)[^>]*?(\/?)>/gi)) {
    if (close && open.pop() !== name) wrong.push(name);
    if (!close && !self) open.push(name);
  }
  expect([...open, ...wrong]).toEqual([]);
});

test("what XML can't hold becomes the replacement character", () => {
  expect(escapeXml("a\u0000b\ud800c\uffffd🚀\n")).toBe("a\uFFFDb\uFFFDc\uFFFDd🚀\n");
});

test("a title that is too long for its column is there whole, for searches and as a tip", async () => {
  const title = "long ".repeat(60).trim();
  const { text } = await svgOf([posterRow(1, { title, cells: [{ text: title }] })]);
  expect(text).toContain(`<title>${title}</title>`);
});
