import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { endpoints } from "@gantry/api-contract";
import { startProduct } from "@gantry/testkit/product";
import { signIn } from "./client.ts";
import { median, printTable, ratio } from "./table.ts";

const execute = promisify(execFile);
const CONNECTIONS = 64;
const SECONDS = 6;
const ROUNDS = 3;

type Load = { requestsPerSecond: number; p99Ms: number };

/**
 * The plan list through the bff (session, upstream call, translation, schema check) beside nginx, which only passes
 * CodeArts' own plan list on. Interleaved rounds on the same simulator; the median of each counts.
 * Needs Debian's `nginx` and `wrk`.
 */
export async function benchPlanList(): Promise<void> {
  const rows = [];
  for (const latencyMs of [0, 50]) {
    const product = await startProduct({
      simulator: { latencyMs },
      upstream: { concurrency: 64, callsPerSecond: 1_000 },
    });
    const folder = await mkdtemp(join(tmpdir(), "gantry-bench-"));
    try {
      const [credentials] = product.simulator.credentials;
      if (credentials === undefined) throw new Error("The simulator has no credentials");
      const { client, cookie } = await signIn(product.url, { credentials });
      const { items: projects } = await client.call(endpoints.listProjects, {});
      const projectId = projects[0]?.id ?? "";
      const token = await tokenOf(product.upstreamUrl, credentials);
      const nginx = await startNginx(folder, product.upstreamUrl);
      const ours: Load[] = [];
      const theirs: Load[] = [];
      try {
        for (let round = 0; round < ROUNDS; round += 1) {
          ours.push(await load(folder, { url: `${product.url}/api/projects/${projectId}/plans`, headers: { cookie } }));
          theirs.push(
            await load(folder, {
              url: `${nginx.url}/v3/plan/${projectId}/managements`,
              headers: { "x-auth-token": token, "content-type": "application/json" },
              body: '{"page_no":1,"page_size":200}',
            }),
          );
        }
      } finally {
        await nginx.stop();
      }
      const [our, their] = [summary(ours), summary(theirs)];
      rows.push({
        "upstream answers after": `${latencyMs} ms`,
        "gantry req/s": Math.round(our.requestsPerSecond),
        "nginx req/s": Math.round(their.requestsPerSecond),
        "ratio req/s": ratio(our.requestsPerSecond, their.requestsPerSecond),
        "gantry p99 ms": our.p99Ms.toFixed(1),
        "nginx p99 ms": their.p99Ms.toFixed(1),
        "ratio p99": ratio(our.p99Ms, their.p99Ms),
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
      await product.close();
    }
  }
  printTable(`Plan list, ${CONNECTIONS} connections, median of ${ROUNDS} × ${SECONDS} s`, rows);
}

const summary = (loads: readonly Load[]): Load => ({
  requestsPerSecond: median(loads.map((one) => one.requestsPerSecond)),
  p99Ms: median(loads.map((one) => one.p99Ms)),
});

async function tokenOf(url: string, user: { account: string; userName: string; password: string }): Promise<string> {
  const response = await fetch(`${url}/v3/auth/tokens?nocatalog=true`, {
    method: "POST",
    headers: { "content-type": "application/json;charset=utf8" },
    body: JSON.stringify({
      auth: {
        identity: {
          methods: ["password"],
          password: { user: { name: user.userName, password: user.password, domain: { name: user.account } } },
        },
      },
    }),
  });
  return response.headers.get("x-subject-token") ?? "";
}

/** A bare reverse proxy with keep-alive to the upstream. */
async function startNginx(folder: string, upstreamUrl: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const address = `127.0.0.1:${await freePort()}`;
  const config = join(folder, "nginx.conf");
  await writeFile(
    config,
    `worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/f;
  uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s;
  upstream codearts { server ${new URL(upstreamUrl).host}; keepalive 64; }
  server {
    listen ${address};
    large_client_header_buffers 4 64k;
    location / { proxy_pass http://codearts; proxy_http_version 1.1; proxy_set_header Connection ""; }
  }
}
`,
  );
  const nginx = spawn("nginx", ["-c", config, "-p", folder, "-g", "daemon off;"], { stdio: "inherit" });
  await untilItAnswers(`http://${address}/`);
  return {
    url: `http://${address}`,
    stop: () =>
      new Promise((done) => {
        nginx.once("exit", () => done());
        nginx.kill("SIGTERM");
      }),
  };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => found(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answered = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error(`Nothing answers at ${url}`);
}

async function load(
  folder: string,
  request: { url: string; headers: Record<string, string>; body?: string },
): Promise<Load> {
  const script = join(folder, "request.lua");
  const headers = Object.entries(request.headers).map(([name, value]) => `wrk.headers["${name}"] = "${value}"`);
  const body = request.body === undefined ? [] : ['wrk.method = "POST"', `wrk.body = '${request.body}'`];
  const done = `done = function(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %f %f %d\\n", summary.requests / summary.duration * 1e6, latency:percentile(99) / 1000, failed))
end`;
  await writeFile(script, [...headers, ...body, done].join("\n"));
  const { stdout } = await execute("wrk", ["-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, "-s", script, request.url]);
  const match = /RESULT ([\d.]+) ([\d.]+) (\d+)/.exec(stdout);
  if (match === null || match[3] !== "0") throw new Error(`wrk met errors at ${request.url}:\n${stdout}`);
  return { requestsPerSecond: Number(match[1]), p99Ms: Number(match[2]) };
}
