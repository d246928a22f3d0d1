import { once } from "node:events";
import { verifyAudit, type AuditVerdict } from "../verify.ts";
import { type AuditArguments, formatHead, parseAuditArguments, USAGE } from "./arguments.ts";
import { AuditSourceError, readChain, readFolder } from "./source.ts";

const INTACT = 0;
const BROKEN = 1;
const NOT_READ = 2;

/** `audit verify` and `audit export` for the operator. Sets the exit code: 0 intact, 1 not intact, 2 not read. */
export async function runAuditCommand(process: NodeJS.Process, words: readonly string[]): Promise<void> {
  const parsed = parseAuditArguments(words);
  if (parsed === null) {
    process.stderr.write(USAGE);
    process.exitCode = NOT_READ;
    return;
  }
  try {
    process.exitCode = await run(process, parsed);
  } catch (error) {
    if (!(error instanceof AuditSourceError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = NOT_READ;
  }
}

async function run({ env, stdout }: NodeJS.Process, parsed: AuditArguments): Promise<number> {
  const path = parsed.path ?? env["DATA_DIR"] ?? "data";
  if (parsed.action === "export") {
    for await (const line of readFolder(path)) {
      if (!stdout.write(`${JSON.stringify(line)}\n`)) await once(stdout, "drain");
    }
    return INTACT;
  }
  const verdict = await verifyAudit(readChain(path), { notedHeads: parsed.notedHeads });
  stdout.write(toWords(verdict));
  return verdict.isIntact ? INTACT : BROKEN;
}

function toWords({ isIntact, rows, redacted, head, problems }: AuditVerdict): string {
  const hidden = redacted === 0 ? "" : `, of ${redacted} the hashes alone`;
  const lines = isIntact
    ? [`The audit log is intact: ${rows} rows${hidden}.`]
    : [`The audit log is NOT intact: ${rows} rows were read${hidden}.`, ...problems.map((problem) => `  - ${problem}`)];
  return [
    ...lines,
    `Head: ${formatHead(head)}`,
    ...(isIntact
      ? ["Note the head in another place: given with --head it proves that nothing before it was lost."]
      : []),
    "",
  ].join("\n");
}
