import type { Chart } from "../chart.ts";
import type { PointerPlace } from "../input/gesture.ts";
import { htmlElement } from "./dom.ts";

/** The card that goes along with the pointer and says what a drop would do. */
export type Ghost = {
  show: (lines: readonly string[], place: PointerPlace) => void;
  hide: () => void;
};

const OFFSET_PX = 16;

export function createGhost(chart: Chart): Ghost {
  const { root } = chart.frame;
  const card = htmlElement("div", "g-gantt-ghost", root);
  card.hidden = true;
  card.setAttribute("aria-hidden", "true");
  return {
    show: (lines, { clientX, clientY }) => {
      card.hidden = false;
      card.classList.toggle("is-many", lines.length > 1);
      card.replaceChildren(
        ...lines.map((line) => {
          const text = htmlElement("div", "");
          text.textContent = line;
          return text;
        }),
      );
      const box = root.getBoundingClientRect();
      const x = Math.max(0, Math.min(clientX - box.left + OFFSET_PX, box.width - card.offsetWidth - 4));
      const below = clientY - box.top + OFFSET_PX;
      const y = below + card.offsetHeight > box.height ? clientY - box.top - OFFSET_PX - card.offsetHeight : below;
      card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    },
    hide: () => {
      card.hidden = true;
    },
  };
}
