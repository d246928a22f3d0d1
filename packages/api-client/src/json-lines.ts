/** Reads a body of JSON lines, yielding each parsed line as soon as it is whole. */
export async function* readJsonLines(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void, undefined> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split("\n");
      rest = done ? "" : (lines.pop() ?? "");
      for (const line of lines) if (line.trim() !== "") yield JSON.parse(line) as unknown;
      if (done) return;
    }
  } finally {
    // Leaving the loop early must also end the request.
    await reader.cancel().catch(() => undefined);
  }
}
