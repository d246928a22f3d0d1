import { expect, test } from "vitest";
import { en } from "../../../i18n/en/index.ts";
import { zhCN } from "../../../i18n/zh-CN/index.ts";
import { explainCode } from "./explain-code.ts";
import { KNOWN_CODES } from "./known-codes.ts";

/** The tables of the upstream reference, §1.5 and §1.7. */
const REFERENCE = [
  "PM.00000001 PM.00000014 PM.02101004 PM.02150010 PM.02150301 PM.02150302 PM.02150303 PM.02150304 PM.02150305 PM.02150404",
  "PM.02151001 PM.02152001 PM.02152002 PM.02152003 PM.02152004 PM.02152005 PM.02152006 PM.02152007 PM.02152008 PM.02152009",
  "PM.02152010 PM.02152011 PM.02153001 PM.02174103 PM.02175000 PM.02175006 PM.02175101 PM.02175103 PM.02175202 PM.02175301",
  "PM.02177003 PM.02303005 PM.10001002 PM.10002006",
  "APIG.0101 APIG.0201 APIG.0301 APIG.0302 APIG.0304 APIG.0306 APIG.0307 APIG.0308 APIG.0310",
].flatMap((line) => line.split(" "));

test("every code of the reference says what happened and whether sending again helps, in both languages", () => {
  expect(Object.keys(KNOWN_CODES).toSorted()).toEqual(REFERENCE.toSorted());
  for (const code of REFERENCE) {
    const [english, chinese] = [explainCode(code, en), explainCode(code, zhCN)];
    expect(english.isKnown, code).toBe(true);
    expect(english.happened, code).toMatch(/^[A-Z].{15,}\.$/);
    expect(chinese.happened, code).toMatch(/\p{Script=Han}.*。$/u);
    expect(chinese.cure === null, code).toBe(english.cure === null);
  }
});

test("what helps only after something was done says what is to be done", () => {
  const waiting = REFERENCE.filter((code) => explainCode(code, en).retry === en.codes.retry.after);
  expect(waiting.filter((code) => explainCode(code, en).cure === null)).toEqual([]);
  expect(waiting).toContain("PM.02175202");
});

test("the gateway's two prefixes mean the same", () => {
  expect(explainCode("APIGW.0308", en)).toEqual(explainCode("APIG.0308", en));
});

test("an unknown code is said to be unknown, and an inherited name is no code", () => {
  for (const code of ["PM.99999999", "toString", "__proto__", "登录"])
    expect(explainCode(code, en)).toEqual({
      isKnown: false,
      happened: en.codes.unknown,
      cure: null,
      retry: en.codes.retry.unknown,
    });
});

test("an answer without a code is told by what its status means", () => {
  expect(explainCode("HTTP 403", en).happened).toBe(en.codes.http.refused);
  expect(explainCode("HTTP 504", en)).toMatchObject({ happened: en.codes.http.failed, retry: en.codes.retry.helps });
});
