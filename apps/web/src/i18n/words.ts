import type { en } from "./en/index.ts";

/** A dictionary's shape: every text of the English one, as some text or as a function of the same parameters. */
type Translated<T> = T extends string
  ? string
  : T extends (...params: infer Params) => string
    ? (...params: Params) => string
    : { readonly [Key in keyof T]: Translated<T[Key]> };

export type Words = Translated<typeof en>;

/** One feature's part of a dictionary, for `satisfies` in the other languages. */
export type WordsOf<Feature extends keyof Words> = Words[Feature];
