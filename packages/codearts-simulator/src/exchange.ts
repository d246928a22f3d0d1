/** One HTTP call, as the simulator sees it. Header names in lower case. */
export type IncomingCall = {
  method: string;
  /** Path and query, as on the request line. */
  target: string;
  headers: Record<string, string>;
  body: string;
  signal?: AbortSignal;
};

/** What becomes of a call on the wire. */
export type Exchange =
  | { kind: "answer"; answer: Answer }
  /** The connection fails before a byte of the answer. */
  | { kind: "reset" }
  /** Nothing comes until the caller gives up. */
  | { kind: "hang" };

export type Answer = {
  status: number;
  headers: Record<string, string>;
  body: string;
  delivery?: Delivery;
};

/** How the body goes out, where it is not simply sent. */
type Delivery =
  | { kind: "broken"; afterBytes: number }
  | { kind: "wrong-length"; delta: number }
  | { kind: "drip"; bytesPerSecond: number };
