import { createServer, type AddressInfo, type Socket } from "node:net";

/** A TCP server on a free port of this machine, as those need that stand between Gantry and PostgreSQL. */
export type LoopbackServer = {
  port: number;
  /** Cuts every connection that was kept, and listens no more. */
  close: () => Promise<void>;
};

/**
 * Listens.
 * @param onClient gets each connection, and `keep` for it and for those that it opens: their errors end them alone
 */
export async function listenOnLoopback(
  onClient: (client: Socket, keep: (socket: Socket, onClose?: () => void) => void) => void,
): Promise<LoopbackServer> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket, onClose: () => void = () => undefined) => {
    sockets.add(socket);
    socket.once("close", () => {
      sockets.delete(socket);
      onClose();
    });
    socket.on("error", () => socket.destroy());
  };
  const server = createServer((client) => onClient(client, keep));
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    port: portOf(server.address()),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("A TCP server has a port");
  return address.port;
}
