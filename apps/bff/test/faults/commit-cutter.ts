import { connect } from "node:net";
import { listenOnLoopback, type LoopbackServer } from "./loopback-server.ts";

/** Stands between Gantry and PostgreSQL. */
export type CommitCutter = LoopbackServer & {
  /**
   * Loses one answer: the next commit of these reaches PostgreSQL, is done, and the connection breaks before Gantry
   * hears of it. Resolves when that has happened.
   */
  loseNextAnswer: () => Promise<void>;
};

/** What the driver sends to commit, as a simple query. */
const COMMIT = Buffer.from("commit\0");

export async function startCommitCutter(target: { port: number }): Promise<CommitCutter> {
  let armed: (() => void) | null = null;
  const server = await listenOnLoopback((client, keep) => {
    const upstream = connect({ port: target.port, host: "127.0.0.1" });
    let isLosing: (() => void) | null = null;
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    keep(client, end);
    keep(upstream, end);
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
  return {
    ...server,
    loseNextAnswer: () =>
      new Promise((resolve) => {
        armed = resolve;
      }),
  };
}
