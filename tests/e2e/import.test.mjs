// The review of an import: it follows every choice, and outlives a change of page or language.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, stored } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const fixture = (name) => readFile(new URL(`../fixtures/transcripts/${name}`, import.meta.url), "utf8");

/** Puts a text into the paste box as a paste does, and waits for the review. */
async function paste(page, text) {
  await page.locator("#paste").fill(text);
  await page.getByRole("button", { name: "讀取" }).click();
  await page.locator(".source").first().waitFor();
}

/** Waits until the first row of which nothing is doubtful says its semester. */
const firstRow = (page, term) =>
  page.waitForFunction((term) => document.querySelector(".source [data-group=term] .course-about")?.innerText.includes(term), term);

test("the newest semester, once chosen, gives every row its own", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/import");
  await paste(page, await fixture("portal-pasted.txt"));
  const newest = page.getByLabel("最近的一個學期是？");
  const terms = () => page.locator(".source [data-group=term] .course-about").evaluateAll((all) => all.map((one) => one.innerText.match(/1\d\d-[12]/)?.[0]));
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

const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** Notes the longest time for which the page could not answer. Runs in the page. */
function watchFreezes() {
  window.longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration)))).observe({ type: "longtask" });
}

test("10,000 rows are read, drawn in part, and all stored", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  const rows = Array.from({ length: 10_000 }, (_, at) => `${1_000_000 + at},自訂課程${at},2,${60 + (at % 40)},11${at % 4}-1`);
  await page.evaluate(watchFreezes);
  await page.locator('input[type="file"]').setInputFiles(csv("many.csv", `課程編碼,課程名稱,學分,成績,學期\n${rows.join("\n")}\n`));
  await page.getByText("新增 10000 門、更新 0 門、已有 0 門").waitFor();
  assert.equal(await page.locator(".source .course").count(), 200);
  await page.getByText("還有 9800 列沒有畫出來").waitFor();
  t.diagnostic(`longest task ${await page.evaluate(() => Math.round(window.longest))} ms`);
});

test("20 MB are refused at once, without freezing the page", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  // A file on the disk: what a test hands over in memory is decoded in the page, and that alone takes seconds.
  const folder = await mkdtemp(join(tmpdir(), "kuayu-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, "large.csv"), "1,2,3\n".repeat(3_500_000));
  await page.evaluate(watchFreezes);
  await page.locator('input[type="file"]').setInputFiles(join(folder, "large.csv"));
  await page.locator(".notice-bad", { hasText: "太大" }).waitFor();
  const longest = await page.evaluate(() => window.longest);
  t.diagnostic(`longest task ${Math.round(longest)} ms`);
  assert.ok(longest < 1000, `${longest} ms`);
});

test("a row whose code is another course's, and a course passed twice, are remarked on", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  await page.getByText("貼在這裡").waitFor();
  await paste(page, "課程編碼,課程名稱,學分,學期,成績\n3401007,綠建築概論,2,112-1,80\n3402006,結構學(一),3,112-1,70\n3402006,結構學(一),3,112-2,75\n");
  const row = (name) => page.locator(".source li.course", { hasText: name });
  await row("綠建築概論").getByText("這個課程編碼是「測量學(一)」的").waitFor();
  await page.locator(".source").getByText("同一門課通過了兩次").waitFor();
  await eventually(() => page.locator(".source .course-note").count(), 2);
});
