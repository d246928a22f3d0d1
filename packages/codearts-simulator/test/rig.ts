import { createSimulator } from "../src/index.ts";
import type { Plan, Project, ScrumItem, Simulator, SimulatorOptions } from "../src/index.ts";

/** A Sunday in November, 10:00 in China. */
export const START_MS = Date.UTC(2026, 10, 22, 2);
export const TODAY = "2026-11-22";

export type Reply = { status: number; headers: Headers; text: string; json: unknown };

/** Reads a value deep in an answer; undefined where the path leads nowhere. */
export function dig(json: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );
}

/** The list at a path of an answer; empty where there is none. */
export function digList(json: unknown, ...path: (string | number)[]): unknown[] {
  const list = dig(json, ...path);
  return Array.isArray(list) ? list : [];
}

export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string | null>,
) => Promise<Reply>;

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json") && text !== "";
  return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

export function signInBody({ account, userName, password }: { account: string; userName: string; password: string }) {
  const user = { name: userName, password, domain: { name: account } };
  return {
    auth: { identity: { methods: ["password"], password: { user } }, scope: { project: { name: "cn-north-4" } } },
  };
}

/** Calls a simulator by `fetch`, without a token or with one. */
export function createCall(simulator: Pick<Simulator, "fetch">, token?: string): Call {
  return async (method, path, body, headers = {}) => {
    const given = {
      "content-type": "application/json",
      ...(token === undefined ? {} : { "x-auth-token": token }),
      ...headers,
    };
    const sent = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== null);
    const response = await simulator.fetch(`https://codearts.example${path}`, {
      method,
      headers: Object.fromEntries(sent),
      // Bytes, so that no content type is added to a call that should have none.
      ...(body === undefined
        ? {}
        : { body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)) }),
    });
    return readReply(response);
  };
}

export type Rig = {
  simulator: Simulator;
  /** Signs a user of the demo in. */
  as: (userName: string) => Promise<Call & { token: string }>;
  project: (name: string) => Project;
  plan: (name: string) => Plan;
  /** An item of a plan that fits, the first by default. */
  itemOf: (planName: string, fits?: (item: ScrumItem) => boolean) => ScrumItem;
};

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (thing === undefined) throw new Error(`The world has no ${name}`);
  return thing;
}

export function createRig(options: SimulatorOptions = {}): Rig {
  const simulator = createSimulator({ seed: 1, clock: () => START_MS, tokenLength: 64, ...options });
  const plans = () => simulator.store.projects().flatMap((project) => simulator.store.plansOf(project.id));
  const plan = (name: string) =>
    found(
      plans().find((one) => one.name === name),
      name,
    );
  return {
    simulator,
    plan,
    as: async (userName) => {
      const credentials = found(
        simulator.credentials.find((one) => one.userName === userName),
        userName,
      );
      const reply = await createCall(simulator)("POST", "/v3/auth/tokens?nocatalog=true", signInBody(credentials));
      const token = reply.headers.get("x-subject-token") ?? "";
      return Object.assign(createCall(simulator, token), { token });
    },
    project: (name) =>
      found(
        simulator.store.projects().find((one) => one.name === name),
        name,
      ),
    itemOf: (planName, fits = () => true) => {
      const ids = [...plan(planName).itemIds];
      return found(ids.flatMap((id) => simulator.store.scrumItem(id) ?? []).find(fits), `fitting item in ${planName}`);
    },
  };
}
