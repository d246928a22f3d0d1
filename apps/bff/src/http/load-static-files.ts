import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { compressFile, type Encoding } from "./compress.ts";
import { createStaticFiles, type StaticFile, type StaticFiles } from "./static-files.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};
const ALREADY_SMALL = new Set([".png", ".ico", ".woff", ".woff2"]);

/**
 * Reads a built page into memory (some ten megabytes, half of them fonts for exports). Only the kinds of files above are taken: no source maps, no
 * dotfiles. `.br` and `.gz` beside a file are used as they are. Null when nothing was built.
 */
export function loadStaticFiles(directory: string): StaticFiles | null {
  if (!existsSync(join(directory, "index.html"))) return null;
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const contentType = TYPES[extname(entry.name)];
    if (!entry.isFile() || entry.name.startsWith(".") || contentType === undefined) continue;
    files.set(`/${relative(directory, file).split(sep).join("/")}`, readStaticFile(file, contentType));
  }
  return createStaticFiles(files);
}

function readStaticFile(file: string, contentType: string): StaticFile {
  const bytes = toBytes(file);
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    bytes,
    contentType,
    isCompressible: !ALREADY_SMALL.has(extname(file)),
    compress: (encoding) => {
      const known = made.get(encoding);
      if (known !== undefined) return known;
      const ready = `${file}.${encoding === "br" ? "br" : "gz"}`;
      const making = existsSync(ready) ? Promise.resolve(toBytes(ready)) : compressFile(bytes, encoding);
      made.set(encoding, making);
      return making;
    },
  };
}

function toBytes(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}
