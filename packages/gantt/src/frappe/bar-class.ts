import type FrappeGantt from "#frappe-gantt";
import type { FrappeBar, FrappeTask } from "#frappe-gantt";

export type BarClass = typeof FrappeBar;

const FIRST_FIELD = "action_completed";

/**
 * frappe-gantt's class of a bar, which the package does not export. Its own `make_bars` is run over one empty task,
 * and stopped at the first field that the constructor sets: nothing is drawn, no markup is parsed.
 * Throws a plain message when a new version no longer makes bars this way.
 */
export function learnBarClass(stock: Pick<FrappeGantt, "make_bars">): BarClass {
  const learned: { barClass: BarClass | null } = { barClass: null };
  Object.defineProperty(Object.prototype, FIRST_FIELD, {
    configurable: true,
    set(this: object) {
      learned.barClass = this.constructor as BarClass;
      throw new Error("Bar class learned");
    },
  });
  try {
    stock.make_bars.call(emptyStandIn());
  } catch (error) {
    if (!learned.barClass) throw error;
  } finally {
    Reflect.deleteProperty(Object.prototype, FIRST_FIELD);
  }
  if (!learned.barClass) {
    throw new Error(
      `frappe-gantt's make_bars no longer sets Bar.${FIRST_FIELD} first: see packages/gantt/src/frappe/bar-class.ts`,
    );
  }
  return learned.barClass;
}

/** Only `tasks` and `layers.bar` are touched before the run is stopped. */
function emptyStandIn(): FrappeGantt {
  const task: Partial<FrappeTask> = {};
  return { tasks: [task], layers: {} } as unknown as FrappeGantt;
}
