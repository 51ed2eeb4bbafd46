// Pages pasted as a browser copies them: what the clipboard's page says beside its plain text; and what a person says of
// a table's columns.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite, seed, stored } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const fixture = (name) => readFile(new URL(`../fixtures/transcripts/${name}`, import.meta.url), "utf8");

/** Copies all of a page in one tab and pastes it in another, by the browser's own clipboard. */
async function copyAndPaste(site, page, html) {
  const source = await site.context.newPage();
  // Links are copied as what they lead to, so the page has an address.
  const address = new URL("/portal", page.url()).href;
  await source.route(address, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
  await source.goto(address);
  await source.bringToFront();
  await source.keyboard.press("Control+A");
  await source.keyboard.press("Control+C");
  await source.close();
  await page.bringToFront();
  await page.locator("#paste").focus();
  await page.keyboard.press("Control+V");
  await page.locator(".source").first().waitFor();
}

const codes = (page) => page.locator(".source li.course .course-about").evaluateAll((all) => all.map((one) => one.innerText.match(/[0-9A-Z]{7}/)?.[0]));

test("a timetable, copied and pasted, keeps the codes of its links", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  await page.getByText("貼在這裡").waitFor();
  await copyAndPaste(site, page, await fixture("timetable.html"));
  assert.deepEqual(await codes(page), ["9900205", "99E0207", "9900209"]);
  assert.deepEqual(
    await page.locator(".source li.course select").evaluateAll((all) => all.map((one) => one.value)),
    ["in_progress", "in_progress", "not_passed"],
  );
  await page.locator(".source").getByText("115-1").first().waitFor();
});

test("a graduation review, copied and pasted, has all rows of its merged cells", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  await page.getByText("貼在這裡").waitFor();
  await copyAndPaste(site, page, await fixture("review-spans.html"));
  assert.deepEqual(await codes(page), ["99E0304", "9900301", "9900302", "9900303"]);
});

test("a person says which column holds the grades", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  await page.locator("#paste").fill("課程編碼,課名,我的努力\n9901001,甲,75\n");
  await page.getByRole("button", { name: "讀取" }).click();
  await page.locator(".source").getByText("看不懂這個欄名").waitFor();
  await page.getByLabel("「我的努力」這一欄是").selectOption({ label: "成績" });
  await page.locator(".source li.course b", { hasText: "75" }).waitFor();
  assert.equal(await page.locator(".source").getByText("看不懂這個欄名").count(), 0);
});

test("credits that contradict the course data can be chosen", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  await page.getByText("貼在這裡").waitFor();
  await page.locator("#paste").fill("課程編碼,課名,學分,成績\n1401041,物理,4,75\n");
  await page.getByRole("button", { name: "讀取" }).click();
  await page.getByLabel("學分以哪個為準？").selectOption({ label: "3（課程資料）" });
  await page.getByRole("button", { name: "存起來" }).click();
  await page.getByText("已存好").waitFor();
  assert.deepEqual((await stored(page)).records.map(({ credits }) => credits), [3]);
});

test("what is doubtful stands on top, the rest by semester; a whole semester is left out by one tick", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/import");
  const rows = ["9901001,甲課,3,80,112-1", "9901002,乙課,3,81,113-2", "9901003,丙課,30,82,113-2", "9901004,丁課,2,83,", "9901005,戊課,2,84,112-1"];
  await page.locator("#paste").fill(`課程編碼,課程名稱,學分,成績,學期\n${rows.join("\n")}`);
  await page.getByRole("button", { name: "讀取" }).click();
  await page.getByText("新增 5 門").waitFor();
  const order = () => page.locator(".source .row-group, .source .course-name").evaluateAll((all) => all.map((one) => one.innerText.split("\n")[0].trim()));
  const shown = (await order()).map((text) => text.replace(/\s.*$/, ""));
  assert.deepEqual(shown, ["請先看這幾列", "丙課", "113-2", "乙課", "112-1", "甲課", "戊課", "沒有學期", "丁課"]);
  await page.getByLabel("存入全部：112-1").uncheck();
  await page.getByText("新增 3 門").waitFor();
  assert.equal(await page.locator(".source .course.left-out").count(), 2);
  await page.locator(".source .course", { hasText: "戊課" }).getByRole("checkbox").check();
  await page.getByText("新增 4 門").waitFor();
  assert.equal(await page.getByLabel("存入全部：112-1").isChecked(), false);
  await page.getByLabel("存入全部：112-1").check();
  await page.getByText("新增 5 門").waitFor();
});

test("another department is told, and no longer once the profile is set right", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  await seed(site, { version: 3, profile: { group: "土木系", entry: 112 } });
  const page = await site.open("#/import");
  await page.locator('input[type="file"]').setInputFiles({ name: "選課表.html", mimeType: "text/html", buffer: Buffer.from(await fixture("timetable.html")) });
  const notice = page.locator(".source .issues").getByText("系所和你的資料不同");
  await notice.waitFor();
  await page.getByRole("button", { name: "用這個填我的資料" }).click();
  await notice.waitFor({ state: "detached" });
});
