// Where the focus goes when what had it is gone: on to what follows from the step, never nowhere.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, siteOn, stored } from "./lib.mjs";
import { enter, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const DAY = new Date("2025-11-24T10:00:00+08:00");
const MINE = {
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [{ code: "3901416", name: "綠建築概論", credits: 2, term: "113-2", grade: { score: 90 } }],
  plans: [{ id: 5, name: "", targets: [], courses: [{ code: "3903446", name: "循環經濟之建築設計", credits: 2, term: "114-2" }] }],
  active_plan: 5,
};

/** Waits until what has the focus has that name or id. */
const focus = (page, id) => page.waitForFunction((id) => document.activeElement.id === id, id);

test("another page: its heading has the focus, and the tab its name", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil");
  const page = await site.open("#/programs/AVM");
  await page.locator(".answer").first().waitFor();
  assert.equal(await page.title(), "綠建築微學程 · 跨域");
  for (const [entry, title] of [["修課", "我的修課紀錄"], ["微學程", "微學程"], ["規劃", "修課規劃"], ["指南", "跨域指南"], ["首頁", "我的進度"]]) {
    await page.locator(".menu").getByRole("link", { name: entry, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    await focus(page, "page-title");
    assert.equal(await page.title(), `${title} · 跨域`);
  }
});

test("the questions at the beginning: answered, and asked again", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open();
  await page.getByRole("button", { name: "先逛逛" }).press("Enter");
  await focus(page, "who");
  await page.getByRole("button", { name: "現在填" }).press("Enter");
  await focus(page, "who-asked");
});

test("the language: the same button, or the language chosen", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/settings");
  await page.getByRole("button", { name: "English" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await focus(page, "language");
  await page.getByRole("radio", { name: "中文" }).press("Space");
  await page.getByRole("heading", { level: 1, name: "設定" }).waitFor();
  await focus(page, "language-zh-Hant-TW");
});

test("a plan: arrow keys choose a target without adding every one on the way, and nothing loses the focus", async (t) => {
  const site = await siteOn(t, DAY, MINE);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/plan");
  const choice = page.locator("#add-target");
  await choice.focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("ArrowDown");
  const name = (await choice.locator("option:checked").innerText()).split(" · ")[0];
  assert.equal(await page.locator(".target").count(), 0);
  await page.getByRole("button", { name: `加入：${name}` }).press("Enter");
  await page.locator(".target", { hasText: name }).waitFor();
  await page.waitForFunction((name) => document.querySelector("#announcer").innerText === `已加入目標：${name}`, name);
  assert.equal((await stored(page)).plans[0].targets.length, 1);
  await focus(page, "add-target");
  await page.getByRole("button", { name: `不再作為目標：${name}` }).press("Enter");
  await page.locator(".target").waitFor({ state: "detached" });
  await focus(page, "add-target");
  await page.getByRole("button", { name: "移出規劃：循環經濟之建築設計" }).press("Enter");
  await focus(page, "board-title");
  await page.getByRole("button", { name: "做一個分享連結" }).press("Enter");
  await focus(page, "share-what");
});

test("a backup that was chosen: what it holds", async (t) => {
  const site = await siteOn(t, DAY, MINE);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/settings");
  const backup = JSON.stringify({ version: 2, decisions: [], settings: {}, ...MINE });
  await page.locator('#data input[type="file"]').setInputFiles({ name: "kuayu.json", mimeType: "application/json", buffer: Buffer.from(backup) });
  await page.locator("#restore").waitFor();
  await focus(page, "restore-title");
});

test("a short message: closed or answered with undo, the focus is where it was before, or at the heading", async (t) => {
  const site = await siteOn(t, DAY, MINE);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/programs/AVM");
  const course = page.locator(".course", { hasText: "綠建築概論" }).getByRole("checkbox");
  const onCourse = () => course.evaluate((box) => document.activeElement === box);
  const close = page.locator(".toast-close");
  await course.focus();
  await course.press("Space");
  await page.locator(".toast-undo").press("Enter");
  await eventually(() => course.isChecked(), true);
  await eventually(onCourse, true);
  // That it was undone is a message, too.
  await close.press("Enter");
  await page.locator(".toast").waitFor({ state: "detached" });
  await eventually(onCourse, true);
  // What had the focus before is gone: the heading has it.
  await course.press("Space");
  await page.locator(".toast").waitFor();
  await page.evaluate(() => {
    const passing = Object.assign(document.createElement("button"), { id: "passing" });
    document.querySelector("main").append(passing);
    passing.focus();
    document.querySelector(".toast-close").focus();
    passing.remove();
  });
  await close.press("Enter");
  await focus(page, "page-title");
});

test("the board: after undo, the heading above it", async (t) => {
  const site = await siteOn(t, DAY, MINE);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/plan");
  await page.getByRole("button", { name: "移出規劃：循環經濟之建築設計" }).press("Enter");
  await focus(page, "board-title");
  await page.locator(".toast-undo").press("Enter");
  await page.getByRole("button", { name: "移出規劃：循環經濟之建築設計" }).waitFor();
  await focus(page, "board-title");
});
