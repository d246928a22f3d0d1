import Gantt from "#frappe-gantt";

/** Every event that frappe-gantt would tell a caller about, by name, since the page was opened. */
export const frappeEvents: string[] = [];

Reflect.set(Gantt.prototype, "trigger_event", (name: string) => {
  frappeEvents.push(name);
});
