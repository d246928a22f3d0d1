import { dirname, resolve } from "node:path";

/** Rooms of an app from the top down: a file may import from its own room and from those below. */
const LAYERS = {
  "apps/web/src": ["main.tsx", "app", "routes", "features", "queries", "ui", "i18n", "lib", "styles"],
  "apps/bff/src": ["main.ts", "app.ts", "features", "change-sets", "live", "session", "upstream", "http", "database"],
};

/** Rooms in which each folder is a feature that knows no other feature. */
const FEATURE_ROOMS = { "apps/web/src": "features" };

/** Where a file stands: app root, room and feature, or null outside the apps. */
function placeOf(file) {
  for (const root of Object.keys(LAYERS)) {
    const at = file.indexOf(`/${root}/`);
    if (at < 0) continue;
    const [room, feature] = file.slice(at + root.length + 2).split("/");
    return { root, room, feature };
  }
  return null;
}

function checkImport(context, { node, specifier }) {
  if (!specifier.startsWith(".")) return;
  const from = placeOf(context.filename.replaceAll("\\", "/"));
  if (from === null) return;
  const target = resolve(dirname(context.filename), specifier).replaceAll("\\", "/");
  const to = placeOf(target);
  if (to === null || to.root !== from.root) {
    context.report({
      node,
      message: `${specifier} leaves its package. Import another package by its name (@gantry/…), and declare it.`,
    });
    return;
  }
  const featureRoom = FEATURE_ROOMS[from.root];
  if (from.room === featureRoom && to.room === featureRoom && from.feature !== to.feature) {
    context.report({
      node,
      message: `Feature "${from.feature}" imports feature "${to.feature}". Move what both need down to queries, ui or lib, or let the route pass it in.`,
    });
    return;
  }
  const layers = LAYERS[from.root];
  const fromLayer = layers.indexOf(from.room);
  const toLayer = layers.indexOf(to.room);
  if (from.root === "apps/web/src" && fromLayer >= 0 && toLayer >= 0 && toLayer < fromLayer) {
    context.report({
      node,
      message: `"${from.room}" imports "${to.room}", which stands above it (${layers.join(" → ")}). Pass it in from above, or move it down.`,
    });
  }
}

const roomWalls = {
  create(context) {
    const check = (node) => {
      if (node.source !== null && typeof node.source?.value === "string")
        checkImport(context, { node, specifier: node.source.value });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

/** Where the present moment may be asked for; everywhere else it comes in from outside, so that tests can hold it. */
const CLOCK_FILES = /\/(?:main\.tsx?|clock\.ts|bench\/.*|.*\.test\.tsx?|test\/.*|apps\/e2e\/.*|packages\/tooling\/.*)$/;

const clockFromOutside = {
  create(context) {
    if (CLOCK_FILES.test(context.filename.replaceAll("\\", "/"))) return {};
    const message = "The present moment comes in from outside: take a clock (now: () => number) as a parameter.";
    return {
      NewExpression(node) {
        if (node.callee.name === "Date" && node.arguments.length === 0) context.report({ node, message });
      },
      CallExpression(node) {
        const { callee } = node;
        if (callee.type === "MemberExpression" && callee.object.name === "Date" && callee.property.name === "now")
          context.report({ node, message });
      },
    };
  },
};

const plugin = {
  meta: { name: "gantry" },
  rules: { "room-walls": roomWalls, "clock-from-outside": clockFromOutside },
};

// oxlint loads a plugin by its default export.
export default plugin;
