import { createCounting } from "../counting.ts";

const { number } = createCounting("en");

export const selection = {
  toolbar: "Selection",
  count: (count: number) => `${number(count)} selected`,
  edit: "Edit",
  assign: "Assign",
  shiftDates: "Shift dates",
  link: "Link",
  addToPlan: "Add to plan",
  clear: "Clear",
};
