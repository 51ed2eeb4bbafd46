// How fast the app feels on a slow phone: `cargo xtask speed`. Chromium with a processor four times slower and a slow 4G
// network (1.6 Mbit/s down, 0.75 up, 150 ms), answers compressed with gzip, nothing cached, no service worker. Prints
// the median of some runs, in milliseconds.
import { browser, closeBrowser, startServer, PHONE } from "../tests/e2e/lib.mjs";
import { PAGES, enter, withoutServiceWorker } from "../tests/e2e/pages.mjs";

const RUNS = 5;
const SLOWDOWN = 4;
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (0.75e6 / 8) * 0.9 };
const PROGRAM = PAGES.find(({ name }) => name === "program").route;

const rows = {};
const note = (name, value) => value !== undefined && (rows[name] ??= []).push(value);
const server = await startServer({ encoding: "gzip" });
for (let run = 0; run < RUNS; run += 1) {
  const newcomer = await phone("nobody");
  await newcomer.page.waitForFunction(() => window.speed.questions, null, { timeout: 120_000 });
  const first = await newcomer.page.evaluate(() => window.speed);
  note("a first visit: first paint", first.paint);
  note("a first visit: the first questions can be answered", first.questions);
  note("a first visit: main thread blocked", first.blocked);
  await newcomer.context.close();

  const { context, page, cdp } = await phone("civil");
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
await closeBrowser();
await server.close();

console.log(`median of ${RUNS} runs, processor ${SLOWDOWN} times slower, slow 4G\n`);
for (const [name, values] of Object.entries(rows)) {
  const sorted = values.sort((a, b) => a - b);
  console.log(`${name.padEnd(50)} ${sorted[Math.floor(sorted.length / 2)].toFixed(0).padStart(6)}`);
}

/** A slow phone on which this student opens the site. */
async function phone(student) {
  const context = await (await browser()).newContext({ viewport: PHONE, locale: "zh-TW" });
  await withoutServiceWorker(context);
  await enter(context, student);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_4G);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await page.addInitScript(watchStart);
  await page.goto(server.url, { waitUntil: "commit" });
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
  do await new Promise(requestAnimationFrame);
  while (document.querySelector("main h1") === before);
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
