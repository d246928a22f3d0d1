/** Runs over all inputs, at most `limit` at a time; answers in the order of the inputs. The first failure fails all. */
export async function mapWithLimit<Input, Output>(
  inputs: readonly Input[],
  { limit, run }: { limit: number; run: (input: Input) => Promise<Output> },
): Promise<Output[]> {
  const outputs: Output[] = [];
  // Shared by all workers: a failure of one closes it, and the others take nothing more.
  const queue = takeEach(inputs);
  const work = async () => {
    for (const { input, index } of queue) outputs[index] = await run(input);
  };
  await Promise.all(Array.from({ length: Math.min(limit, inputs.length) }, work));
  return outputs;
}

function* takeEach<Input>(inputs: readonly Input[]): Generator<{ input: Input; index: number }, undefined> {
  for (const [index, input] of inputs.entries()) yield { input, index };
}

/** The same, but each answer as it comes. `run` turns its failures into answers; what it throws ends the stream. */
export async function* mapAsCompleted<Input, Output>(
  inputs: readonly Input[],
  { limit, run }: { limit: number; run: (input: Input) => Promise<Output> },
): AsyncGenerator<Output> {
  yield* mergeAsCompleted(inputs, {
    limit,
    run: async function* (input) {
      yield await run(input);
    },
  });
}

/** Runs a stream for each input, at most `limit` at a time, and gives what any of them gives as it comes. */
export async function* mergeAsCompleted<Input, Output>(
  inputs: readonly Input[],
  { limit, run }: { limit: number; run: (input: Input) => AsyncGenerator<Output> },
): AsyncGenerator<Output> {
  type Step = { source: AsyncGenerator<Output>; result: IteratorResult<Output> };
  const running = new Map<AsyncGenerator<Output>, Promise<Step>>();
  const advance = (source: AsyncGenerator<Output>) => {
    const step = source.next().then((result) => ({ source, result }));
    // Whoever stops listening early must not be told of it as an unhandled failure.
    step.catch(() => {});
    running.set(source, step);
  };
  const queue = takeEach(inputs);
  const fill = () => {
    while (running.size < limit) {
      const next = queue.next();
      if (next.done === true) return;
      advance(run(next.value.input));
    }
  };
  for (fill(); running.size > 0; fill()) {
    const { source, result } = await Promise.race(running.values());
    if (result.done === true) {
      running.delete(source);
      continue;
    }
    advance(source);
    yield result.value;
  }
}
