// Programs side by side: chosen in the list, on a phone as on a screen.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite } from "./lib.mjs";
import { enter } from "./pages.mjs";

after(closeBrowser);

const box = (page, name) => page.getByRole("checkbox", { name: `比較：${name}` });
const ticked = (page) => page.locator(".card-tick input:checked").count();

test("from the list to two and three programs side by side, and back to what was chosen", async (t) => {
  const site = await openSite(t);
  await enter(site.context, "civil");
  const page = await site.open("#/programs");
  await page.locator(".program-card").first().waitFor();
  assert.equal(await page.locator(".card-tick").count(), 0, "no box where nobody compares");
  await page.getByRole("button", { name: "比較" }).click();
  await box(page, "綠建築").check();
  assert.equal(await page.getByRole("link", { name: "並排比較" }).count(), 0, "one is not compared");
  // The fourth cannot be chosen.
  for (const _ of [1, 2]) await page.locator(".card-tick input:not(:checked)").first().check();
  await eventually(() => ticked(page), 3);
  assert.equal(await page.locator(".card-tick input:enabled").count(), 3);
  assert.match(await page.locator(".compare-bar p").innerText(), /3\/3/);
  await page.getByRole("link", { name: "並排比較" }).click();
  await page.getByRole("heading", { level: 1, name: "並排比較" }).waitFor();
  await eventually(() => page.locator(".compare thead th").count(), 3);
  // Each program's name leads to it.
  assert.match(await page.locator(".compare thead a", { hasText: "綠建築" }).getAttribute("href"), /#\/programs\/AVM$/);
  // The way back keeps the choice; the menu's begins a list anew.
  await page.locator(".back").click();
  await eventually(() => ticked(page), 3);
});

test("what differs stands first, what is alike once, and nothing is wider than the phone", async (t) => {
  for (const locale of ["zh-TW", "en-GB"]) {
    const site = await openSite(t, { context: { locale } });
    await enter(site.context, "civil");
    const page = await site.open("#/compare/AVM~AVB~AVX");
    await page.locator(".compare tbody").first().waitFor();
    const part = (all) => all.map((one) => [one.classList.contains("alike"), one.rows[1].cells.length]);
    const parts = await page.locator(".compare tbody").evaluateAll(part);
    const differing = parts.filter(([alike]) => !alike);
    assert.ok(differing.length >= 3, JSON.stringify(parts));
    assert.deepEqual(parts, [...differing, ...parts.filter(([alike]) => alike)], "in this order");
    assert.deepEqual(differing.map(([, cells]) => cells), differing.map(() => 3));
    for (const [alike, cells] of parts) if (alike) assert.equal(cells, 1);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), locale);
  }
});

test("an address with fewer than two known programs says what to do", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/compare/AVM~NOSUCH");
  await page.getByText("先從清單勾選兩到三個微學程").waitFor();
  await page.getByRole("link", { name: "微學程", exact: true }).first().click();
  await page.locator(".program-card").first().waitFor();
});
