import { ExportError } from "./failure.ts";

/** Addresses of the font's files, each with some of its characters; vite puts them beside the page's own. */
const FILES = import.meta.glob<string>("../../../node_modules/@fontsource/noto-sans-sc/files/*-400-normal.woff", {
  query: "?url",
  import: "default",
  eager: true,
});
const ADDRESSES = new Map(
  Object.entries(FILES).map(([path, address]) => [/noto-sans-sc-(.+)-400-normal\.woff$/.exec(path)?.[1], address]),
);

/** Fetches one slice of Noto Sans SC from Gantry's own server. */
export async function readFontSlice(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const address = ADDRESSES.get(name);
  if (address === undefined) throw new ExportError("font");
  const response = await fetch(address).catch((cause: unknown) => {
    throw new ExportError("font", { cause });
  });
  if (!response.ok) throw new ExportError("font");
  return new Uint8Array(await response.arrayBuffer());
}
