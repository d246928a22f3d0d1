export declare const patience: Patience;
export declare const patienceWithProcesses: Patience;

type Patience = {
  readonly testTimeout: number;
  readonly hookTimeout: number;
  readonly expect: { readonly poll: { readonly timeout: number } };
};
