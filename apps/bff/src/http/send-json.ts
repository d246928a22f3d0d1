import { sendText } from "./send-text.ts";

/** Sends a JSON text as `sendText` sends any. */
export async function sendJson(
  request: Request,
  answer: { text: string; status: number; headers: Headers },
): Promise<Response> {
  return await sendText(request, { ...answer, contentType: "application/json; charset=utf-8" });
}
