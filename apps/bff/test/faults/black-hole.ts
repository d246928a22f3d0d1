import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between Gantry and PostgreSQL, as a network does whose route can be lost. */
export type BlackHole = {
  port: number;
  /** From now on nothing comes through in either direction, not even that somebody has left; who comes is let in. */
  swallow: () => void;
  /** Connections that are made now come through again. Those from before stay dead, and neither side is told. */
  letThrough: () => void;
  close: () => Promise<void>;
};

export async function startBlackHole(target: { port: number }): Promise<BlackHole> {
  const sockets = new Set<Socket>();
  const dead = new Set<Socket>();
  let isSwallowing = false;

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => {
      sockets.delete(socket);
      dead.delete(socket);
    });
    socket.on("error", () => socket.destroy());
  };
  const pass = (from: Socket, to: Socket) => {
    from.on("data", (part) => {
      if (!dead.has(from)) to.write(part);
    });
    from.on("close", () => {
      if (!dead.has(to)) to.destroy();
    });
  };
  const server = createServer((client) => {
    keep(client);
    if (isSwallowing) {
      dead.add(client);
      client.resume();
      return;
    }
    const upstream = connect({ port: target.port, host: "127.0.0.1" });
    keep(upstream);
    pass(client, upstream);
    pass(upstream, client);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    port: portOf(server.address()),
    swallow: () => {
      isSwallowing = true;
      for (const socket of sockets) dead.add(socket);
    },
    letThrough: () => {
      isSwallowing = false;
    },
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
