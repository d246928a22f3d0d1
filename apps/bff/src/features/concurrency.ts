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
  type Done = { output: Output; task: Promise<Done> };
  const running = new Set<Promise<Done>>();
  const start = (input: Input) => {
    const task: Promise<Done> = run(input).then((output) => ({ output, task }));
    // Whoever stops listening early must not be told of it as an unhandled failure.
    task.catch(() => {});
    running.add(task);
  };
  for (const input of inputs) {
    if (running.size >= limit) yield await next();
    start(input);
  }
  while (running.size > 0) yield await next();

  async function next(): Promise<Output> {
    const { output, task } = await Promise.race(running);
    running.delete(task);
    return output;
  }
}
