export { GanttView, type GanttViewProps } from "./gantt-view.tsx";
