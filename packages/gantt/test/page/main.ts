import "./page.css";
import "../../src/gantt.css";
import { createHarness, type Harness } from "./harness.ts";

declare global {
  var harness: Harness;
}

const host = document.querySelector<HTMLElement>("#host");
if (host) globalThis.harness = createHarness(host);
