/** Something that is over when enough have passed it. */
export type Hurdle = {
  /** Counts once for each. */
  pass: (who: string) => void;
  cleared: Promise<void>;
};

export function createHurdle(enough: number): Hurdle {
  const passed = new Set<string>();
  let clear: () => void = () => undefined;
  const cleared = new Promise<void>((resolve) => {
    clear = resolve;
  });
  return {
    pass: (who) => {
      passed.add(who);
      if (passed.size >= enough) clear();
    },
    cleared,
  };
}
