import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadStaticFiles } from "./load-static-files.ts";
import type { StaticFiles } from "./static-files.ts";

const SCRIPT = "console.log('gantry');".repeat(200);
let root = "";
let files: StaticFiles;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "gantry-web-"));
  const dist = join(root, "dist");
  mkdirSync(join(dist, "assets"), { recursive: true });
  mkdirSync(join(dist, ".git"));
  const written: Record<string, string | Uint8Array> = {
    "index.html": "<!doctype html><title>Gantry</title>",
    "icon.svg": "<svg/>",
    "assets/index-abc123.js": SCRIPT,
    "assets/index-abc123.js.map": "{}",
    "assets/ready-def456.css": "a{}".repeat(1000),
    "assets/ready-def456.css.gz": gzipSync("made by the build"),
    ".env": "SECRET=1",
    ".git/config": "[core]",
    "notes.md": "internal",
  };
  for (const [name, content] of Object.entries(written)) writeFileSync(join(dist, name), content);
  writeFileSync(join(root, "outside.js"), "outside");
  const loaded = loadStaticFiles(dist);
  if (loaded === null) throw new Error("nothing was loaded");
  files = loaded;
});
afterAll(() => rmSync(root, { recursive: true }));

const get = (path: string, headers: Record<string, string> = {}) =>
  files.respond(new Request(`http://localhost${path}`, { headers }));

const bytesOf = async (response: Response | null) => Buffer.from(new Uint8Array((await response?.arrayBuffer()) ?? []));

describe("the built page's files", () => {
  it("are kept for ever where their name holds their content, and asked for again where not", async () => {
    expect((await get("/assets/index-abc123.js"))?.headers.get("cache-control")).toBe(
      "public, max-age=31536000, immutable",
    );
    expect((await get("/index.html"))?.headers.get("cache-control")).toBe("no-cache");
    expect((await get("/icon.svg"))?.headers.get("cache-control")).toBe("no-cache");
  });

  it("are sent once: the tag of what the browser has gives 304", async () => {
    const tag = (await get("/index.html"))?.headers.get("etag") ?? "";
    expect((await get("/index.html", { "if-none-match": tag }))?.status).toBe(304);
  });

  it("are compressed for who takes it, by the build's own file where there is one", async () => {
    const packed = await get("/assets/index-abc123.js", { "accept-encoding": "gzip, br" });
    expect(packed?.headers.get("content-encoding")).toBe("br");
    expect(brotliDecompressSync(await bytesOf(packed)).toString()).toBe(SCRIPT);
    const ready = await get("/assets/ready-def456.css", { "accept-encoding": "gzip" });
    expect(await bytesOf(ready)).toEqual(gzipSync("made by the build"));
  });

  it.each(["/", "/sign-in", "/projects/abc/plans/def", "/changes"])(
    "give the page at %s to a navigation",
    async (path) => {
      const response = await get(path, { accept: "text/html,application/xhtml+xml" });
      expect(response?.headers.get("content-type")).toBe("text/html; charset=utf-8");
    },
  );

  it.each([
    "/assets/gone-123.js",
    "/assets/index-abc123.js.map",
    "/api",
    "/api/made-up.css",
    "/api/nothing",
    "/.env",
    "/.git/config",
    "/notes.md",
    "/outside.js",
    "/../outside.js",
    "/..%2foutside.js",
    "/%2e%2e/outside.js",
    "/..%5coutside.js",
    "/..\\outside.js",
    "/assets/../../outside.js",
    "/assets/%2e%2e%2f%2e%2e%2foutside.js",
    "/favicon.ico",
    "/robots.txt",
    "/index.html%00.js",
  ])("give nothing at %s", async (path) => {
    expect(await get(path, { accept: "text/html" })).toBeNull();
  });

  it("give nothing to a script that asks for a page's address", async () => {
    expect(await get("/sign-in", { accept: "*/*" })).toBeNull();
  });

  it("are absent when nothing was built", () => {
    expect(loadStaticFiles(join(root, "nowhere"))).toBeNull();
  });
});
