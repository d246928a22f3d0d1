import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerControl, CONTROL_PREFIX } from "./control.ts";
import { jsonAnswer } from "./errors.ts";
import type { Answer, Exchange, IncomingCall } from "./exchange.ts";
import type { Simulator } from "./types.ts";
import { waitFor } from "./wait.ts";

/** A token may have 32,768 characters, twice of what Node takes by default. */
const MAX_HEADER_BYTES = 65_536;

async function toCall(request: IncomingMessage, signal: AbortSignal): Promise<IncomingCall> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(", ") : (value ?? ""),
  ]);
  return {
    method: request.method ?? "GET",
    target: request.url ?? "/",
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks).toString("utf8"),
    signal,
  };
}

async function drip(
  response: ServerResponse,
  { bytes, bytesPerSecond, signal }: { bytes: Buffer; bytesPerSecond: number; signal: AbortSignal },
) {
  const step = Math.max(1, Math.floor(bytesPerSecond / 10));
  for (let at = 0; at < bytes.length; at += step) {
    response.write(bytes.subarray(at, at + step));
    await waitFor(100, signal);
  }
  response.end();
}

async function send(
  response: ServerResponse,
  { answer, signal }: { answer: Answer; signal: AbortSignal },
): Promise<void> {
  const bytes = Buffer.from(answer.body);
  const { delivery } = answer;
  const lengthOff = delivery?.kind === "wrong-length" ? delivery.delta : 0;
  // Node checks the length against what is written; here it may well be wrong.
  response.strictContentLength = false;
  response.writeHead(answer.status, { ...answer.headers, "content-length": Math.max(0, bytes.length + lengthOff) });
  switch (delivery?.kind) {
    case "drip":
      return drip(response, { bytes, bytesPerSecond: delivery.bytesPerSecond, signal });
    case "broken":
      response.write(bytes.subarray(0, delivery.afterBytes), () => response.socket?.destroy());
      return undefined;
    case "wrong-length":
      response.write(bytes, () => response.socket?.destroySoon());
      return undefined;
    default:
      response.end(bytes);
      return undefined;
  }
}

/** Answers one request; resets destroy its socket, hangs leave it open until the caller goes. */
async function handle(
  simulator: Simulator,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const call = await toCall(request, gone.signal);
  const exchange: Exchange = call.target.startsWith(CONTROL_PREFIX)
    ? { kind: "answer", answer: answerControl(simulator, call) }
    : await simulator.exchange(call);
  if (gone.signal.aborted || exchange.kind === "hang") return;
  if (exchange.kind === "reset") request.socket.resetAndDestroy();
  else await send(response, { answer: exchange.answer, signal: gone.signal });
}

/** Puts a simulator behind a port of this machine (0 = any free one), with its controls under `/__simulator/`. */
export async function startSimulatorServer(
  simulator: Simulator,
  { port = 0, host = "127.0.0.1" }: { port?: number; host?: string } = {},
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
    handle(simulator, { request, response }).catch((error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : "unknown";
      const { status, headers, body } = jsonAnswer(500, { error_code: "SIMULATOR", error_msg: message });
      if (!response.headersSent && !response.destroyed) response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  // A server on a port always has an address of this form.
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
