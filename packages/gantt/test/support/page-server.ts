import { createServer } from "node:http";
import { resolve } from "node:path";
import { build } from "vite";

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chart</title><link rel="stylesheet" href="/page.css"></head>
<body><div id="host"></div><script type="module" src="/page.js"></script></body></html>`;

export type PageServer = { url: string; close: () => Promise<void> };

/** Serves a page made of one entry module, under the strictest policy the product knows unless told otherwise. */
export async function servePage(entry: string, { strict = true }: { strict?: boolean } = {}): Promise<PageServer> {
  const { script, style } = await bundle(entry);
  const files: Record<string, { type: string; body: string }> = {
    "/": { type: "text/html; charset=utf-8", body: HTML },
    "/page.js": { type: "text/javascript", body: script },
    "/page.css": { type: "text/css", body: style },
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    if (!file) return void response.writeHead(204).end();
    response
      .writeHead(200, {
        "content-type": file.type,
        ...(strict && { "content-security-policy": CONTENT_SECURITY_POLICY }),
      })
      .end(file.body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The page server has no port");
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function bundle(entry: string): Promise<{ script: string; style: string }> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    root: resolve(import.meta.dirname, "../.."),
    build: { write: false, minify: false, cssMinify: false, rolldownOptions: { input: entry } },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
    "output" in result ? result.output : [],
  );
  const script = outputs.flatMap((file) => (file.type === "chunk" ? file.code : [])).join("\n");
  const style = outputs
    .flatMap((file) => (file.type === "asset" && file.fileName.endsWith(".css") ? String(file.source) : []))
    .join("\n");
  return { script, style };
}
