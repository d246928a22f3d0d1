import { onTestFinished } from "vitest";
import { getCurrentTest } from "vitest/suite";

/** Looks again at each turn of the event loop until it is so. What never comes to be ends with the test's own limit. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  let isTestOver = false;
  // A hook that runs for a whole file is part of no test.
  if (getCurrentTest() !== undefined) {
    onTestFinished(() => {
      isTestOver = true;
    });
  }
  while (!(await isSo())) {
    if (isTestOver) throw new Error("The test is over, and what it waited for has not come to be");
    await new Promise((next) => void setImmediate(next));
  }
}
