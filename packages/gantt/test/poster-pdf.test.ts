import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, onTestFinished, test } from "vitest";
import { makePdf, type PosterPaper, paperSheet } from "../src/poster/index.ts";
import { posterPlan, type PosterPlan, posterRow, posterRows, readSlice } from "./support/poster-plan.ts";

const MADE_AT = Date.UTC(2026, 10, 22, 7, 41);

async function open(plan: PosterPlan): Promise<PDFDocumentProxy> {
  const file = await makePdf({ ...plan, readSlice, madeAt: MADE_AT }, { onProgress: () => {} });
  const loading = getDocument({ data: new Uint8Array(await file.arrayBuffer()), verbosity: 0 });
  onTestFinished(() => loading.destroy());
  return loading.promise;
}

type Piece = { text: string; x: number; y: number };

/** The text of a page in reading order, and its parts with their places in points from the lower left. */
async function readPage(pdf: PDFDocumentProxy, number: number): Promise<{ text: string; pieces: Piece[] }> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  const pieces = items.flatMap((item) =>
    "str" in item && item.str !== ""
      ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }]
      : [],
  );
  return { text: pieces.map(({ text }) => text).join("\n"), pieces };
}

async function readAll(pdf: PDFDocumentProxy) {
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
  return pages;
}

test.each<[PosterPaper, number]>([
  ["a4", 800],
  ["a0", 800],
])("every title of %s, Chinese included, is on its row's pages and on no other, %d rows", async (paper, count) => {
  const plan = posterPlan(posterRows(count), { sheet: paperSheet(paper, "landscape"), scale: "month" });
  const pages = await readAll(await open(plan));
  const { pageRows, pageColumns } = plan.layout;
  expect(pages).toHaveLength(pageRows.length * pageColumns.length);
  pageRows.forEach(({ from, to }, row) =>
    pageColumns.forEach((_, column) => {
      const lines = new Set(pages[row * pageColumns.length + column]?.text.split("\n"));
      const shown = plan.data.rows.filter(({ title }) => lines.has(title)).map(({ id }) => id);
      expect(shown, `page ${row}/${column}`).toEqual(plan.data.rows.slice(from, to).map(({ id }) => id));
    }),
  );
});

test("plan name, date, column names, time header, legend and page number stand on every page", async () => {
  const plan = posterPlan(posterRows(120), { sheet: paperSheet("a4", "portrait"), scale: "week" });
  const pages = await readAll(await open(plan));
  expect(plan.layout.pageColumns.length).toBeGreaterThan(1);
  expect(plan.layout.pageRows.length).toBeGreaterThan(1);
  pages.forEach(({ text }, index) => {
    for (const part of [
      "Release 4.2 发布计划",
      "22 November 2026",
      "Title",
      `Page ${index + 1} of ${pages.length}`,
      "进行中",
    ])
      expect(text.split("\n"), `page ${index + 1}`).toContain(part);
    expect(text).toMatch(/\b(?:Oct|Nov|Dec|Jan|Feb|Mar|Apr) 202[67]\b/);
  });
});

test("a row stands at the same height on every page beside it, so that its bar lines up", async () => {
  const plan = posterPlan(posterRows(20), { sheet: paperSheet("a4", "landscape"), scale: "week" });
  const [first, ...others] = await readAll(await open(plan));
  const heightsOf = (pieces: readonly Piece[], title: string) =>
    pieces
      .filter(({ text }) => text === title)
      .toSorted((one, two) => one.x - two.x)
      .map(({ y }) => y);
  expect(others.length).toBeGreaterThan(0);
  for (const { title } of plan.data.rows) {
    // The leftmost is the title's cell; the bar's label is another.
    const [cell] = heightsOf(first?.pieces ?? [], title);
    for (const other of others) expect(heightsOf(other.pieces, title)).toContain(cell);
  }
});

test("a title that is too long to show is found whole all the same", async () => {
  const title = `A title ${"that goes on and on ".repeat(12)}to the end 直到最后一个字`;
  const row = posterRow(1, { title, cells: [{ text: title }] });
  const pages = await readAll(await open(posterPlan([row], { sheet: paperSheet("a4", "landscape"), scale: "week" })));
  expect(pages[0]?.text.replaceAll("\n", "")).toContain(title);
});

test("characters that the font lacks are kept as text and harm nothing", async () => {
  const titles = [
    "🚀 launch 🇨🇳",
    "مرحبا",
    "שלום",
    "\u0000\u0007 bell",
    "a\ud800b",
    "𠮷野家",
    "<b>&amp;</b>",
    ") Tj ET (",
  ];
  const rows = titles.map((title, index) => posterRow(index, { title, cells: [{ text: title }] }));
  const pages = await readAll(await open(posterPlan(rows, { sheet: paperSheet("a3", "landscape"), scale: "month" })));
  for (const title of ["🚀", "𠮷野家", "<b>&amp;</b>", ") Tj ET ("]) expect(pages[0]?.text).toContain(title);
});

test("the document says its title, language and time", async () => {
  const pdf = await open(posterPlan(posterRows(1), { sheet: paperSheet("a4", "landscape"), scale: "week" }));
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: "Release 4.2 发布计划", Language: "en", CreationDate: "D:20261122074100Z" });
});

test("pages have the size of the paper in points", async () => {
  const pdf = await open(posterPlan(posterRows(1), { sheet: paperSheet("a3", "landscape"), scale: "week" }));
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  expect([width, height].map(Math.round)).toEqual([1191, 842]);
});
