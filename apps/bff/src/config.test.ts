import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const noFiles = {
  readSecretFile: (_path: string): string => {
    throw new Error("names no file that can be read");
  },
};
const randomKey = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const real = (): Record<string, string> => ({
  CODEARTS_ENDPOINT: "https://projectman-ext.cn-north-4.myhuaweicloud.com",
  IAM_ENDPOINT: "https://iam.cn-north-4.myhuaweicloud.com",
  IAM_SCOPE: "cn-north-4",
  ENCRYPTION_KEYS: randomKey("k1"),
});

function problemOf(environment: Record<string, string>, options = noFiles): string {
  try {
    readConfig(environment, options);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return "";
}

describe("readConfig", () => {
  it("needs nothing at all for the demo", () => {
    const config = readConfig({}, noFiles);
    expect(config).toMatchObject({ codearts: { kind: "demo" }, host: "127.0.0.1", port: 4600, logLevel: "warn" });
  });

  it("takes a real CodeArts with its keys, newest first", () => {
    const config = readConfig({ ...real(), ENCRYPTION_KEYS: `${randomKey("new")},${randomKey("old")}` }, noFiles);
    expect(config.codearts).toMatchObject({ kind: "real", iamScope: "cn-north-4" });
    expect(config.encryptionKeys?.map((key) => key.id)).toEqual(["new", "old"]);
  });

  it("names every bad variable in one message, and no value", () => {
    const bad = {
      CODEARTS_ENDPOINT: "http://codearts.example.com/secret-path",
      IAM_ENDPOINT: "ftp://secret-host",
      AUTH_MODE: "secret-mode",
      ENCRYPTION_KEYS: "secret-keys",
      PUBLIC_URL: "secret-url",
      HOST: "0.0.0.0",
      PORT: "70000",
      LOG_LEVEL: "secret-level",
      UPSTREAM_CONCURRENCY: "0",
      UPSTREAM_RATE: "secret-rate",
      DATABASE_URL: "postgres://secret-user:secret-password@secret-host/gantry?secret-option=1",
      IAM_PASSWORD_FILE: "/secret-file",
    };
    const problem = problemOf(bad);
    for (const name of Object.keys(bad)) expect(problem).toContain(`- ${name}: `);
    expect(problem).toContain("- IAM_SCOPE: ");
    expect(problem).not.toMatch(/secret-|70000|postgres:/);
  });

  it.each([
    ["zeros", `k:${Buffer.alloc(32).toString("base64")}`],
    ["a sequence", `k:${Buffer.from(Array.from({ length: 32 }, (_, index) => index)).toString("base64")}`],
    ["typed text", `k:${Buffer.from("correct horse battery staple 123").toString("base64")}`],
    ["a repeated pattern", `k:${Buffer.from("0011223344556677".repeat(4), "hex").toString("base64")}`],
    ["a short key", `k:${randomBytes(16).toString("base64")}`],
    ["a second key with the same id", `${randomKey("k")},${randomKey("k")}`],
    ["no id", randomBytes(32).toString("base64")],
  ])("refuses an encryption key made of %s", (_name, keys) => {
    expect(problemOf({ ...real(), ENCRYPTION_KEYS: keys })).toContain("- ENCRYPTION_KEYS: ");
  });

  it("asks for encryption keys when CodeArts is real, never making one up", () => {
    const { ENCRYPTION_KEYS: _left, ...environment } = real();
    expect(problemOf(environment)).toContain("- ENCRYPTION_KEYS: is missing");
  });

  it.each(["ENCRYPTION_KEYS", "IAM_PASSWORD"])("reads %s from a file instead", (name) => {
    const environment = { ...real(), AUTH_MODE: "service", IAM_ACCOUNT: "a", IAM_USER: "b", IAM_PASSWORD: "typed" };
    const { [name]: value = "", ...rest } = { ...environment } as Record<string, string>;
    const files = {
      readSecretFile: (path: string) => (path === "/run/secret" ? `${value}\n` : noFiles.readSecretFile(path)),
    };
    expect(readConfig({ ...rest, [`${name}_FILE`]: "/run/secret" }, files)).toEqual(readConfig(environment, noFiles));
    expect(problemOf({ ...environment, [`${name}_FILE`]: "/run/secret" }, files)).toContain(`- ${name}: set it or`);
  });

  it.each(["0.0.0.0", "::", "192.168.1.5", "gantry.local"])("refuses to listen on %s without https", (host) => {
    expect(problemOf({ HOST: host })).toContain("- HOST: ");
    expect(problemOf({ HOST: host, PUBLIC_URL: "http://gantry.example.com" })).toContain("- HOST: ");
    expect(problemOf({ HOST: host, PUBLIC_URL: "https://gantry.example.com" })).toBe("");
  });

  it("takes a PostgreSQL, as DATABASE_URL or from a file, with everything that an address may hold", () => {
    const url = "postgresql://g%40ntry:p%3Aw%2F@db.example.com:6432/gan%20try?sslmode=verify-full";
    const read = readConfig({ ...real(), DATABASE_URL: url }, noFiles);
    expect(read.postgres).toEqual({
      host: "db.example.com",
      port: 6432,
      user: "g@ntry",
      password: "p:w/",
      database: "gan try",
      ssl: { rejectUnauthorized: true },
    });
    const files = { readSecretFile: () => `${url}\n` };
    expect(readConfig({ ...real(), DATABASE_URL_FILE: "/run/secret" }, files).postgres).toEqual(read.postgres);
    const plain = readConfig({ ...real(), DATABASE_URL: "postgres://gantry@[::1]/gantry" }, noFiles).postgres;
    expect(plain).toEqual({ host: "::1", port: 5432, user: "gantry", database: "gantry", ssl: false });
    expect(readConfig(real(), noFiles).postgres).toBeNull();
  });

  it.each([
    "mysql://u:secret@db/x",
    "postgres:///x",
    "postgres://u:secret@db",
    "postgres://u:secret@db/x/y",
    "postgres://u:%zzsecret@db/x",
    "postgres://u:secret@db/x?sslmode=secret",
    "postgres://u:secret@db/x?options=-csecret",
    "host=db password=secret",
  ])("refuses %s as a database and repeats nothing of it", (url) => {
    const problem = problemOf({ ...real(), DATABASE_URL: url });
    expect(problem).toContain("- DATABASE_URL: ");
    expect(problem).not.toContain("secret");
  });

  it("asks for encryption keys when replicas share a database, also in the demo", () => {
    expect(problemOf({ DATABASE_URL: "postgres://u:p@db/x" })).toContain("- ENCRYPTION_KEYS: is missing");
  });

  it("refuses half a configuration that would silently become the demo", () => {
    expect(problemOf({ IAM_ENDPOINT: "https://iam.example.com" })).toContain("- CODEARTS_ENDPOINT: is missing");
    expect(problemOf({ AUTH_MODE: "service", IAM_ACCOUNT: "a", IAM_USER: "b", IAM_PASSWORD: "c" })).toContain(
      "- AUTH_MODE: ",
    );
  });

  it("names each missing part of service mode", () => {
    const problem = problemOf({ ...real(), AUTH_MODE: "service" });
    for (const name of ["IAM_ACCOUNT", "IAM_USER", "IAM_PASSWORD"]) expect(problem).toContain(`- ${name}: is missing`);
  });

  it.each(["https://user:pw@host", "https://host/path", "https://host?x=1", "javascript:alert(1)", "host"])(
    "refuses %s as the address of CodeArts",
    (endpoint) => {
      expect(problemOf({ ...real(), CODEARTS_ENDPOINT: endpoint })).toContain("- CODEARTS_ENDPOINT: ");
    },
  );
});
