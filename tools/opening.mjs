// How long a workbook and a PDF of a whole study take to be read: `cargo xtask opening`. Chromium with a processor four
// times slower, which it does for a page's own thread and not for workers: so the readers are run in that thread, too,
// as their worker runs them (module fetched, compiled, called), and the page is timed from the file chosen to the rows
// drawn, less the worker's own time. What a slow phone takes is the two together. Prints the median of some runs in
// milliseconds, nothing cached but the page itself.
import { browser, closeBrowser, startServer, PHONE } from "../tests/e2e/lib.mjs";
import { withoutServiceWorker } from "../tests/e2e/pages.mjs";
import { printed, workbook } from "../tests/e2e/invented.mjs";

const RUNS = 5;
const SLOWDOWN = 4;
const ROWS = 150;
const GOAL = 1000;

const server = await startServer({ encoding: "gzip" });
const files = {
  pdf: { name: "scores.pdf", mimeType: "application/pdf", buffer: await printed(ROWS) },
  xlsx: { name: "scores.xlsx", mimeType: "application/octet-stream", buffer: workbook(ROWS) },
};
let missed = false;
console.log(`${ROWS} rows, processor ${SLOWDOWN} times slower; median of ${RUNS} runs, milliseconds\n`);
for (const [kind, file] of Object.entries(files)) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(file));
  const median = (key) => runs.map((run) => run[key]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  const [readers, first, drawn] = ["readers", "first", "drawn"].map(median);
  missed ||= readers + first > GOAL;
  const told = (page) => `${Math.round(page)} in the page, together ${Math.round(readers + page)}`;
  console.log(`${kind} (${file.buffer.length} bytes): readers ${Math.round(readers)}; first rows: ${told(first)}; all rows: ${told(drawn)}`);
}
await closeBrowser();
await server.close();
if (missed) {
  console.error(`more than ${GOAL} ms`);
  process.exitCode = 1;
}

async function measure(file) {
  const context = await (await browser()).newContext({ viewport: PHONE, locale: "zh-TW" });
  await withoutServiceWorker(context);
  const page = await context.newPage();
  await page.addInitScript(watchWorkers);
  await page.goto(`${server.url}#/import`);
  await page.locator("#paste").waitFor();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  await page.evaluate(watchRows, ROWS);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.waitForFunction(() => window.opening.drawn);
  const { worker, first, drawn, module } = await page.evaluate(() => ({ ...window.opening, module: performance.getEntriesByType("resource").map(({ name }) => name).find((name) => name.includes("kuayu-readers") && name.endsWith(".js")) }));
  const readers = await page.evaluate(readHere, { script: module, bytes: [...file.buffer] });
  await context.close();
  return { readers, first: first - worker, drawn: drawn - worker };
}

/** Runs in the page first: notes how long workers take to answer. */
function watchWorkers() {
  window.opening = { worker: 0, first: 0, drawn: 0 };
  const Plain = window.Worker;
  window.Worker = class extends Plain {
    constructor(...args) {
      super(...args);
      const start = performance.now();
      this.addEventListener("message", () => (window.opening.worker = performance.now() - start));
    }
  };
}

/** Notes when the first rows are drawn after a file was chosen, and when so many are. */
function watchRows(rows) {
  document.querySelector('input[type="file"]').addEventListener("change", () => {
    const start = performance.now();
    const look = () => {
      const drawn = document.querySelectorAll(".source li.course").length;
      if (drawn) window.opening.first ||= performance.now() - start;
      if (drawn >= rows) window.opening.drawn = performance.now() - start;
      else requestAnimationFrame(look);
    };
    look();
  }, { capture: true });
}

/** The readers in the page's own thread; milliseconds from the module's fetch to the answer. */
async function readHere({ script, bytes }) {
  const name = (await (await fetch(script)).text()).match(/[\w-]+\.wasm/)[0];
  const file = new Uint8Array(bytes);
  const start = performance.now();
  const answer = await fetch(new URL(name, script));
  const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer());
  const { memory, room, look, said } = instance.exports;
  const place = room(file.length) >>> 0;
  new Uint8Array(memory.buffer, place, file.length).set(file);
  const length = look() >>> 0;
  new TextDecoder().decode(new Uint8Array(memory.buffer, said() >>> 0, length));
  return performance.now() - start;
}
