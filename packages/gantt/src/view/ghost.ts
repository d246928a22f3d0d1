import type { Chart } from "../chart.ts";
import type { PointerPlace } from "../input/gesture.ts";
import { htmlElement } from "./dom.ts";

/** The card that goes along with the pointer and says what a drop would do, or why it would do nothing. */
export type Ghost = {
  show: (lines: readonly string[], place: PointerPlace & { stack?: boolean; refused?: boolean }) => void;
  hide: () => void;
};

const OFFSET_PX = 16;
/** A finger hides what is beneath it: its card stands above. */
const ABOVE_FINGER_PX = 40;
const MARGIN_PX = 4;

export function createGhost(chart: Chart): Ghost {
  const { root } = chart.frame;
  const card = htmlElement("div", "g-gantt-ghost", root);
  card.hidden = true;
  card.setAttribute("aria-hidden", "true");
  return {
    show: (lines, { clientX, clientY, pointerType, stack = false, refused = false }) => {
      card.hidden = false;
      card.classList.toggle("is-many", stack);
      card.classList.toggle("is-refused", refused);
      card.replaceChildren(
        ...lines.map((line) => {
          const text = htmlElement("div", "");
          text.textContent = line;
          return text;
        }),
      );
      const box = root.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = card;
      const x = Math.max(0, Math.min(clientX - box.left + OFFSET_PX, box.width - width - MARGIN_PX));
      const below = clientY - box.top + OFFSET_PX;
      const isAbove = pointerType === "touch" || below + height > box.height;
      const above = clientY - box.top - height - (pointerType === "touch" ? ABOVE_FINGER_PX : OFFSET_PX);
      const y = isAbove ? Math.max(MARGIN_PX, above) : below;
      card.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    },
    hide: () => {
      card.hidden = true;
    },
  };
}
