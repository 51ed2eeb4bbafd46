// How long the office's page takes over many invented students: `cargo xtask measure-office [--students N]`. Prints seconds
// from the click to the last student, the memory of all of the browser's processes together at its highest, the page's
// longest task, and whether the table is the command line's to the byte.
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { browser, closeBrowser, startServer } from "../tests/e2e/lib.mjs";

const GOAL = { seconds: 30, megabytes: 400, task: 50, students: 10_000 };
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("the folder with roster.csv and transcripts");

const server = await startServer();
const page = await (await (await browser()).newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-TW" })).newPage();
await page.goto(`${server.url}#/office`);
await page.locator("#roster").waitFor({ state: "attached" });
const before = megabytes();
await page.locator("#folder").setInputFiles(path.join(folder, "transcripts"));
await page.locator("#roster").setInputFiles(path.join(folder, "roster.csv"));
await page.locator("#judge").waitFor();
await page.evaluate(() => {
  window.longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration)))).observe({ type: "longtask" });
});
let most = 0;
const watch = setInterval(() => (most = Math.max(most, megabytes())), 2000);
const begun = Date.now();
await page.locator("#judge").click();
await page.locator("#summary").waitFor({ timeout: 1_200_000 });
const seconds = (Date.now() - begun) / 1000;
clearInterval(watch);
const longest = await page.evaluate(() => window.longest);
const students = readdirSync(path.join(folder, "transcripts")).length;
console.log(await page.locator("#summary").innerText());
const share = students / GOAL.students;
console.log(`${students} students: ${seconds.toFixed(1)} s (goal ${(GOAL.seconds * share).toFixed(1)}), ${Math.round(most - before)} MB more than before (goal ${GOAL.megabytes}), longest task of the page ${Math.round(longest)} ms (goal ${GOAL.task})`);
const [download] = await Promise.all([page.waitForEvent("download", { timeout: 300_000 }), page.locator("#save-answers").click()]);
const mine = await digest(await download.path());
const theirs = path.join(folder, "results.csv");
console.log(existsSync(theirs) ? (mine === (await digest(theirs)) ? "the same bytes as the command line's" : "NOT the command line's bytes") : "no results.csv to compare with");
await closeBrowser();
await server.close();

async function digest(file) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

/** What the browser's processes have in memory of their own, together. Linux only. */
function megabytes() {
  let sum = 0;
  for (const id of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!/chrom/.test(readFileSync(`/proc/${id}/comm`, "utf8"))) continue;
      const told = readFileSync(`/proc/${id}/smaps_rollup`, "utf8");
      sum += Number(/^Pss:\s+(\d+)/m.exec(told)?.[1] ?? 0) / 1024;
    } catch {
      // It has just ended.
    }
  }
  return sum;
}
