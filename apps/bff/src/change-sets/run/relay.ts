/** One block's part in a relay: when it may look and send, and that the next one may. */
export type Leg = {
  mayLook: Promise<void>;
  maySend: Promise<void>;
  /** Little is left to send: the next block's look comes in time, and as late as can be. */
  letLook: () => void;
  letSend: () => void;
};

/**
 * Lets blocks follow each other without a pause: each looks when the one before has nearly sent all, sends when that
 * one has, and is read back while the next one sends.
 */
export function createRelay(): { join: () => Leg } {
  let look = Promise.resolve();
  let send = Promise.resolve();
  return {
    join: () => {
      const [nextLook, nextSend] = [createGate(), createGate()];
      const leg = { mayLook: look, maySend: send, letLook: nextLook.open, letSend: nextSend.open };
      look = nextLook.opened;
      send = nextSend.opened;
      return leg;
    },
  };
}

function createGate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
