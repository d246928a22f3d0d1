export { createSimulator } from "./simulator.ts";
export { startSimulatorServer } from "./http-server.ts";
export type {
  FaultAction,
  FaultCondition,
  FaultDial,
  FaultHandle,
  FaultKind,
  FaultRule,
} from "./faults/fault-types.ts";
export type { Exchange, IncomingCall } from "./exchange.ts";
export type { Ledger, LedgerEntry, ReceivedCall } from "./ledger.ts";
export type { SimulatorClock } from "./clock.ts";
export type { SimulatorStore } from "./store.ts";
export type { Credentials, CustomScale, RateLimit, Scale, Simulator, SimulatorOptions } from "./types.ts";
export type * from "./world/world-types.ts";
