import { connect, type Socket } from "node:net";
import { listenOnLoopback, type LoopbackServer } from "./loopback-server.ts";

/** Stands between Gantry and PostgreSQL, as a network does whose route can be lost. */
export type BlackHole = LoopbackServer & {
  /** From now on nothing comes through in either direction, not even that somebody has left; who comes is let in. */
  swallow: () => void;
  /** Connections that are made now come through again. Those from before stay dead, and neither side is told. */
  letThrough: () => void;
};

export async function startBlackHole(target: { port: number }): Promise<BlackHole> {
  const living = new Set<Socket>();
  const dead = new Set<Socket>();
  let isSwallowing = false;

  const pass = (from: Socket, to: Socket) => {
    from.on("data", (part) => {
      if (!dead.has(from)) to.write(part);
    });
    from.on("close", () => {
      if (!dead.has(to)) to.destroy();
    });
  };
  const server = await listenOnLoopback((client, keep) => {
    const keepAs = (socket: Socket, state: Set<Socket>) => {
      state.add(socket);
      keep(socket, () => {
        living.delete(socket);
        dead.delete(socket);
      });
    };
    if (isSwallowing) {
      keepAs(client, dead);
      client.resume();
      return;
    }
    const upstream = connect({ port: target.port, host: "127.0.0.1" });
    for (const socket of [client, upstream]) keepAs(socket, living);
    pass(client, upstream);
    pass(upstream, client);
  });
  return {
    ...server,
    swallow: () => {
      isSwallowing = true;
      for (const socket of living) dead.add(socket);
      living.clear();
    },
    letThrough: () => {
      isSwallowing = false;
    },
  };
}
