import { createHash } from "node:crypto";
import { pickEncoding, type Encoding } from "./compress.ts";

/** The built page. Null for what is not there. */
export type StaticFiles = { respond: (request: Request) => Promise<Response | null> };

export type StaticFile = {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  /** Made at the first request that takes it. */
  compress: (encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>>;
  isCompressible: boolean;
};

const PAGE = "/index.html";
/** vite names these after their content. */
const HASHED = /^\/assets\//;

/**
 * Serves exactly the files that it is given, so no path can reach another. Addresses of the app's own pages get
 * `index.html`; those that look like a file, and everything below `/api`, do not.
 * @param files by path, from `/index.html`
 */
export function createStaticFiles(files: ReadonlyMap<string, StaticFile>): StaticFiles {
  const tags = new Map([...files].map(([path, file]) => [path, tagOf(file.bytes)]));
  return {
    respond: async (request) => {
      const { pathname } = new URL(request.url);
      const path = files.has(pathname) ? pathname : isNavigation(request, pathname) ? PAGE : null;
      const file = path === null ? undefined : files.get(path);
      if (path === null || file === undefined) return null;
      const headers = new Headers({
        "content-type": file.contentType,
        "cache-control": HASHED.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
        etag: tags.get(path) ?? "",
      });
      if (request.headers.get("if-none-match") === headers.get("etag")) {
        return new Response(null, { status: 304, headers });
      }
      if (!file.isCompressible) return new Response(file.bytes, { headers });
      headers.set("vary", "Accept-Encoding");
      const encoding = pickEncoding(request.headers.get("accept-encoding"), file.bytes.length);
      if (encoding === null) return new Response(file.bytes, { headers });
      headers.set("content-encoding", encoding);
      return new Response(await file.compress(encoding), { headers });
    },
  };
}

function isNavigation(request: Request, pathname: string): boolean {
  const lastPart = pathname.slice(pathname.lastIndexOf("/") + 1);
  if (pathname === "/api" || pathname.startsWith("/api/")) return false;
  if (lastPart.includes(".") || pathname.includes("/.")) return false;
  return (request.headers.get("accept") ?? "").includes("text/html");
}

function tagOf(bytes: Uint8Array): string {
  return `W/"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
}
