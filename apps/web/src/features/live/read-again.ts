export type ReadAgainOptions = {
  /** Reads what is shown of a change set's results, or of a project; resolves when it is there. */
  read: (id: string) => Promise<unknown>;
  wait: (delayMs: number) => Promise<unknown>;
  /** Rest between two readings of the same. */
  betweenMs: number;
};

/**
 * Reads a change set's results, or a project's plans, again after news of it: at once, then one reading at a time with
 * a rest between, and always one that began after the last news.
 */
export function createReadAgain({ read, wait, betweenMs }: ReadAgainOptions) {
  const pending = new Map<string, { isDirty: boolean; hurry: () => void }>();

  const keepReading = async (id: string, state: { isDirty: boolean; hurry: () => void }) => {
    while (state.isDirty) {
      state.isDirty = false;
      await read(id);
      await Promise.race([
        wait(betweenMs),
        new Promise<void>((hurry) => {
          state.hurry = hurry;
        }),
      ]);
    }
    pending.delete(id);
  };

  return (news: { id: string; isOver: boolean }): void => {
    const known = pending.get(news.id);
    if (known === undefined) {
      const state = { isDirty: true, hurry: () => undefined };
      pending.set(news.id, state);
      void keepReading(news.id, state).catch(() => pending.delete(news.id));
      return;
    }
    known.isDirty = true;
    if (news.isOver) known.hurry();
  };
}
