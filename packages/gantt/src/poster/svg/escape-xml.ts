const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text for XML 1.0, in an element or an attribute; what XML can't hold in any form becomes the replacement character. */
export function escapeXml(text: string): string {
  let escaped = "";
  for (const character of text) escaped += ENTITIES[character] ?? (isXml(character) ? character : "\uFFFD");
  return escaped;
}

function isXml(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
