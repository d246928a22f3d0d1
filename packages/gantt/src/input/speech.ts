import type { Chart } from "../chart.ts";

/** What the chart says to those who listen to it. */
export type Speech = {
  say: (...texts: readonly string[]) => void;
  /** Says why a gesture is not carried out, and tells the caller. */
  refuse: (reason: string) => void;
};

export function createSpeech(chart: Chart): Speech {
  const say = (...texts: readonly string[]) => {
    chart.frame.live.textContent = texts.join(" ");
  };
  return {
    say,
    refuse: (reason) => {
      say(reason);
      chart.options.onRefused?.(reason);
    },
  };
}
