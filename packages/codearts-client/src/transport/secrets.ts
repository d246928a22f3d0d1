const PIECE = 16;
const MAX_MESSAGE = 500;

/**
 * Makes a text of the service safe to keep: cut to a length, and dropped whole where it repeats any
 * 16 characters of a secret.
 */
export function withoutSecrets(text: string | null, secrets: readonly string[]): string | null {
  if (text === null) return null;
  const cut = text.slice(0, MAX_MESSAGE);
  return secrets.some((secret) => repeatsPiece(cut, secret)) ? null : cut;
}

function repeatsPiece(text: string, secret: string): boolean {
  if (secret.length < PIECE) return text.includes(secret);
  for (let start = 0; start + PIECE <= text.length; start += 1) {
    if (secret.includes(text.slice(start, start + PIECE))) return true;
  }
  return false;
}
