import "./page.css";
import "../../src/gantt.css";
import { runDateCases, type DateCase, type DateOutcome } from "./date-cases.ts";
import { frappeEvents } from "./frappe-events.ts";
import { createHarness, type Harness } from "./harness.ts";

declare global {
  var harness: Harness;
  var stockEvents: readonly string[];
  var dateCases: (cases: readonly DateCase[]) => DateOutcome[];
}

const host = document.querySelector<HTMLElement>("#host");
if (host) {
  globalThis.harness = createHarness(host);
  globalThis.stockEvents = frappeEvents;
  globalThis.dateCases = (cases) => runDateCases(globalThis.harness, cases);
}
