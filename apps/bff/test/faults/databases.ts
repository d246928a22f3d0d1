import { randomUUID } from "node:crypto";
import { startPostgres, type PostgresServer } from "@gantry/tooling/tasks/postgres.mjs";
import pg from "pg";

/** A PostgreSQL of a test's own, with as many databases as it likes. */
export type Databases = {
  server: PostgresServer;
  /** The address of the database that it begins with. */
  home: string;
  /** @returns the address of a new one, empty */
  create: () => Promise<string>;
  /** Runs one statement on a database, as somebody else than Gantry would. @param url as `create` gave it */
  query: <T extends pg.QueryResultRow>(url: string, statement: string) => Promise<T[]>;
};

export async function startDatabases(options?: Parameters<typeof startPostgres>[0]): Promise<Databases> {
  const server = await startPostgres(options);
  const urlOf = (name: string) => `postgres://gantry@127.0.0.1:${server.port}/${name}`;
  const query: Databases["query"] = async (url, statement) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(statement)).rows;
    } finally {
      await client.end();
    }
  };
  const home = urlOf("postgres");
  return {
    server,
    home,
    query,
    create: async () => {
      const name = `faults_${randomUUID().replaceAll("-", "")}`;
      await query(home, `create database ${name}`);
      return urlOf(name);
    },
  };
}
