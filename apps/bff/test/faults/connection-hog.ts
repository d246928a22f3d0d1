import pg from "pg";

/** Somebody else on a PostgreSQL, who leaves no connection to anybody. */
export type ConnectionHog = {
  /** Ends Gantry's connections and takes every one there is. Resolves when Gantry has none. */
  takeAll: () => Promise<void>;
  giveBack: () => Promise<void>;
};

const TOO_MANY_CONNECTIONS = "53300";
const OF_GANTRY = "application_name like 'gantry%'";

/** @param url of any database of the server */
export function createConnectionHog(url: string): ConnectionHog {
  const taken: pg.Client[] = [];
  const takeOne = async (): Promise<pg.Client | null> => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === TOO_MANY_CONNECTIONS) return null;
      throw error;
    }
    taken.push(client);
    return client;
  };
  const takeFree = async () => {
    while ((await takeOne()) !== null);
  };
  return {
    takeAll: async () => {
      await takeFree();
      const [first] = taken;
      if (first === undefined) throw new Error("Not one connection was free");
      const { rows } = await first.query("select current_setting('max_connections')::int as most");
      // An ended one keeps its place for a moment, for which Gantry may be quicker.
      while (taken.length < rows[0]?.most) {
        await first.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${OF_GANTRY}`);
        await takeFree();
      }
    },
    giveBack: async () => {
      for (const client of taken.splice(0)) await client.end();
    },
  };
}
