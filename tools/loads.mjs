// Whether the app starts, load after load: `cargo xtask loads [--engine webkit|chromium] [--times N]`. Each load comes from
// an empty page, in one tab, with two records stored. A stop that the page answered by starting again is counted and
// told, and is no failure; a load that ends without the app, or stored data that is not whole afterwards, is.
import { isDeepStrictEqual, parseArgs } from "node:util";
import { browser, closeBrowser, startServer, stored, PHONE } from "../tests/e2e/lib.mjs";
import { SLOTS, write } from "../tests/e2e/stored.mjs";
import { hasWebKit, openWebKit, until } from "../tests/e2e/webkit.mjs";

const ENGINES = { webkit: openWebKit, chromium: openChromium };
const ROUTES = ["#/courses", "#/programs/AVM", ""];
/** The longest that a load may take. Milliseconds. */
const PATIENCE = 30_000;
const DOCUMENT = {
  version: 2,
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [
    { code: "3401007", name: "測量學(一)", credits: 2, grade: { score: 81 } },
    { code: "3901416", name: "綠建築概論", credits: 2, grade: { score: 90 } },
  ],
  decisions: [],
  plans: [],
  settings: {},
};

const { values } = parseArgs({ options: { engine: { type: "string" }, times: { type: "string", default: "200" } } });
const times = Number(values.times);
if (!(times > 0) || (values.engine && !ENGINES[values.engine])) throw new Error("loads [--engine webkit|chromium] [--times N]");

for (const engine of values.engine ? [values.engine] : Object.keys(ENGINES)) {
  if (engine === "webkit" && !hasWebKit()) {
    if (values.engine) throw new Error("WebKit is not installed");
    console.log("webkit: not installed here, left out");
    continue;
  }
  if (!(await loads(engine))) process.exitCode = 1;
}

/** Loads and reports; true when every load ended well. */
async function loads(engine) {
  const server = await startServer();
  const page = await ENGINES[engine]();
  await page.goto(`${server.url}manifest.webmanifest`);
  await write(page, { [SLOTS[0]]: JSON.stringify(DOCUMENT) });
  const took = [];
  const stops = [];
  const failures = [];
  for (let load = 1; load <= times; load += 1) {
    const began = Date.now();
    await page.goto("about:blank");
    await page.goto(server.url + ROUTES[load % ROUTES.length]);
    const end = await outcome(page);
    took.push(Date.now() - began);
    for (const stop of end.stops) note(stops, `stopped, load ${load}: ${stop}`);
    if (!end.stands) note(failures, `FAILED, load ${load}: ${end.problem}`);
    if (!(await whole(page))) note(failures, `FAILED, load ${load}: what was stored is not whole`);
    if (load % 100 === 0) console.log(`${engine}: ${load} loads, ${stops.length} stops, ${failures.length} failures`);
  }
  await page.close();
  await server.close();
  took.sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
  console.log(`${page.version}: ${times} loads, ${stops.length} stops, ${failures.length} failures; median ${at(0.5)} ms, 95 of 100 within ${at(0.95)} ms, longest ${at(1)} ms`);
  return failures.length === 0;
}

/** Told at once: a long run may be ended before its end. */
function note(list, line) {
  list.push(line);
  console.log(line);
}

/** Waits until the page stands or says that it does not, through its starting again. */
async function outcome(page) {
  const stops = [];
  const look = async () => {
    const seen = await page.evaluate(state);
    if (seen.stop) stops.push(seen.stop);
    if (!seen.stands && !seen.problem) throw new Error(`nothing after ${PATIENCE / 1000} s`);
    return seen;
  };
  const end = await until(look, PATIENCE).catch((error) => ({ problem: String(error) }));
  if (end.problem) stops.push(end.problem);
  return { ...end, stops };
}

/** Runs in the page: whether it stands, what it says otherwise, and a stop before this start, which is told once. */
function state() {
  const dialog = document.getElementById("boot-problem");
  const problem = dialog?.open ? document.getElementById("boot-details").textContent : undefined;
  const stands = !document.getElementById("shell") && document.querySelector("main h1") && !document.querySelector("main .skeleton");
  const noted = stands && sessionStorage.getItem("kuayu.restarted");
  if (noted) sessionStorage.removeItem("kuayu.restarted");
  return { stands: Boolean(stands) && !problem, problem, stop: noted && JSON.parse(noted).details };
}

async function whole(page) {
  const { profile, records } = await stored(page);
  return isDeepStrictEqual({ profile, records }, { profile: DOCUMENT.profile, records: DOCUMENT.records });
}

async function openChromium() {
  const chromium = await browser();
  const context = await chromium.newContext({ viewport: PHONE, locale: "zh-TW" });
  const page = await context.newPage();
  return {
    version: `Chromium ${chromium.version()}`,
    goto: (url) => page.goto(url, { waitUntil: "commit" }),
    evaluate: (task, argument) => page.evaluate(task, argument),
    close: closeBrowser,
  };
}
