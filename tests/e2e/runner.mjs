// Node's own test runner, less what the engine of this run cannot do (exceptions.mjs). The test files take `test` from here.
import assert from "node:assert/strict";
import { basename } from "node:path";
import { after, test as nodeTest } from "node:test";
import { EXCEPTIONS } from "./exceptions.mjs";
import { engineFaults } from "./webkit/context.mjs";

export { after };

/** Node runs every test file in a process of its own. */
const excepted = EXCEPTIONS[process.env.ENGINE]?.[basename(process.argv[1])] ?? {};
const met = new Set();
/** How often a test is tried that the engine itself has stopped: WebKitGTK on x86-64 does so now and then (docs/stops.md). */
const TRIES = 3;

/** `test(name, [options], run)` of Node, skipped with its reason where the engine has an exception for it. */
export function test(name, ...rest) {
  const key = excepted[name] ? name : "*";
  const reason = excepted[key];
  if (!reason && process.env.ENGINE !== "webkit") return nodeTest(name, ...rest);
  if (!reason) return nodeTest(name, ...rest.slice(0, -1), (t) => withPatience(t, rest.at(-1)));
  met.add(key);
  if (process.env.EXCEPTIONS !== "run") return nodeTest(name, { skip: reason }, () => {});
  return nodeTest(name, (t) => mustFail(t, rest.at(-1), reason));
}

/** Runs a test, and again where it fails and the engine has failed by a fault of its own: for that reason alone. */
async function withPatience(t, run) {
  for (let left = TRIES - 1; ; left -= 1) {
    const before = engineFaults();
    const [failure, ...others] = await failuresOf(t, run);
    if (!failure) return;
    for (const other of others) t.diagnostic(`and: ${String(other).slice(0, 600)}`);
    if (left === 0 || engineFaults() === before) throw failure;
    t.diagnostic(`tried again, for a fault of the engine's own: ${String(failure).slice(0, 300)}`);
  }
}

/** Runs a test that is said to fail, and holds that it does. */
async function mustFail(t, run, reason) {
  const failures = await failuresOf(t, run);
  assert.notEqual(failures.length, 0, `passes now, though it is an exception: ${reason}`);
  t.diagnostic(`fails still: ${String(failures[0]).slice(0, 300)}`);
}

/** Runs a test once, with what it clears up in the end. */
async function failuresOf(t, run) {
  const last = [];
  const own = { name: t.name, after: (clear) => last.push(clear), diagnostic: t.diagnostic.bind(t) };
  const failures = [];
  await attempt(run, own, failures);
  for (const clear of last) await attempt(clear, own, failures);
  return failures;
}

async function attempt(step, own, failures) {
  try {
    await step(own);
  } catch (error) {
    failures.push(error);
  }
}

after(() => assert.deepEqual(Object.keys(excepted).filter((name) => !met.has(name)), [], "exceptions of tests that are not here"));
