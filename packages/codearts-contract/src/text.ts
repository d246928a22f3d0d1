/** Drops characters outside the Basic Multilingual Plane: CodeArts refuses them in texts (PM.02101004). */
export function withoutFourByteCharacters(text: string): string {
  return text.replace(/[\u{10000}-\u{10FFFF}]/gu, "");
}
