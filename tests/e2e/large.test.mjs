// Far more data than anybody has: pages draw a part of it, and answer.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, seed, started, stored } from "./lib.mjs";

after(closeBrowser);

const RECORDS = 10_000;
/** How long a page and a tick may take on a machine that is busy and slow: far less than when each row looked at all others. Milliseconds. */
const PAGE = 8_000;
const TICK = 8_000;

const record = (n) => ({ code: `${5_000_000 + n}`, name: `課程${n}`, credits: 3, term: `${105 + (n % 10)}-${(n % 2) + 1}`, grade: { score: 60 + (n % 40) } });
const DOCUMENT = { profile: { group: "土木系", entry: 112, degree: "bachelor" }, records: Array.from({ length: RECORDS }, (_, n) => record(n)) };

/** Milliseconds until a route has drawn what is waited for, in a page that is open. */
async function arrives(page, route, selector) {
  const begun = Date.now();
  await page.evaluate((to) => (location.hash = to), route);
  await page.locator(selector).first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  return Date.now() - begun;
}

test("ten thousand records: every page answers, and a tick does", async (t) => {
  const site = await openSite(t);
  await seed(site, DOCUMENT);
  const page = await site.open();
  await started(page);
  await page.locator(".glance, .next").first().waitFor();
  const took = {};
  for (const [route, selector] of [["#/courses", ".mine .course"], ["#/credits", ".block-row"], ["#/programs", ".program-card"], ["#/programs/AVM", "h1"], ["#/plan", "h1"], ["#/courses", ".mine .course"]]) {
    took[route] = await arrives(page, route, selector);
    const elements = await page.evaluate(() => document.querySelectorAll("*").length);
    assert.ok(elements < 12_000, `${route}: ${elements} elements`);
    assert.ok(took[route] < PAGE, `${route}: ${took[route]} ms`);
  }
  assert.equal(await page.locator(".mine .course").count(), 200);
  await page.getByRole("button", { name: /^再顯示 200 門（還有 9800 門）$/ }).click();
  await eventually(() => page.locator(".mine .course").count(), 400);

  const begun = Date.now();
  const first = page.locator(".mine .course").first();
  const name = await first.locator(".course-text").innerText();
  await first.getByRole("button").click();
  await eventually(async () => (await page.locator(".mine .course").first().locator(".course-text").innerText()) !== name, true);
  took.tick = Date.now() - begun;
  assert.ok(took.tick < TICK, `a course removed: ${took.tick} ms`);
  t.diagnostic(JSON.stringify(took));
  await eventually(async () => (await stored(page)).records.length, RECORDS - 1);
});
