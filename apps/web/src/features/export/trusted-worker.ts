import workerAddress from "./poster-worker.ts?worker&url";

type ScriptAddress = ConstructorParameters<typeof Worker>[0];
type Policy = { createScriptURL: (address: string) => object };
type PolicyFactory = {
  createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => Policy;
};

let policy: Policy | undefined;

/**
 * Starts the export's worker. The page runs under `require-trusted-types-for 'script'`; its one policy lets exactly
 * this address through (decision 10). Browsers without Trusted Types take the plain address.
 */
export function startPosterWorker(): Worker {
  const factory = policyFactory();
  if (factory === undefined) return new Worker(workerAddress, { type: "module" });
  policy ??= factory.createPolicy("gantry-worker", { createScriptURL: allowWorkerOnly });
  return new Worker(asScriptAddress(policy.createScriptURL(workerAddress)), { type: "module" });
}

function allowWorkerOnly(address: string): string {
  if (address !== workerAddress) throw new TypeError("Not the export's worker");
  return address;
}

/** TypeScript's DOM library doesn't know Trusted Types yet. */
function policyFactory(): PolicyFactory | undefined {
  return (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
}

function asScriptAddress(trusted: object): ScriptAddress {
  return trusted as URL;
}
