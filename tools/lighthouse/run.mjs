// Lighthouse, mobile, on the home page of the built site: `cargo xtask lighthouse`. Fails under the scores of the budget.
// Not part of the tests: its scores for speed hang on what else the machine is doing.
import { mkdir, writeFile } from "node:fs/promises";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { startServer } from "../../tests/e2e/server.mjs";

/** Category to the least score in percent. */
const LEAST = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const server = await startServer({ encoding: "gzip" });
const chrome = await launch({ chromePath: process.env.CHROMIUM, chromeFlags: FLAGS });
try {
  const result = await lighthouse(server.url, { port: chrome.port, output: "html", onlyCategories: Object.keys(LEAST) });
  const folder = new URL("../../target/lighthouse/", import.meta.url);
  await mkdir(folder, { recursive: true });
  await writeFile(new URL("report.html", folder), result.report);
  const { categories, audits } = result.lhr;
  for (const [name, least] of Object.entries(LEAST)) {
    const score = Math.round(categories[name].score * 100);
    if (score < least) process.exitCode = 1;
    console.log(`${name.padEnd(26)} ${score} (at least ${least})`);
  }
  for (const name of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"]) {
    console.log(`${name.padEnd(26)} ${audits[name].displayValue}`);
  }
  const failed = Object.values(categories).flatMap(({ auditRefs }) => auditRefs).filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 0.9);
  for (const { id } of failed) console.log(`  ${id}: ${audits[id].title}`);
  console.log(`report: ${new URL("report.html", folder).pathname}`);
} finally {
  await chrome.kill();
  await server.close();
}
