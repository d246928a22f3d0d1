import { AppError } from "../app-error.ts";
import { isLoopbackHost } from "../config-values.ts";

const MARK = "x-gantry";

/**
 * Lets a state-changing request through only when our own page sent it: our header, which no form can set and no
 * foreign page may without a CORS grant that is never given, and a same-origin mark from the browser. SameSite cookies
 * are not enough: a page on another port of this host is "same site".
 * @param options.publicUrl origin that browsers use; null = whatever loopback address the request names
 */
export function ensureSameOrigin(request: Request, options: { publicUrl: string | null }): void {
  const site = request.headers.get("sec-fetch-site");
  const isOurs = site === null ? hasOwnOrigin(request, options) : site === "same-origin";
  if (request.headers.get(MARK) !== "1" || !isOurs || !isOwnHost(request, options)) {
    throw new AppError(
      "request.not_same_origin",
      "This request must come from Gantry's own page: send `X-Gantry: 1` and Gantry's own Origin",
    );
  }
}

function hasOwnOrigin(request: Request, options: { publicUrl: string | null }): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  return origin === (options.publicUrl ?? new URL(request.url).origin);
}

/** A foreign name that resolves to this machine would count as "same origin" with itself. */
function isOwnHost(request: Request, options: { publicUrl: string | null }): boolean {
  const url = new URL(request.url);
  return options.publicUrl === null ? isLoopbackHost(url.hostname) : url.host === new URL(options.publicUrl).host;
}
