// Lighthouse, mobile, on the home page of the built site: `cargo xtask lighthouse`. Fails under the scores of the budget.
// Not part of the tests: its scores for speed hang on what else the machine is doing. So the median of several runs is
// judged, and all are shown.
import { mkdir, writeFile } from "node:fs/promises";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { startServer } from "../../tests/e2e/server.mjs";

/** Category to the least score in percent. */
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const RUNS = 5;
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const server = await startServer({ encoding: "gzip" });
const reports = new Map();
for (let run = 0; run < RUNS; run++) {
  // A browser of its own each time: nothing is left of the run before.
  const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS });
  try {
    const { lhr, report } = await lighthouse(server.url, { port: chrome.port, output: "html", onlyCategories: Object.keys(LEAST) });
    reports.set(lhr, report);
    console.log(`run ${run + 1}: performance ${Math.round(lhr.categories.performance.score * 100)}, ${told(lhr).join(", ")}`);
  } finally {
    await chrome.kill();
  }
}
await server.close();

const speed = ({ categories }) => categories.performance.score;
const median = [...reports.keys()].sort((a, b) => speed(a) - speed(b))[(RUNS - 1) / 2];
const folder = new URL("../../target/lighthouse/", import.meta.url);
await mkdir(folder, { recursive: true });
await writeFile(new URL("report.html", folder), reports.get(median));
console.log(`\nthe median run: ${told(median).join(", ")}`);
for (const [name, least] of Object.entries(LEAST)) {
  // Only speed hangs on the machine: of the others the worst run counts.
  const runs = name === "performance" ? [median] : [...reports.keys()];
  const score = Math.min(...runs.map(({ categories }) => Math.round(categories[name].score * 100)));
  if (score < least) process.exitCode = 1;
  console.log(`${name.padEnd(26)} ${score} (at least ${least})`);
}
const { categories, audits } = median;
const failed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs).filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9);
for (const { id } of failed) console.log(`  ${id}: ${audits[id].title}`);
console.log(`report: ${new URL("report.html", folder).pathname}`);

/** The figures that a score for speed is made of. */
function told({ audits }) {
  const names = { FCP: "first-contentful-paint", LCP: "largest-contentful-paint", TBT: "total-blocking-time", CLS: "cumulative-layout-shift" };
  return Object.entries(names).map(([short, name]) => `${short} ${audits[name].displayValue}`);
}
