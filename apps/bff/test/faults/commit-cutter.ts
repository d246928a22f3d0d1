import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between Gantry and PostgreSQL. */
export type CommitCutter = {
  port: number;
  /**
   * Loses one answer: the next commit of these reaches PostgreSQL, is done, and the connection breaks before Gantry
   * hears of it. Resolves when that has happened.
   */
  loseNextAnswer: () => Promise<void>;
  close: () => Promise<void>;
};

/** What the driver sends to commit, as a simple query. */
const COMMIT = Buffer.from("commit\0");

export async function startCommitCutter(target: { port: number }): Promise<CommitCutter> {
  let armed: (() => void) | null = null;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect({ port: target.port, host: "127.0.0.1" });
    let isLosing: (() => void) | null = null;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.once("close", () => {
        sockets.delete(socket);
        end();
      });
      socket.on("error", end);
    }
    client.on("data", (part) => {
      if (armed !== null && part.includes(COMMIT)) {
        isLosing = armed;
        armed = null;
      }
      upstream.write(part);
    });
    upstream.on("data", (part) => {
      if (isLosing === null) {
        client.write(part);
        return;
      }
      isLosing();
      end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    port: portOf(server.address()),
    loseNextAnswer: () =>
      new Promise((resolve) => {
        armed = resolve;
      }),
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
