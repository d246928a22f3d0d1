import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  changeSetStateSchema,
  ERROR_CODES,
  outcomeReasonSchema,
  outcomeSchema,
  skipReasonSchema,
} from "@gantry/api-contract";
import { describe, expect, it } from "vitest";
import { en } from "./en/index.ts";
import { zhCN } from "./zh-CN/index.ts";

const source = resolve(import.meta.dirname, "..");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !/^i18n\/(?:en|zh-CN)\//.test(file))
  .map((file) => readFileSync(join(source, file), "utf8"));

type Entry = { keys: string[]; value: unknown };

function entriesOf(dictionary: object, groups: string[] = []): Entry[] {
  return Object.entries(dictionary).flatMap(([key, value]: [string, unknown]) => {
    const keys = [...groups, key];
    return typeof value === "object" && value !== null ? entriesOf(value, keys) : [{ keys, value }];
  });
}

function pathsOf(entries: readonly Entry[]): string[] {
  return entries.map(({ keys }) => keys.join(" / ")).sort();
}

/**
 * A key is used where one file names every group above it and then takes the key (`words.overview.title`, or through
 * a name of its own: `const { overview } = words`), or picks from its group by a value (`errors[code]`).
 */
function isUsed(keys: readonly string[]): boolean {
  const groups = keys.slice(0, -1);
  const leaf = keys.at(-1) ?? "";
  const namesGroups = (text: string) => groups.every((group) => new RegExp(`\\b${group}\\b`).test(text));
  const takesLeaf = new RegExp(`\\.${leaf}\\b|\\{[^{}]*\\b${leaf}\\b[^{}]*\\}\\s*=`);
  const picks = groups.map((group) => new RegExp(`\\b${group}\\[`));
  return files.some((text) => namesGroups(text) && (takesLeaf.test(text) || picks.some((pick) => pick.test(text))));
}

const english = entriesOf(en);
const chinese = entriesOf(zhCN);

describe("the dictionaries", () => {
  it("hold the same keys in every language", () => {
    expect(pathsOf(chinese)).toEqual(pathsOf(english));
  });

  it("leave no text empty and keep functions functions", () => {
    const kinds = new Map(english.map(({ keys, value }) => [keys.join(), typeof value]));
    for (const { keys, value } of [...english, ...chinese]) {
      expect(typeof value, keys.join()).toBe(kinds.get(keys.join()));
      expect(value, keys.join()).not.toBe("");
    }
  });

  it("hold no key that nothing uses", () => {
    expect(pathsOf(english.filter(({ keys }) => !isUsed(keys)))).toEqual([]);
  });

  it("have words for every error code, outcome, reason, skip and state", () => {
    for (const dictionary of [en, zhCN]) {
      expect(Object.keys(dictionary.errors)).toEqual(expect.arrayContaining(ERROR_CODES));
      expect(Object.keys(dictionary.changes.outcome)).toEqual(expect.arrayContaining([...outcomeSchema.options]));
      expect(Object.keys(dictionary.changes.reason)).toEqual(expect.arrayContaining([...outcomeReasonSchema.options]));
      expect(Object.keys(dictionary.changes.skip)).toEqual(expect.arrayContaining([...skipReasonSchema.options]));
      expect(Object.keys(dictionary.changes.state)).toEqual(expect.arrayContaining([...changeSetStateSchema.options]));
    }
  });

  it("write Chinese with full-width punctuation and without flattery", () => {
    const source = readdirSync(join(import.meta.dirname, "zh-CN")).map((file) =>
      readFileSync(join(import.meta.dirname, "zh-CN", file), "utf8"),
    );
    const strings = source.flatMap((text) => text.match(/"[^"\n]*"|`[^`]*`/g) ?? []);
    expect(strings.filter((text) => /\p{Script=Han}[,;:!?]/u.test(text.replaceAll(/\$\{[^}]*\}/g, "")))).toEqual([]);
    expect(strings.filter((text) => /您|成功|[!！]/u.test(text))).toEqual([]);
  });
});
