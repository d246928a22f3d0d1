import type { FaultDial } from "./faults/fault-types.ts";
import type { Ledger } from "./ledger.ts";
import type { SimulatorClock } from "./clock.ts";
import type { Exchange, IncomingCall } from "./exchange.ts";
import type { World } from "./world/world-types.ts";
import type { SimulatorStore } from "./store.ts";
import type { IsoDate } from "./days.ts";

/** How large the made-up company is; `large` is what CodeArts allows at most: 30,000 items and 500 plans in a project. */
export type Scale = "demo" | "large" | CustomScale;

/** A scale of one's own: one Scrum project of this size beside the demo company, and so many items more in its IPD one. */
export type CustomScale = {
  items: number;
  plans: number;
  biggestPlan: number;
  ipdItems?: number;
  /** Many more Scrum projects, of which the first has one plan of all its items. */
  portfolio?: PortfolioScale;
};

/** So many projects with so many plans of some forty items each; the largest plan of all has so many. */
export type PortfolioScale = { projects: number; plans: number; largestPlan: number };

/** Calls a user may make: beyond it the gateway (429 APIG.0308) or the service (400 PM.02153001) refuses. */
export type RateLimit = { callsPerSecond: number; burst?: number; answer?: "gateway" | "service" };

export type SimulatorOptions = {
  /** Same seed and same `today` give the same world, ids and tokens. */
  seed?: number | string;
  scale?: Scale;
  /** Epoch ms; the simulator never asks for the time elsewhere. */
  clock?: () => number;
  /** The plan day around which the world is laid out. Default: the clock's day in China time. */
  today?: IsoDate;
  /** Added to every answer. */
  latencyMs?: number;
  rate?: RateLimit;
  /** Most rows in a page of the IPD query; its page names no limit. Default 200. */
  ipdPageLimit?: number;
  /** Days that records of changes are kept; how long CodeArts keeps them is not documented. Default 120. */
  recordRetentionDays?: number;
  /** For faults with a probability; default is drawn from the seed. */
  random?: () => number;
  /** Characters of a token, 10–32,768. Default 1,800. */
  tokenLength?: number;
};

/** A sign-in that works: account is the IAM domain's name. */
export type Credentials = {
  account: string;
  userName: string;
  password: string;
  /** 32-hex user id and the numeric one. */
  userId: string;
  userNumber: number;
  /** What the sign-in is good for in a test. */
  about: string;
};

export type Simulator = {
  /** CodeArts and IAM in process: any host, the path decides. */
  fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What `fetch` and the server stand on: one call in, its answer (or reset, or hang) out. */
  exchange: (call: IncomingCall) => Promise<Exchange>;
  ledger: Ledger;
  faults: FaultDial;
  world: World;
  store: SimulatorStore;
  clock: SimulatorClock;
  credentials: Credentials[];
  /** Ends every token, as a password change does. Optionally of one user only. */
  expireTokens: (of?: { userId?: string }) => number;
  /** Writes as somebody else would, past faults and rights, so that conflicts can be made. In the ledger under `userId`. */
  editAsSomeoneElse: (edit: { itemId: string; fields: Record<string, unknown>; userId?: string }) => void;
  /** Back to the world of the seed: ledger, faults, tokens and lock-outs are emptied too. */
  reset: () => void;
};
