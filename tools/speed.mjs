// How fast the app feels on a slow phone: `cargo xtask speed`. Chromium with a processor four times slower and a slow 4G
// network (1.6 Mbit/s down, 0.75 up, 150 ms), nothing cached, no service worker, from a host that packs its answers with
// gzip, and from one that packs nothing. Prints the median of some runs, in milliseconds; `--write` keeps the table.
import { writeFile } from "node:fs/promises";
import { browser, closeBrowser, startServer, PHONE } from "../tests/e2e/lib.mjs";
import { PAGES, enter, withoutServiceWorker } from "../tests/e2e/pages.mjs";

const RUNS = 5;
const SLOWDOWN = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (0.75e6 / 8) * 0.9 };
/** How hosts pack their answers. */
const HOSTS = { gzip: { encoding: "gzip" }, nothing: {} };
const PROGRAM = PAGES.find(({ name }) => name === "program").route;

/** What was measured, by what it is and by the host. */
const rows = {};
for (const [host, options] of Object.entries(HOSTS)) {
  const server = await startServer(options);
  for (let at = 0; at < RUNS; at += 1) await run(server.url, (name, value) => value !== undefined && ((rows[name] ??= {})[host] ??= []).push(value));
  await server.close();
}
await closeBrowser();

const lines = [
  "# How fast it feels",
  "",
  "Written by `cargo xtask speed --write`; compare figures of one day and machine only. Chromium on a phone's screen, a",
  `processor ${SLOWDOWN} times slower, slow 4G, nothing cached; the median of ${RUNS} runs in milliseconds, by what the host packs`,
  "its answers with.",
  "",
  `| what | ${Object.keys(HOSTS).join(" | ")} |`,
  `|---|${Object.keys(HOSTS).map(() => "---|").join("")}`,
  ...Object.entries(rows).map(([name, values]) => `| ${name} | ${Object.keys(HOSTS).map((host) => median(values[host])).join(" | ")} |`),
];
const table = lines.join("\n") + "\n";
console.log(table);
if (process.argv.includes("--write")) await writeFile(new URL("../docs/speed.md", import.meta.url), table);

/** A newcomer's visit, then that of a student with courses, each on a phone of their own. */
async function run(url, note) {
  const newcomer = await phone(url, "nobody");
  await newcomer.page.waitForFunction(() => window.speed.questions, null, { timeout: 120_000 });
  const first = await newcomer.page.evaluate(() => window.speed);
  note("a first visit: first paint", first.paint);
  note("a first visit: the first questions can be answered", first.questions);
  note("a first visit: main thread blocked", first.blocked);
  await newcomer.context.close();

  const { context, page, cdp } = await phone(url, "civil");
  await page.waitForFunction(() => window.speed.answers, null, { timeout: 120_000 });
  const start = await page.evaluate(() => window.speed);
  note("first paint (the static shell)", start.paint);
  note("the answers of the home page are there", start.answers);
  note("... of it all 46 programs audited", await page.evaluate(audited) / 10);
  note("main thread blocked from first paint on (TBT)", start.blocked);
  note("layout shift (CLS) x 1000", start.shift * 1000);
  // From here on the processor counts, not the network.
  await cdp.send("Network.emulateNetworkConditions", { ...SLOW_4G, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  note("list of all programs opens", await page.evaluate(goTo, "#/programs"));
  note("program page opens", await page.evaluate(goTo, PROGRAM));
  note("first tick of a course to its answer", await page.evaluate(tick));
  note("... of it the programs that it touches audited, x 10", await page.evaluate(audited));
  await page.waitForTimeout(500);
  note("second tick", await page.evaluate(tick));
  await context.close();
}

function median(values = []) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length ? sorted[Math.floor(sorted.length / 2)].toFixed(0) : "";
}

/** A slow phone on which this student opens the site. */
async function phone(url, student) {
  const context = await (await browser()).newContext({ viewport: PHONE, locale: "zh-TW" });
  await withoutServiceWorker(context);
  await enter(context, student);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await page.addInitScript(watchStart);
  await page.goto(url, { waitUntil: "commit" });
  return { context, page, cdp };
}

/** Runs in the page before anything else: notes when what a person waits for is there. */
function watchStart() {
  const speed = (window.speed = { paint: 0, questions: 0, answers: 0, blocked: 0, shift: 0 });
  const observe = (type, see) => new PerformanceObserver((list) => list.getEntries().forEach(see)).observe({ type, buffered: true });
  observe("paint", (entry) => { if (entry.name === "first-contentful-paint") speed.paint = entry.startTime; });
  observe("longtask", (entry) => { speed.blocked += Math.max(0, entry.duration - 50); });
  observe("layout-shift", (entry) => { if (!entry.hadRecentInput) speed.shift += entry.value; });
  const look = () => {
    const shell = document.getElementById("shell");
    const app = document.body && !shell && document.querySelector("main h1");
    if (app && document.querySelector("main select optgroup")) speed.questions ||= performance.now();
    if (app && !document.querySelector(".skeleton") && document.querySelector("main a[href*='#/programs/']")) speed.answers ||= performance.now();
    if (!speed.answers) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** From the change of the address to the frame that shows the page. */
async function goTo(hash) {
  const before = document.querySelector("main h1");
  const began = performance.now();
  location.hash = hash;
  let now;
  do {
    await new Promise(requestAnimationFrame);
    now = document.querySelector("main h1");
  } while (!now || now === before);
  return performance.now() - began;
}

/** How long the engine took the last time, in tenths of a millisecond. */
function audited() {
  return performance.getEntriesByName("kuayu audit", "measure").at(-1).duration * 10;
}

/** From the click on the first course of the page that can be ticked to the frame after it; nothing if there is none. */
async function tick() {
  const box = document.querySelector("main input[type=checkbox], main [role=checkbox], main .course-list button");
  if (!box) return undefined;
  const began = performance.now();
  box.click();
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - began;
}
