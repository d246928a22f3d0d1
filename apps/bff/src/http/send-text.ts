import { createHash } from "node:crypto";
import { compressBody, pickEncoding } from "./compress.ts";

/**
 * Sends a text, compressed, with an ETag of its content. The tag is weak: the same content goes out in several
 * encodings. A caller that shows the tag of what it has gets 304 and no body.
 */
export async function sendText(
  request: Request,
  answer: { text: string; contentType: string; status: number; headers: Headers },
): Promise<Response> {
  const { text, status, headers } = answer;
  headers.set("content-type", answer.contentType);
  if (request.method === "GET" || request.method === "HEAD") {
    const tag = `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 27)}"`;
    headers.set("etag", tag);
    if (isNamed(request.headers.get("if-none-match"), tag)) return new Response(null, { status: 304, headers });
  }
  const encoding = pickEncoding(request.headers.get("accept-encoding"), text.length);
  if (encoding === null) return new Response(text, { status, headers });
  headers.set("content-encoding", encoding);
  return new Response(await compressBody(text, encoding), { status, headers });
}

function isNamed(ifNoneMatch: string | null, tag: string): boolean {
  const bare = tag.replace(/^W\//, "");
  return (ifNoneMatch ?? "").split(",").some((given) => given.trim().replace(/^W\//, "") === bare);
}
