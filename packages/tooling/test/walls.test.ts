import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../../..");
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gantry-walls-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function plant(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function runTool(name: string, args: string[]): { failed: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync(join(root, "node_modules/.bin", name), args, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  // Messages are wrapped and framed for the terminal; compare their words only.
  return { failed: status !== 0, output: `${stdout}${stderr}`.replaceAll(/[^A-Za-z0-9@/."→-]+/g, " ") };
}

const lint = () => runTool("oxlint", ["-c", join(root, ".oxlintrc.json"), "."]);

describe("lint walls", () => {
  it("lets a feature import what stands below it", () => {
    plant({
      "apps/web/src/features/plan/one.ts": 'import { two } from "../../lib/two.ts";\nexport const one = two;\n',
      "apps/web/src/lib/two.ts": "export const two = 2;\n",
    });
    expect(lint()).toMatchObject({ failed: false });
  });

  it.each([
    {
      wall: "a feature that imports another feature",
      file: "apps/web/src/features/plan/one.ts",
      text: 'import { two } from "../backlog/two.ts";\nexport const one = two;\n',
      cure: "Move what both need down to queries ui or lib",
    },
    {
      wall: "ui that imports a feature",
      file: "apps/web/src/ui/one.ts",
      text: 'import { two } from "../features/plan/two.ts";\nexport const one = two;\n',
      cure: "Pass it in from above or move it down",
    },
    {
      wall: "a relative import that leaves the package",
      file: "apps/web/src/lib/one.ts",
      text: 'import { two } from "../../../../packages/schedule/src/days.ts";\nexport const one = two;\n',
      cure: "Import another package by its name",
    },
    {
      wall: "frappe-gantt outside its one file",
      file: "apps/web/src/features/plan/one.ts",
      text: 'import Gantt from "frappe-gantt";\nexport const one = Gantt;\n',
      cure: "Use @gantry/gantt",
    },
    {
      wall: "a rival's chart in the product",
      file: "packages/gantt/src/one.ts",
      text: 'import { gantt } from "dhtmlx-gantt";\nexport const one = gantt;\n',
      cure: "never shipped. Use @gantry/gantt",
    },
    {
      wall: "a connection made outside codearts-client",
      file: "apps/bff/src/features/one.ts",
      text: 'import { request } from "undici";\nexport const one = request;\n',
      cure: "Take a fetch as a parameter",
    },
    {
      wall: "the present moment taken from the air",
      file: "apps/bff/src/session/one.ts",
      text: "export const one = () => Date.now();\n",
      cure: "take a clock",
    },
  ])("stops $wall and names the cure", ({ file, text, cure }) => {
    plant({ [file]: text });
    const { failed, output } = lint();
    expect(failed).toBe(true);
    expect(output).toContain(cure);
  });
});

describe("package boundaries", () => {
  const workspace = (dependency: string) => {
    cpSync(join(root, "turbo.json"), join(folder, "turbo.json"));
    plant({
      "package.json": JSON.stringify({
        name: "planted",
        private: true,
        packageManager: "npm@11.0.0",
        workspaces: ["p/*"],
      }),
      "package-lock.json": JSON.stringify({ name: "planted", lockfileVersion: 3, requires: true, packages: {} }),
      "p/leaf/package.json": JSON.stringify({ name: "@gantry/leaf", dependencies: { [dependency]: "*" } }),
      "p/leaf/turbo.json": JSON.stringify({ extends: ["//"], tags: ["leaf"] }),
      "p/leaf/src/index.ts": `export * from "${dependency}";\n`,
      "p/other/package.json": JSON.stringify({ name: "@gantry/other" }),
      "p/other/turbo.json": JSON.stringify({ extends: ["//"], tags: ["leaf"] }),
      "p/app/package.json": JSON.stringify({ name: "@gantry/app" }),
      "p/app/turbo.json": JSON.stringify({ extends: ["//"], tags: ["bff"] }),
    });
    spawnSync("git", ["init", "-q"], { cwd: folder });
  };

  it("lets a leaf import a leaf", () => {
    workspace("@gantry/other");
    expect(runTool("turbo", ["boundaries"])).toMatchObject({ failed: false });
  });

  it("stops a leaf that imports an app", () => {
    workspace("@gantry/app");
    const { failed, output } = runTool("turbo", ["boundaries"]);
    expect(failed).toBe(true);
    expect(output).toContain("@gantry/app");
  });
});
