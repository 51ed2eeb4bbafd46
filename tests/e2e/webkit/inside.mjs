// What runs inside a page: playwright's own engine for selectors, roles and readiness, and how values come and go.
//
// The engine is read out of the package's inside, which no version promises to keep: package-lock.json pins the version, and
// `engineSource` says clearly when it is gone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const PLACE = createRequire(import.meta.url).resolve("playwright-core/lib/coreBundle");
const ASSIGNED = /\/generated\/injectedScriptSource\.ts\n[^]*?\n {4}source\d+ = ('.*');\n/;

let source;

/** A script after which `window.__kit` is the engine. */
export function engineSource() {
  source ??= ASSIGNED.exec(readFileSync(PLACE, "utf8"))?.[1];
  if (!source) throw new Error(`playwright-core's engine is not where it was in ${PLACE}: see tests/e2e/webkit/inside.mjs`);
  const options = {
    isUnderTest: false,
    sdkLanguage: "javascript",
    frameSeq: 0,
    testIdAttributeName: "data-testid",
    stableRafCount: 1,
    browserName: "webkit",
    customEngines: [],
  };
  // The text is a literal of the package's own: it is read as what it is.
  return `(() => {
    const module = {};
    ${new Function(`return ${source}`)()}
    const kit = new (module.exports.InjectedScript())(window, ${JSON.stringify(options)});
    kit.all = (selector) => kit.querySelectorAll(kit.parseSelector(selector), document);
    kit.one = (selector) => kit.querySelector(kit.parseSelector(selector), document, true);
    Object.defineProperty(window, "__kit", { value: kit, configurable: true });
  })();`;
}

/** A value as JavaScript writes it. */
export function literal(value) {
  if (value instanceof RegExp) return String(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value && typeof value === "object") {
    return `{ ${Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${literal(one)}`).join(", ")} }`;
  }
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "undefined");
}

/** A function called with these values; or a text, which is an expression or a whole script. */
export function called(task, ...values) {
  if (typeof task !== "string") return `(${task})(${values.map(literal).join(", ")})`;
  const expression = `(${task}\n)`;
  try {
    new Function(`return ${expression}`);
    return expression;
  } catch {
    return `(() => { ${task}\n })()`;
  }
}

/**
 * A script for WebDriver that gives what the expression comes to, or the error, and the page's address; `["kit"]` where the
 * engine is missing.
 */
export function answering(expression, withKit) {
  return `const done = arguments[arguments.length - 1];
  const pack = ${pack};
  if (${withKit} && !window.__kit) return done(["kit"]);
  Promise.resolve().then(() => ${expression}).then(
    (value) => done(["value", JSON.stringify(pack(value)), location.href]),
    (error) => done(["error", String(error?.message ?? error), location.href]),
  );`;
}

/** Keeps what JSON loses. Runs in the page. */
function pack(value) {
  if (value === undefined || typeof value === "function" || typeof value === "symbol") return ["undefined"];
  if (typeof value === "number" && !Number.isFinite(value)) return ["number", String(value)];
  if (typeof value === "bigint") return ["bigint", String(value)];
  if (value === null || typeof value !== "object") return ["plain", value];
  if (value instanceof Node || value === window) return ["plain", null];
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return ["array", Array.from(value, pack)];
  return ["object", Object.entries(value).map(([key, one]) => [key, pack(one)])];
}

/** What `pack` packed. */
export function unpack([kind, value]) {
  if (kind === "undefined") return undefined;
  if (kind === "number") return Number(value);
  if (kind === "bigint") return BigInt(value);
  if (kind === "array") return value.map(unpack);
  return kind === "object" ? Object.fromEntries(value.map(([key, one]) => [key, unpack(one)])) : value;
}
