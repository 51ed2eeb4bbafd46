// Sharing: the link and its QR code, what is in them and what is not, and what whoever opens them sees and can take.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "./runner.mjs";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { buildOf, closeBrowser, distFolder, eventually, openSite, seed, started, stored } from "./lib.mjs";

after(closeBrowser);

const PROFILE = { group: "電資學士班【電機工程系】", entry: 113, degree: "bachelor" };
const MINE = {
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [{ code: "3401007", name: "測量學(一)", credits: 2, term: "112-1", grade: { score: 81 } }],
};

/** A link of version 1, which says nothing of what it was made by. */
const V1 =
  "AffLiRPE6Zu76LOH5a245aOr54-t44CQ6Zu75qmf5bel56iL57O744CRcAEMPAwjuGSHkI7hm17CO4aSfQjuGt38I7htyBCO4cBgwjuHJoUI7h0uGYuBhHcO4RIR3DysWE" +
  "dw91GhHcPvx4R3EAkiEdxBTJhHcQnSoR3EOcsycDCO4iYmQjuIvZsI7iOKdCO4kHnwjuJLKEI7iVGjCO4l2pQjuJm6Zl4GEdxOBUhHcTy1YR3FBVaEdxRfXhHcUqWIR3FP" +
  "NmEdxU9ahHcVh2xdwcml2YXRlI0FWTTQVZCI1IHP_UBz_1Qc_9YHP_XGtA5_6kOf-rDn_rQ5_68";

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

/** Of what the page shows, nothing that would change the document can be used. What is shown may be saved in a file. */
async function nothingToChange(page) {
  const usable = await page.locator("main").evaluate((main) =>
    [...main.querySelectorAll("button, select, input, textarea")]
      .filter((control) => !control.disabled && control.offsetParent && !control.closest(".program-head") && control.innerText !== "匯出 CSV")
      .map((control) => control.outerHTML.slice(0, 120)),
  );
  assert.deepEqual(usable, []);
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
  // It says when it was made, and that the program data here are the same.
  await eventually(async () => /^連結做於 \d{4}-\d\d-\d\d。當時的課程資料與這裡的相同。$/.test(await other.locator("#link-made").innerText()), true);
  assert.match(await other.locator("#made-by").innerText(), /雜湊值：課程資料 [0-9a-f]{8}、科目表 [0-9a-f]{8}/);
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
  await page.locator(".course").first().waitFor();
  await nothingToChange(page);
  assert.equal(await page.getByRole("link", { name: "貼上成績" }).count(), 0);
  await page.getByRole("link", { name: "規劃", exact: true }).click();
  await page.locator(".slot").first().waitFor();
  await nothingToChange(page);
  await page.getByRole("link", { name: "微學程", exact: true }).click();
  await page.locator(".program-card a").first().click();
  await page.locator(".course").first().waitFor();
  await nothingToChange(page);
  // Whose it is and when its link was made, on every page.
  const whose = /電資學士班[\s\S]*113 學年度入學[\s\S]*連結做於 \d{4}-\d\d-\d\d/;
  await eventually(async () => whose.test(await page.locator(".notice-lens").innerText()), true);
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

test("over somebody else's data clearing the own ones is not offered, and a backup is of the own", async (t) => {
  const { page } = await beside(t);
  await page.getByRole("heading", { name: "別人的規劃" }).waitFor();
  await page.getByRole("link", { name: "設定" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "匯出備份檔" }).click()]);
  const backup = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.deepEqual(backup.records.map(({ name }) => name), ["測量學(一)"]);
  const clear = page.getByRole("button", { name: "清除全部資料" });
  assert.equal(await clear.count(), 0, "over somebody else's data");
  // In a copy for a suggestion it is there, and refused: nobody means their own data by what they see.
  await page.getByRole("button", { name: "提建議" }).click();
  await page.getByRole("link", { name: "設定" }).click();
  await clear.click();
  await page.getByRole("button", { name: "繼續清除" }).click();
  await page.getByRole("button", { name: "是，全部清除" }).click();
  await page.getByText("只能改規劃").waitFor();
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
    [`C${data.slice(1)}`, "這個連結由較新的版本做成"],
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

test("a link made by other program data says so: the answers here may differ", async (t) => {
  const { page, site, link } = await beside(t);
  const hashed = async () => /課程資料 ([0-9a-f]{8})、科目表 [0-9a-f]{8}/.exec(await page.locator("#made-by").innerText());
  // Both are there when both files have come.
  await eventually(async () => Boolean(await hashed()), true);
  const hash = (await hashed())[1];
  const catalog = JSON.parse(await readFile(join(distFolder(), "programs.json"), "utf8"));
  catalog.editions[0].programs[0].name = "改名微學程";
  site.server.faults.set("programs.json", { body: JSON.stringify(catalog) });
  await page.reload();
  await started(page);
  const told = page.locator("#link-made");
  await told.getByText("當時的課程資料與這裡的不同").waitFor();
  const text = await told.innerText();
  assert.ok(text.includes(`當時雜湊值：課程資料 ${hash}、`), text);
  const [, now] = /這裡雜湊值：課程資料 ([0-9a-f]{8})/.exec(text);
  assert.notEqual(now, hash);
  assert.ok((await page.locator("#made-by").innerText()).includes(now));
  // A link of an older version says nothing of it.
  await page.goto(`${site.url}#/share/${V1}`);
  await page.getByRole("heading", { name: "別人的規劃" }).waitFor();
  assert.equal(await told.count(), 0);
  assert.ok(link.includes("#/share/B"), "the newest version");
});
