// Sharing: the link and its QR code, what is in them and what is not, and what whoever opens them sees and can take.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "node:test";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { buildOf, closeBrowser, openSite, seed, started, stored } from "./lib.mjs";

after(closeBrowser);

const PROFILE = { group: "電資學士班【電機工程系】", entry: 113, degree: "bachelor" };
const MINE = {
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [{ code: "3401007", name: "測量學(一)", credits: 2, term: "112-1", grade: { score: 81 } }],
};

/** Thirty-two taken and eight planned courses of the catalog; invented scores and a remark that is nobody's business. */
async function forty() {
  const { courses } = JSON.parse(await readFile(new URL("../../programs.json", import.meta.url), "utf8"));
  const known = courses.filter((course) => course.code && course.credits);
  const chosen = Array.from({ length: 40 }, (_, at) => known[at * Math.floor(known.length / 40)]);
  const record = ({ code, name, credits }, at) => ({ code, name, credits, term: `${113 + (at >> 4)}-${(at >> 3) % 2 + 1}`, grade: { score: 61 + at }, note: "私人備註" });
  const planned = ({ code, name, credits }, at) => ({ code, name, credits, term: `116-${at % 2 + 1}` });
  const plan = { id: 5, name: "小明的規劃", targets: ["AVM", "AVB"], courses: chosen.slice(32).map(planned) };
  return { profile: PROFILE, records: chosen.slice(0, 32).map(record), plans: [plan], active_plan: 5 };
}

/** Opens the sharing section and gives its link. */
async function share(page) {
  await page.getByRole("button", { name: "做一個分享連結" }).click();
  await page.locator(".qr").waitFor();
  // The list of all courses arrives a moment later and may shorten the link.
  await page.waitForLoadState("networkidle");
  return page.locator("#share-link").inputValue();
}

/** Somebody else's link, opened beside one's own data. */
async function beside(t) {
  const site = await openSite(t);
  const theirs = await openSite(t);
  await seed(theirs, await forty());
  const link = (await share(await theirs.open("#/plan"))).replace(theirs.url, "");
  await seed(site, MINE);
  const page = await site.open(link);
  return { site, page, link };
}

async function scan(page) {
  const { data, width, height } = PNG.sync.read(await page.locator(".qr").screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height);
}

test("forty courses: a QR code that is read again from the screen, without grades, names and remarks", async (t) => {
  const site = await openSite(t);
  const document = await forty();
  await seed(site, document);
  const page = await site.open("#/plan");
  const link = await share(page);
  const read = await scan(page);
  assert.equal(read?.data, link);
  const told = await page.locator("#share-length").innerText();
  assert.match(told, new RegExp(`連結長 ${link.length} 個字元，QR code (\\d+)×\\1 格`));
  t.diagnostic(told);
  assert.ok(read.version <= 12, `version ${read.version}`);
  assert.ok(link.startsWith(`${site.url}?openExternalBrowser=1#/share/`));

  // Somebody else opens it: read only, with verdicts, and nothing of it is stored.
  const elsewhere = await openSite(t);
  const other = await elsewhere.open(link.replace(site.url, ""));
  await other.getByRole("heading", { name: "別人的規劃", exact: true }).waitFor();
  await other.getByText("32 門修課、8 門規劃，不含成績").waitFor();
  await other.locator(".program-card").first().waitFor();
  await other.getByText("修過與修習中的課").click();
  await other.getByText(document.records[0].name, { exact: true }).first().waitFor();
  assert.ok((await other.locator("#made-by").innerText()).includes(await buildOf(other)), "by which build it is shown");
  const all = await other.locator("body").innerText();
  // The grade 61 as a number of its own: a course code may hold these digits.
  for (const secret of [/小明/, /私人備註/, /(?<![\dA-Z])61(?!\d)/]) assert.doesNotMatch(all, secret);
  assert.equal((await stored(other)).records.length, 0);
});

test("grades and the plan's name are in it only when asked for", async (t) => {
  const site = await openSite(t);
  await seed(site, await forty());
  const page = await site.open("#/plan");
  const plain = await share(page);
  await page.getByLabel("成績與未通過的課", { exact: true }).check();
  await page.getByLabel("規劃的名稱").check();
  const link = await page.locator("#share-link").inputValue();
  assert.ok(link.length > plain.length);
  assert.equal((await scan(page))?.data, link);
  const other = await site.context.newPage();
  await other.goto(link);
  await started(other);
  await other.getByRole("heading", { name: "別人的規劃：小明的規劃" }).waitFor();
  await other.getByText("含成績").waitFor();
});

test("beside one's own data: nothing changes until it is taken over on purpose, and that can be undone", async (t) => {
  const { site, page, link } = await beside(t);
  await page.getByText("這是別人分享的資料，只能看").waitFor();
  const before = await stored(page);

  // Read only on every page, and said so.
  await page.getByRole("link", { name: "修課" }).click();
  const course = page.locator(".course").first();
  const status = course.locator("select");
  await status.selectOption("not_passed");
  await page.getByText("這是別人分享的資料，不能修改").waitFor();
  assert.notEqual(await page.locator(".course").first().locator("select").inputValue(), "not_passed");
  await page.getByRole("link", { name: "規劃", exact: true }).click();
  await page.getByRole("button", { name: "新增規劃" }).click();
  await page.getByText("這是別人分享的資料，不能修改").waitFor();
  assert.deepEqual((await stored(page)).records, before.records);
  await page.getByRole("button", { name: "用我自己的資料" }).click();
  await page.getByRole("link", { name: "修課" }).click();
  await page.getByText("測量學(一)").first().waitFor();
  // From the link's own page the way back leads home: nothing there is one's own.
  await page.goto(`${site.url}${link}`);
  await page.getByRole("button", { name: "用我自己的資料" }).click();
  await page.getByRole("heading", { name: "別人的規劃" }).waitFor({ state: "detached" });
  assert.match(page.url(), /#\/$/);

  // As a new plan.
  await page.goto(`${site.url}${link}`);
  await page.getByRole("button", { name: "加成我的一個新規劃" }).click();
  await page.getByText("已加入別人分享的規劃").waitFor();
  let now = await stored(page);
  assert.deepEqual([now.plans.length, now.plans[0].courses.length, now.records.length], [1, 8, 1]);
  assert.deepEqual(now.profile, MINE.profile);
  await page.getByRole("button", { name: "復原" }).click();
  await page.getByText("已復原").waitFor();
  assert.equal((await stored(page)).plans.length, 0);

  // Merged, with the counts told before.
  await page.goto(`${site.url}${link}`);
  assert.match(await page.locator("#merging").innerText(), /新增 32 門課、1 個規劃/);
  await page.getByRole("button", { name: "合併到我的資料" }).click();
  await page.getByText("已合併分享的資料").waitFor();
  now = await stored(page);
  assert.deepEqual([now.records.length, now.plans.length, now.profile.group], [33, 1, "土木系"]);
  await page.getByRole("button", { name: "復原" }).click();
  await page.getByText("已復原").waitFor();
  assert.deepEqual((await stored(page)).records, before.records);
});

test("over somebody else's data the own ones cannot be cleared, and a backup is of the own", async (t) => {
  const { page } = await beside(t);
  await page.getByRole("heading", { name: "別人的規劃" }).waitFor();
  await page.getByRole("link", { name: "設定" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "匯出備份檔" }).click()]);
  const backup = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.deepEqual(backup.records.map(({ name }) => name), ["測量學(一)"]);
  await page.getByRole("button", { name: "清除全部資料" }).click();
  await page.getByRole("button", { name: "繼續清除" }).click();
  await page.getByRole("button", { name: "是，全部清除" }).click();
  await page.getByText("這是別人分享的資料，不能修改").waitFor();
  assert.deepEqual((await stored(page)).records.map(({ name }) => name), ["測量學(一)"]);
});

test("damaged, cut and newer links explain themselves", async (t) => {
  const site = await openSite(t);
  await seed(site, MINE);
  const theirs = await openSite(t);
  await seed(theirs, await forty());
  const data = (await share(await theirs.open("#/plan"))).split("#/share/")[1];
  const page = await site.open();
  const swapped = data[20] === "A" ? "B" : "A";
  for (const [bad, message] of [
    [data.slice(0, -7), "這個連結不完整"],
    [data.slice(0, 20) + swapped + data.slice(21), "這個連結不完整"],
    ["%E4%BD%A0", "這個連結不完整"],
    [`B${data.slice(1)}`, "這個連結由較新的版本做成"],
  ]) {
    await page.goto(`${site.url}#/share/${bad}`);
    await page.getByRole("heading", { name: message }).waitFor();
    await page.getByText("你自己的資料都還在").waitFor();
  }
  await page.getByRole("link", { name: "回到我的資料" }).click();
  await page.getByRole("link", { name: "修課" }).click();
  await page.getByText("測量學(一)").first().waitFor();
});

test("what an office said is in the link only when asked for, and is told to whoever opens it", async (t) => {
  const theirs = await openSite(t);
  const said = { program: "AVM", fact: { fact: "counts", course: { code: "3901416", name: "綠建築概論" } }, holds: false, by: "program", date: "2026-11-20", note: "要先修建築物理" };
  const plan = { id: 5, name: "", targets: ["AVM"], courses: [] };
  await seed(theirs, { ...MINE, version: 4, decisions: [said], plans: [plan], active_plan: 5 });
  const page = await theirs.open("#/plan");
  const without = await share(page);
  await page.getByLabel("系辦的答覆").check();
  await page.waitForFunction((before) => document.getElementById("share-link").value !== before, without);
  const link = await page.locator("#share-link").inputValue();
  const site = await openSite(t);
  const shown = await site.open(link.replace(theirs.url, ""));
  await shown.locator("#their-answers li").waitFor();
  const text = await shown.locator("#their-answers li").innerText();
  for (const part of ["綠建築概論", "否", "微學程主辦單位", "2026-11-20", "要先修建築物理"]) assert.ok(text.includes(part), text);
  await shown.goto(site.url + without.replace(theirs.url, ""));
  await shown.getByText("對方問到的答案不在連結裡").waitFor();
  assert.equal(await shown.locator("#their-answers").count(), 0);
});
