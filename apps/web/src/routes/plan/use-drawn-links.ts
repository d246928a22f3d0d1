import type { Dependency } from "@gantry/api-contract";
import { useMemo } from "react";
import type { LinkPair } from "../../features/links/link-id.ts";
import { toGanttLinks } from "../../features/links/to-gantt-links.ts";
import { EDIT_TOPIC } from "../../features/plan/edit-topic.ts";
import type { LinkGestures, PlanLayers } from "../../features/plan/plan-layers.ts";
import type { PlanView } from "../../features/plan/use-plan-view.ts";
import { useWords } from "../../i18n/use-words.ts";
import { showToast } from "../../ui/toasts.tsx";
import type { PlanMarks } from "./use-plan-marks.ts";

export type DrawnLinks = {
  layers: PlanLayers;
  gestures: LinkGestures;
  /** Links items one after the other, all or none; says why not. */
  chain: ((ids: readonly string[]) => void) | null;
};

/** The links between the lines that are shown, and what a hand or a key does with them. */
export function useDrawnLinks(input: {
  marks: PlanMarks;
  view: PlanView;
  isChart: boolean;
  onOpen: (links: readonly Dependency[]) => void;
}): DrawnLinks {
  const { marks, view, isChart, onOpen } = input;
  const { links, layers, showsCritical, edit } = marks;
  const words = useWords();
  const { rowOf } = view;
  const drawn = useMemo(
    () =>
      toGanttLinks({
        links: links.all,
        rowOf: (id) => {
          const row = rowOf(id);
          return row === undefined ? undefined : { id, folded: row.expandable && !row.expanded };
        },
        parentOf: links.parentOf,
        isCritical: showsCritical ? links.critical().isCriticalLink : () => false,
        isBroken: (link) => links.faults().brokenBy(link) > 0,
      }),
    [links, showsCritical, rowOf],
  );
  const withLinks = useMemo(() => ({ ...layers, links: drawn.ganttLinks }), [layers, drawn]);
  if (!isChart) return { layers: withLinks, gestures: NO_GESTURES, chain: null };
  const draw = async (pairs: readonly LinkPair[], type: Dependency["type"]) => {
    const refused = await edit(pairs.map((pair) => ({ ...pair, before: null, after: { type, lagDays: 0 } })));
    if (refused !== null)
      showToast({ tone: "danger", text: words.links.notLinked(refused.text), detail: refused.code, topic: EDIT_TOPIC });
  };
  return {
    layers: withLinks,
    gestures: {
      onLinkDraw: ({ from, to, type }) => void draw([{ fromId: from, toId: to }], type),
      linkRefusal: ({ from, to }) => links.refusalOf([{ fromId: from, toId: to }]),
      onLinkOpen: (id) => onOpen(drawn.behind.get(id) ?? []),
    },
    chain: (ids) => {
      const pairs = ids.slice(1).map((toId, place) => ({ fromId: ids[place] ?? toId, toId }));
      const reason = links.refusalOf(pairs);
      if (reason === null) void draw(pairs, "FS");
      else showToast({ tone: "danger", text: words.links.notLinked(reason), topic: EDIT_TOPIC });
    },
  };
}

const NO_GESTURES: LinkGestures = {};
