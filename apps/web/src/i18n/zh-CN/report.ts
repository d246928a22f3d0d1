import { createCounting } from "../counting.ts";
import type { WordsOf } from "../words.ts";

const { number } = createCounting("zh-CN");

export const report = {
  projects: (read, all) => `${read === all ? "" : `${number(read)} / `}${number(all)} 个项目`,
  reading: "读取中",
  stillReading: "读取中",
  readAgain: "重新读取",
} satisfies WordsOf<"report">;
