// The review of an import: it follows every choice, and outlives a change of page or language.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import { closeBrowser, openSite } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const fixture = (name) => readFile(new URL(`../fixtures/transcripts/${name}`, import.meta.url), "utf8");

/** Puts a text into the paste box as a paste does, and waits for the review. */
async function paste(page, text) {
  await page.locator("#paste").fill(text);
  await page.getByRole("button", { name: "讀取" }).click();
  await page.locator(".source").first().waitFor();
}

/** Waits until the first row says its semester. */
const firstRow = (page, term) =>
  page.waitForFunction((term) => document.querySelector(".source .course-about")?.innerText.includes(term), term);

const stored = (page) =>
  page.evaluate(() => {
    const slots = ["kuayu.a", "kuayu.b"].map((key) => JSON.parse(localStorage.getItem(key) ?? "null"));
    const clock = (slot) => Object.values(slot).find((value) => value?.clock !== undefined)?.clock ?? 0;
    return slots.filter(Boolean).sort((a, b) => clock(b) - clock(a))[0] ?? { records: [] };
  });

test("the newest semester, once chosen, gives every row its own", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/import");
  await paste(page, await fixture("portal-pasted.txt"));
  const newest = page.getByLabel("最近的一個學期是？");
  const terms = () => page.locator(".source .course-about").evaluateAll((all) => all.map((one) => one.innerText.match(/1\d\d-[12]/)?.[0]));
  // The page begins with a semester without results; the first table is the one before.
  for (const [top, table] of [["113-2", "113-1"], ["114-1", "113-2"]]) {
    await newest.selectOption(top);
    await firstRow(page, table);
    const shown = await terms();
    assert.ok(shown.every(Boolean), "rows without a semester");
    assert.deepEqual(shown, [...shown].sort().reverse(), "newest first");
  }
});

test("a review outlives another page and another language, and still follows", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/import");
  await paste(page, await fixture("portal-pasted.txt"));
  const row = page.locator(".source .course", { hasText: "機器學習" }).first();
  await row.getByRole("checkbox").uncheck();
  await row.getByRole("combobox").selectOption("planned");
  await page.locator(".menu").getByRole("link", { name: "指南" }).click();
  await page.getByRole("heading", { level: 1, name: "跨域指南" }).waitFor();
  await page.goBack();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByLabel("Which is the newest semester?").selectOption("113-2");
  await firstRow(page, "113-1");
  assert.equal(await row.getByRole("checkbox").isChecked(), false);
  assert.equal(await row.getByRole("combobox").inputValue(), "planned");
  // Read again as a table and as a score page: the choice is a new one, and it follows too.
  await page.getByLabel("Format").selectOption("table");
  await page.getByLabel("Format").selectOption("text");
  await page.locator(".menu").getByRole("link", { name: "Guide" }).click();
  await page.getByRole("heading", { level: 1, name: "Cross-domain guide" }).waitFor();
  await page.goBack();
  await row.getByRole("checkbox").uncheck();
  await row.getByRole("checkbox").check();
  await page.getByLabel("Which is the newest semester?").selectOption("114-1");
  await firstRow(page, "113-2");
  await page.getByRole("button", { name: "Store them" }).click();
  await page.getByText("Stored:").waitFor();
  const { records } = await stored(page);
  assert.ok(records.length > 40, `${records.length} records`);
  assert.ok(records.every((record) => record.term !== undefined && record.term !== null));
});

test("the graduation review: who I am after asking, and the office's unplaced courses beside my own answers", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  await paste(page, await fixture("review.txt"));
  await page.getByText("填好系所與入學年度才比得出來").waitFor();
  // Nothing of the profile is taken over unasked.
  assert.equal((await stored(page)).profile?.group ?? null, null);
  await page.getByRole("button", { name: "用這個填我的資料" }).click();
  await page.getByText("和你的資料相同").waitFor();
  assert.deepEqual([(await stored(page)).profile.group, (await stored(page)).profile.entry], ["電子系", 111]);
  const office = page.locator(".office");
  // Entered in 111: earlier than the curricula that come with the site.
  await office.getByText("沒有你這個入學年度的課程科目表").waitFor();
  // Entered in 112, and with a course that the curriculum of 電子系 has among its required professional ones.
  const own = (await fixture("review.txt")).replace("111\t7", "112\t7").replace("3625010\t數值電磁學", "3603063\t電磁學");
  await page.locator("#paste").fill(own);
  await page.getByRole("button", { name: "讀取" }).click();
  await page.getByRole("button", { name: "用這個填我的資料" }).click();
  await office.getByText("10 門：7 門一致、1 門不同、2 門待確認").waitFor();
  const rows = await office.locator("li").allInnerTexts();
  assert.match(rows[0], /^電磁學 不同[^]*本系專業課程：112 入學課程科目表的 ▲/);
  assert.match(rows.find((row) => row.startsWith("無人機設計與飛航實務")), /一致[^]*跨領域：不在你系 112/);
});
