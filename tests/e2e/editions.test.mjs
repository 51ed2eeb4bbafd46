// Which edition judges: that of the academic year of today's date, whatever the order in the file; the switch; what
// the other edition answers otherwise; as of when it all is true.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, siteOn, stored } from "./lib.mjs";

after(closeBrowser);

/** 土木系 of entry year 112: AZA is to be confirmed by the list of 114, done by that of 115. */
const course = (code, name, credits) => ({ code, name, credits, term: "113-1", grade: { score: 80 } });
const MINE = {
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [
    course("1416013", "生態與環保", 2),
    course("3322110", "環境工程概論", 3),
    course("4504602", "冷凍空調節能技術", 3),
    course("4505305", "能源管理技術", 3),
    course("C002022", "製程設備理論及實務", 2),
    course("3903446", "循環經濟之建築設計", 2),
  ],
};

async function open(t, day, route, options = {}) {
  const site = await siteOn(t, new Date(`${day}T10:00:00+08:00`), MINE, options);
  return site.open(route);
}

const switched = (page) => page.getByRole("radio", { checked: true });

for (const [day, id, count] of [
  ["2025-09-20", "114-1", 46],
  ["2026-07-15", "114-1", 46],
  ["2026-11-24", "115-1", 49],
]) {
  test(`on ${day} edition ${id} judges, with ${count} programs`, async (t) => {
    const page = await open(t, day, "#/programs");
    await page.getByText(`${count} 個微學程`, { exact: true }).waitFor();
    // WebKit begins a line of its own after a control that only readers have.
    const named = (await page.locator(".edition-switch label").allInnerTexts()).map((text) => text.trim());
    assert.equal((await page.locator(".edition-switch label:has(:checked)").innerText()).trim(), `${id} 版 · ${count} 個`);
    assert.deepEqual(named, ["115-1 版 · 49 個", "114-1 版 · 46 個"], "the newest first");
    await page.goto(page.url().replace("#/programs", "#/programs/AZA"));
    await page.getByText(`依 ${id} 版規定判斷`).first().waitFor();
    assert.equal(await page.getByText("超過一年，可能已修訂").count(), 0);
  });
}

test("the switch changes the list, its count and the answers, and is remembered", async (t) => {
  const page = await open(t, "2026-11-24", "#/programs");
  await page.getByText("49 個微學程", { exact: true }).waitFor();
  await page.getByLabel("114-1 版 · 46 個").check();
  await page.getByText("46 個微學程", { exact: true }).waitFor();
  assert.equal((await stored(page)).settings.edition ?? (await stored(page)).edition, "114-1");
  await page.reload();
  await page.getByText("46 個微學程", { exact: true }).waitFor();
  assert.equal(await switched(page).count(), 1);
});

test("data older than a year are called old", async (t) => {
  const page = await open(t, "2027-12-01", "#/programs/AZA");
  await page.getByText("超過一年").first().waitFor();
});

for (const [route, id, other] of [
  ["#/programs/AZA", "115-1", "依 114-1 版：證書待確認"],
  ["#/programs/AZA", "114-1", "依 115-1 版：證書學分已修滿"],
  ["#/programs", "115-1", "依 114-1 版：證書待確認"],
]) {
  test(`judged by ${id}, ${route} says what the other edition answers otherwise`, async (t) => {
    const page = await open(t, id === "115-1" ? "2026-11-24" : "2026-07-15", route);
    await page.locator(".otherwise").filter({ hasText: other }).first().waitFor();
  });
}
