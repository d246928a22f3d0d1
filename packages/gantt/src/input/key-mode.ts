/** A state in which the keys of a row mean something else: a bar is picked up, a link is drawn. */
export type KeyMode = {
  isOn: () => boolean;
  /** Begins on a row; where that can't be, says why. */
  start: (index: number) => void;
  /** Takes the key while the mode is on. */
  handles: (event: KeyboardEvent) => boolean;
  /** Restores everything, and says so. */
  cancel: () => void;
  /** Goes on over other rows or another axis, or ends where its row changed. */
  resume: () => void;
};
