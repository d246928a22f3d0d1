import { onTestFinished } from "vitest";

/** Looks again at each turn of the event loop until it is so. What never comes to be ends with the test's own limit. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  let isTestOver = false;
  onTestFinished(() => {
    isTestOver = true;
  });
  while (!(await isSo())) {
    if (isTestOver) throw new Error("The test is over, and what it waited for has not come to be");
    await new Promise((next) => void setImmediate(next));
  }
}
