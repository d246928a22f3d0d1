import type { Words } from "../../../i18n/words.ts";
import { KNOWN_CODES, type KnownCode } from "./known-codes.ts";

export type CodeExplanation = {
  isKnown: boolean;
  happened: string;
  /** What a person can do about it; null where nothing is known to help. */
  cure: string | null;
  /** Whether sending again helps. */
  retry: string;
};

/** An upstream code in plain words. A code that nobody knows is said to be so, never guessed at. */
export function explainCode(code: string, { codes }: Words): CodeExplanation {
  const known = findKnown(code);
  if (known !== null) {
    const cure: Partial<Record<KnownCode, string>> = codes.cure;
    return {
      isKnown: true,
      happened: codes.happened[known],
      cure: cure[known] ?? null,
      retry: codes.retry[KNOWN_CODES[known]],
    };
  }
  const status = /^HTTP ([45])\d\d$/.exec(code)?.[1];
  if (status === undefined) {
    return { isKnown: false, happened: codes.unknown, cure: null, retry: codes.retry.unknown };
  }
  const isRefused = status === "4";
  return {
    isKnown: true,
    happened: isRefused ? codes.http.refused : codes.http.failed,
    cure: null,
    retry: isRefused ? codes.retry.unknown : codes.retry.helps,
  };
}

/** The gateway's prefix may read APIG or APIGW. */
function findKnown(code: string): KnownCode | null {
  const name = code.replace(/^APIGW\./, "APIG.");
  return isKnownCode(name) ? name : null;
}

function isKnownCode(code: string): code is KnownCode {
  return Object.hasOwn(KNOWN_CODES, code);
}
