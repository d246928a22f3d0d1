import { createCodeArtsClient, type CodeArtsClient } from "@gantry/codearts-client";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { UpstreamCall } from "../src/change-sets/compile/calls.ts";
import type { ChangeSetRecord } from "../src/change-sets/ledger/records.ts";
import { createJobUpstream } from "../src/change-sets/run/codearts-job-upstream.ts";
import { judgeAfterSend, type Found } from "../src/change-sets/run/judge.ts";
import type { Upstream } from "../src/upstream/gateway.ts";

const PROJECT = "5192de5eb435430c8cd41c6ae6028848";

/** The way to CodeArts without limits and sessions: a job's calls go straight into the real client. */
function upstreamAnswering(answer: () => string): Upstream {
  const client: CodeArtsClient = createCodeArtsClient({
    fetch: async () => new Response(answer(), { headers: { "content-type": "application/json" } }),
    endpoint: "http://codearts.test",
    token: () => "a-token-of-no-account",
    nowMs: () => 0,
  });
  return asUpstream({
    write: (operation: "batchAssignItem" | "batchUpdateIpdItems", args: never) => client[operation](args),
  });
}

/** A job that sends batches uses nothing else of the way. */
function asUpstream(part: unknown): Upstream {
  return part as Upstream;
}

/** Of a change set, sending batches needs the project alone. */
function asRecord(part: Pick<ChangeSetRecord, "projectId">): ChangeSetRecord {
  return part as ChangeSetRecord;
}

/** What an item is found to hold on reading back, and which of the looks it is. */
type World = { holds: "from" | "to" | "else" | "nothing" | "unreadable"; isLastLook: boolean; doubts: number };
const anyWorld: fc.Arbitrary<World> = fc.record({
  holds: fc.constantFrom("from", "from", "to", "else", "nothing", "unreadable"),
  isLastLook: fc.boolean(),
  doubts: fc.nat(2),
});

function toFound({ holds }: World): Found {
  if (holds === "nothing") return { kind: "missing" };
  if (holds === "unreadable") return { kind: "unreadable", refusal: null };
  return { kind: "value", value: holds, label: null };
}

type Said = "accepted" | "refused" | "doubt";

/** The state of an item, from what the answer said of it and what it holds: the rules as the handbook has them. */
function stateBy(said: Said, { holds, isLastLook, doubts }: World): string {
  if (holds === "to") return "applied";
  if (said === "refused" && (holds === "from" || holds === "nothing")) return "failed";
  if (!isLastLook) return "look-again";
  if (holds === "unreadable") return said === "refused" ? "failed" : "unknown";
  if (holds === "nothing") return "unknown";
  if (holds === "else") return "conflict";
  return said === "doubt" && doubts < 2 ? "send" : "failed";
}

let answer = "";
const job = createJobUpstream(
  upstreamAnswering(() => answer),
  asRecord({ projectId: PROJECT }),
);

/** The state that Gantry gives the item. */
async function stateOf(
  call: UpstreamCall,
  { text, itemId, world }: { text: string; itemId: string; world: World },
): Promise<string> {
  answer = text;
  const sent = await job.send(call, { beforeSend: async () => {} });
  if (sent.kind !== "answered") return sent.kind;
  const change = { from: "from", to: "to" };
  const judged = judgeAfterSend(change, { ...world, found: toFound(world), answer: sent.answerOf(itemId) });
  return judged.next === "settle" ? judged.verdict.outcome : judged.next;
}

const pick = <T>(...of: readonly T[]) => fc.constantFrom(...of);
const anyStatus = pick<unknown>(
  "success",
  "success",
  "success",
  "SUCCESS",
  "Success",
  "error",
  "failed",
  "maybe",
  null,
);

const ME = "9191020";
/** An id as S2 answers write it: number, text, object, padded; mine or a neighbour's. */
const anyShortId = fc
  .tuple(pick(ME, ME, "9191021", "919102", "91910200"), pick("number", "text", "padded", "object"))
  .map(([id, form]): unknown =>
    form === "number" ? Number(id) : form === "padded" ? ` ${id} ` : form === "object" ? { id: Number(id) } : id,
  );
const anyShortIds = fc.oneof(
  { weight: 8, arbitrary: fc.array(anyShortId, { maxLength: 4 }) },
  { weight: 1, arbitrary: pick<unknown>(null, undefined, ME, `${ME},1`, Number(ME), {}, "") },
);
const anyScrumAnswer = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      status: anyStatus,
      result: fc.record({ success_issues: anyShortIds, error_issues: anyShortIds, journal_ids: anyShortIds }),
    }),
  },
  { weight: 1, arbitrary: pick<unknown>(null, [], "", 1, { status: "success", result: null }, { status: "success" }) },
  { weight: 1, arbitrary: fc.record({ success_issues: anyShortIds, error_issues: anyShortIds }) },
);

const asObject = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : null;

function namesMe(list: unknown): boolean {
  const entries: unknown[] = Array.isArray(list) ? list : typeof list === "string" ? list.split(",") : [list];
  return entries.some((entry) => String(asObject(entry)?.["id"] ?? entry).trim() === ME);
}

/** By the page (seed 2): the lists are the truth about an item, failures before successes, and the status word is none. */
function saidByScrum(body: unknown): Said {
  const answer = asObject(body);
  if (answer === null) return "doubt";
  const word = typeof answer["status"] === "string" ? answer["status"].toLowerCase() : null;
  if (word !== null && word !== "success") return "doubt";
  const lists = asObject("result" in answer ? answer["result"] : answer);
  if (lists === null) return "doubt";
  if (namesMe(lists["error_issues"])) return "refused";
  return namesMe(lists["success_issues"]) ? "accepted" : "doubt";
}

test("10,000 odd answers of the Scrum batch give each item the state that the page's rules give", async () => {
  const call: UpstreamCall = { kind: "scrum-assign", assignedToId: "4091", itemIds: [ME], positions: [0] };
  await fc.assert(
    fc.asyncProperty(anyScrumAnswer, anyWorld, async (body, world) => {
      const text = JSON.stringify(body);
      expect(await stateOf(call, { text, itemId: ME, world }), text).toBe(
        stateBy(saidByScrum(JSON.parse(text)), world),
      );
    }),
    { numRuns: 10_000 },
  );
});

/** Neighbours that one JS number holds all three of. */
const LONG_IDS = ["957294446158852096", "957294446158852097", "957294446158852098"] as const;
const [FIRST_ID, SECOND_ID] = LONG_IDS;
/** An entry as text, since ids may stand there as bare numbers. */
const anyEntry = fc
  .tuple(
    pick(...LONG_IDS),
    pick("text", "text", "number"),
    pick("", ',"operator":null', ',"fail_message":"no","x":[1]'),
  )
  .map(([id, form, rest]) => `{"id":${form === "text" ? `"${id}"` : id}${rest}}`);
const anyBadEntry = pick('{"operator":"me"}', '{"id":null}', '{"id":""}', "null", '"957294446158852096"');
const anyEntries = fc.oneof(
  { weight: 10, arbitrary: fc.array(anyEntry, { maxLength: 4 }).map((entries) => `[${entries.join()}]`) },
  { weight: 1, arbitrary: fc.tuple(anyEntry, anyBadEntry).map((entries) => `[${entries.join()}]`) },
  { weight: 1, arbitrary: pick("null", "{}", '""') },
);
const anyPart = fc
  .tuple(anyEntries, anyEntries, pick("both", "both", "success", "failed"))
  .map(([success, failed, has]) => {
    const fields = [has !== "failed" && `"success":${success}`, has !== "success" && `"failed":${failed}`];
    return `{${fields.filter((field) => field !== false).join()}}`;
  });
const anyResult = fc.oneof(
  { weight: 10, arbitrary: fc.array(anyPart, { maxLength: 3 }).map((parts) => `[${parts.join()}]`) },
  { weight: 2, arbitrary: anyPart },
  { weight: 1, arbitrary: pick("null", '"x"', "1", "[null]") },
);
const anyIpdAnswer = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(anyStatus, anyResult)
      .map(([status, result]) => `{"status":${JSON.stringify(status)},"result":${result}}`),
  },
  { weight: 1, arbitrary: anyResult.map((result) => `{"result":${result}}`) },
  {
    weight: 1,
    arbitrary: pick("null", "[]", '{"status":"success"}', "<html></html>", '{"status":"success","result":[{"suc'),
  },
);

/** By the page (seed 4): success needs the word, and the item in a success list and in no failure list. */
function saidByIpd(text: string, itemId: string): Said {
  // As text throughout: quoting every long number keeps neighbours apart.
  const quoted = text.replaceAll(/([[:,])(\d{16,})/g, '$1"$2"');
  let body: unknown;
  try {
    body = JSON.parse(quoted);
  } catch {
    return "doubt";
  }
  const answer = asObject(body);
  if (answer === null || typeof answer["status"] !== "string" || answer["status"].toLowerCase() !== "success")
    return "doubt";
  const result = "result" in answer ? answer["result"] : answer;
  const parts: unknown[] = Array.isArray(result) ? result : [result];
  const lists = { success: new Set<unknown>(), failed: new Set<unknown>() };
  for (const part of parts.map(asObject)) {
    if (part === null) return "doubt";
    for (const name of ["success", "failed"] as const) {
      const list = part[name] ?? [];
      if (!Array.isArray(list)) return "doubt";
      for (const entry of list) {
        const id = asObject(entry)?.["id"];
        if (typeof id !== "string" || id === "") return "doubt";
        lists[name].add(id);
      }
    }
  }
  if (lists.failed.has(itemId)) return "refused";
  return lists.success.has(itemId) ? "accepted" : "doubt";
}

test("10,000 odd answers of the IPD batch do so too, for ids that one number cannot tell apart", async () => {
  const call: UpstreamCall = {
    kind: "ipd-update",
    category: "IR",
    attributes: { priority: "Low" },
    customFields: [],
    itemIds: [FIRST_ID, SECOND_ID],
    positions: [0, 1],
  };
  await fc.assert(
    fc.asyncProperty(anyIpdAnswer, anyWorld, pick(FIRST_ID, SECOND_ID), async (text, world, itemId) => {
      expect(await stateOf(call, { text, itemId, world }), text).toBe(stateBy(saidByIpd(text, itemId), world));
    }),
    { numRuns: 10_000 },
  );
});
