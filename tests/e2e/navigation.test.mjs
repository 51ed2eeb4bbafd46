// Moving about: where a page begins, where Back returns to, what a search without a result says.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite, started } from "./lib.mjs";
import { enter, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const scrolled = (page) => page.evaluate(() => Math.round(scrollY));
const scrollTo = async (page, y) => {
  await page.evaluate((to) => window.scrollTo(0, to), y);
  await page.waitForFunction((to) => Math.abs(scrollY - to) < 2, y);
  // The position is noted with the frame that shows it.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
};

test("a page begins at its top; Back and Forward return to the place left", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil");
  const page = await site.open("#/programs");
  await page.locator(".program-card").nth(20).waitFor();
  await scrollTo(page, 1500);
  const card = page.locator(".program-card a").nth(8);
  const name = await card.innerText();
  // Somebody's own step: WebKit goes back past others.
  await card.evaluate((link) => link.focus({ preventScroll: true }));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.waitForFunction(() => scrollY === 0);
  await scrollTo(page, 300);
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
  await page.waitForFunction(() => Math.abs(scrollY - 1500) < 2);
  await page.goForward();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.waitForFunction(() => Math.abs(scrollY - 300) < 2);
});

test("a filter changed keeps the place and makes no step in the history", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/programs");
  await page.locator(".program-card").nth(20).waitFor();
  const steps = await page.evaluate(() => history.length);
  await page.getByRole("searchbox").fill("設計");
  await page.waitForFunction(() => location.hash.includes("?"));
  assert.equal(await page.evaluate(() => history.length), steps);
  // Away and back: the query is still there.
  await page.locator(".menu").getByRole("link", { name: "指南" }).click();
  await page.getByRole("heading", { level: 1, name: "跨域指南" }).waitFor();
  assert.equal(await scrolled(page), 0);
  await page.goBack();
  await page.getByRole("searchbox").waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "設計");
});

test("a search that finds nothing says so and leads out", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/programs");
  await page.locator(".program-card").first().waitFor();
  await page.getByRole("searchbox").fill("zzqqxx");
  await page.getByRole("heading", { name: "沒有符合的微學程" }).waitFor();
  assert.equal(await page.locator(".program-card").count(), 0);
  await page.getByRole("button", { name: "清除條件" }).click();
  await page.locator(".program-card").nth(45).waitFor();
  assert.equal(await page.getByRole("searchbox").inputValue(), "");
});

test("a search of the address that finds nothing says so from the start", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/programs?q=zzqqxx");
  await page.getByRole("heading", { name: "沒有符合的微學程" }).waitFor();
  await page.getByRole("searchbox").fill("綠建");
  await page.locator(".program-card").first().waitFor();
  await page.reload();
  await started(page);
  assert.equal(await page.getByRole("searchbox").inputValue(), "綠建");
});

test("each figure at home leads to just the programs that it counts", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil");
  for (const name of ["學分修滿", "差一兩門", "待確認"]) {
    const page = await site.open();
    const figure = page.locator(".figure", { hasText: name });
    await figure.locator("b", { hasText: /^\d+$/ }).waitFor();
    const count = Number(await figure.locator("b").innerText());
    await figure.click();
    await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
    await page.getByText(new RegExp(`^${count} 個`)).first().waitFor();
    assert.equal(await page.locator(".program-card").count(), count, name);
    await page.close();
  }
});
