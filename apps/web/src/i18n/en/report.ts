import { createCounting } from "../counting.ts";

const { number, plural } = createCounting("en");

export const report = {
  projects: (read: number, all: number) =>
    `${read === all ? "" : `${number(read)} of `}${plural(all, { one: "# project", other: "# projects" })}`,
  reading: "Reading",
  stillReading: "reading",
  readAgain: "Read again",
};
