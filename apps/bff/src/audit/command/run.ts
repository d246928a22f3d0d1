import { once } from "node:events";
import type { AuditLine } from "@gantry/api-contract";
import { ConfigError, readConfig } from "../../config.ts";
import { readSecretFile } from "../../secret-files.ts";
import { verifyAudit, type AuditVerdict } from "../verify.ts";
import { type AuditArguments, formatHead, parseAuditArguments, USAGE } from "./arguments.ts";
import { AuditSourceError, readFolder, readPath, readPostgres } from "./source.ts";

const INTACT = 0;
const BROKEN = 1;
const NOT_READ = 2;

/** What the command takes of the process. */
export type CommandProcess = {
  env: Readonly<Record<string, string | undefined>>;
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream;
};

/**
 * `audit verify` and `audit export` for the operator.
 * @returns the exit code: 0 intact, 1 not intact, 2 nothing could be read
 */
export async function runAuditCommand(process: CommandProcess, words: readonly string[]): Promise<number> {
  const parsed = parseAuditArguments(words);
  if (parsed === null) {
    process.stderr.write(USAGE);
    return NOT_READ;
  }
  try {
    return await run(process, parsed);
  } catch (error) {
    if (!(error instanceof AuditSourceError) && !(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return NOT_READ;
  }
}

async function run({ env, stdout }: CommandProcess, parsed: AuditArguments): Promise<number> {
  const { path } = parsed;
  if (parsed.action === "export") {
    for await (const line of path === null ? readConfigured(env) : readFolder(path)) {
      if (!stdout.write(`${JSON.stringify(line)}\n`)) await once(stdout, "drain");
    }
    return INTACT;
  }
  const lines = path === null ? readConfigured(env) : readPath(path);
  const verdict = await verifyAudit(lines, { notedHeads: parsed.notedHeads });
  stdout.write(toWords(verdict));
  return verdict.isIntact ? INTACT : BROKEN;
}

/** The store of the server's own settings. */
function readConfigured(env: CommandProcess["env"]): AsyncGenerator<AuditLine> {
  const { postgres, dataDir } = readConfig(env, { readSecretFile });
  return postgres === null ? readFolder(dataDir) : readPostgres(postgres);
}

function toWords({ isIntact, rows, redacted, head, problems }: AuditVerdict): string {
  const hidden = redacted === 0 ? "" : `, of ${redacted} the hashes alone`;
  const lines = isIntact
    ? [
        `The audit log is intact: ${rows} rows${hidden}.`,
        `Head: ${formatHead(head)}`,
        "Note the head in another place: given with --head, it proves later that nothing before it was lost or changed.",
      ]
    : [
        `The audit log is NOT intact: ${rows} rows were read${hidden}.`,
        ...problems.map((problem) => `  - ${problem}`),
        `Last row: ${formatHead(head)}`,
      ];
  return `${lines.join("\n")}\n`;
}
