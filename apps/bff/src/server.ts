import type { Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import type { App } from "./app.ts";
import { toRawErrorAnswer } from "./http/raw-error.ts";

/** Node's own limits close no slow connection within a minute; these are checked twice a second. */
const LIMITS = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 500,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
};
/** How often connections that fell idle are closed while the server drains. */
const DRAIN_EVERY_MS = 100;

export type RunningServer = {
  port: number;
  /** Takes no new connection, lets requests under way finish for so long, then cuts what is left. */
  stop: (options: { patienceMs: number }) => Promise<void>;
};

/** Listens. Rejects when the address cannot be had. */
export async function startServer(app: App, options: { host: string; port: number }): Promise<RunningServer> {
  const server = asHttpServer(
    createAdaptorServer({
      fetch: (request, { incoming }) =>
        app.fetch(request, { clientAddress: incoming.socket?.remoteAddress ?? "unknown" }),
      overrideGlobalObjects: false,
      serverOptions: LIMITS,
    }),
  );
  server.on("clientError", (error: Error & { code?: string }, socket: Socket) => {
    if (!socket.writable || socket.bytesWritten > 0) socket.destroy();
    else socket.end(toRawErrorAnswer(error.code ?? ""));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  return {
    port: toAddress(server.address()).port,
    stop: ({ patienceMs }) =>
      new Promise((resolve) => {
        const drain = setInterval(() => server.closeIdleConnections(), DRAIN_EVERY_MS);
        const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
        server.close(() => {
          clearInterval(drain);
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

/** Without a `createServer` of its own the adaptor makes a plain http server. */
function asHttpServer(server: ReturnType<typeof createAdaptorServer>): Server {
  return server as Server;
}

/** A TCP listener's address is always of this form. */
function toAddress(address: string | AddressInfo | null): AddressInfo {
  return address as AddressInfo;
}
