export declare function findPostgres(): string | null;

export type PostgresServer = {
  port: number;
  pid: () => number | undefined;
  kill: () => Promise<void>;
  restart: () => Promise<void>;
  remove: () => Promise<void>;
};
export declare function startPostgres(options?: { settings?: readonly string[] }): Promise<PostgresServer>;
