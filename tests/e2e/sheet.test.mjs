// The review sheet: one A4 page in both languages, with what the reviewing units need and nothing stored of the name.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "./runner.mjs";
import { buildOf, closeBrowser, distFolder, eventually, everything, openSite, seed } from "./lib.mjs";
import { paper } from "./pdf.mjs";

after(closeBrowser);

const PROFILE = { group: "土木系", entry: 112, degree: "bachelor" };
/** A civil-engineering student of 112 before the last course of 綠建築; invented scores. */
const RECORDS = [
  { code: "3401007", name: "測量學(一)", credits: 2, term: "112-1", grade: { score: 81 } },
  { code: "3402006", name: "結構學(一)", credits: 3, term: "113-1", grade: { score: 67 } },
  { code: "3901416", name: "綠建築概論", credits: 2, term: "113-2", grade: { score: 90 } },
  { code: "3903423", name: "建築節能設計", credits: 2, term: "114-1", grade: { score: 77 } },
  { code: "3903446", name: "循環經濟之建築設計", credits: 2, term: "115-1", declared: "in_progress" },
  { code: "3902019", name: "建築物理(一)", credits: 2, declared: "planned" },
];

/** The first eight digits of a file's hash. */
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 8);

/** Prints as a browser does, on the paper that the page itself asks for. */
async function print(page) {
  const { pages, width, height } = paper(await page.pdf({ preferCSSPageSize: true }));
  return { pages, a4: Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2 };
}

test("綠建築: from the program's page to the paper", async (t) => {
  const site = await openSite(t);
  await seed(site, { profile: PROFILE, records: RECORDS });
  const page = await site.open("#/programs/AVM");
  await page.getByRole("link", { name: "檢核表" }).click();
  const sheet = page.locator(".sheet");
  await sheet.getByText("循環經濟之建築設計").waitFor();
  const row = async (name) => (await sheet.locator("tr", { hasText: name }).innerText()).trim().split(/\s+/);
  assert.deepEqual(await row("綠建築概論"), ["3901416", "綠建築概論", "2", "113-2", "90", "是"]);
  assert.deepEqual(await row("測量學(一)"), ["3401007", "測量學(一)", "2", "112-1", "81", "否"]);
  assert.deepEqual(await row("循環經濟"), ["3903446", "循環經濟之建築設計", "2", "115-1", "修習中", "是"]);
  // What is only planned is off until it is asked for.
  assert.equal(await sheet.getByText("建築物理(一)").count(), 0);
  assert.match(await sheet.locator("tfoot").innerText(), /11 學分 · 應達 10 學分/);
  await page.getByText("選擇要列的課").click();
  await page.getByRole("checkbox", { name: /建築物理/ }).check();
  await sheet.getByText("建築物理(一)").waitFor();
  assert.match(await sheet.locator("tfoot").innerText(), /13 學分/);
  await page.getByRole("checkbox", { name: /結構學/ }).uncheck();
  await sheet.getByText("結構學(一)").waitFor({ state: "detached" });

  const text = await sheet.innerText();
  assert.match(text, /非正式結果/);
  // By what it was made: the build, the edition and as of when that is true, the day.
  const build = await buildOf(page);
  for (const part of [`建置 ${build}`, /課程版本 11\d-\d/, /科目表為 \d{4}-\d\d-\d\d 的內容/, /列印日期\s+\d{4}-\d\d-\d\d/]) assert.match(text, new RegExp(part));
  // And the hashes of catalog and curricula; those of a file are everybody's.
  const curricula = await readFile(join(distFolder(), `curricula/${PROFILE.entry}.json`));
  await eventually(async () => /雜湊值：課程資料 [0-9a-f]{8}、科目表 ([0-9a-f]{8})/.exec(await sheet.innerText())?.[1], hashOf(curricula));
  assert.match(text, /申請書（表一至表四/);
  assert.match(text, /歷年成績單/);
  const boxes = await sheet.locator(".sheet-sign li").allInnerTexts();
  assert.deepEqual(boxes, ["微學程聯絡人", "微學程負責人（開設系主任）", "就讀系系辦", "就讀系系主任"]);

  // The name is for the paper only.
  await page.getByLabel("姓名").fill("某某某");
  await page.getByRole("checkbox", { name: /結構學/ }).check();
  await eventually(() => page.getByLabel("姓名").inputValue(), "某某某");
  assert.ok(!(await everything(page)).includes("某某某"));
  assert.match(await page.title(), /綠建築/);
});

test("an answer that the student noted down is shown as the student's own", async (t) => {
  const site = await openSite(t);
  const course = { code: "3901416", name: "綠建築概論" };
  const fact = { fact: "cross_domain", course, doubt: "common_course" };
  await seed(site, { profile: PROFILE, records: RECORDS, decisions: [{ fact, holds: false, note: "問過系辦" }] });
  const page = await site.open("#/programs/AVM/sheet");
  const line = page.locator(".sheet-facts li", { hasText: "學生自記" });
  await line.waitFor();
  assert.match(await line.innerText(), /（學生自記：否，問過系辦）.*☐ 是.*☐ 否/s);
});

test("on paper: one A4 page, without menu and buttons, dark theme or not", async (t) => {
  const site = await openSite(t);
  await seed(site, { profile: PROFILE, records: RECORDS, settings: { theme: "dark" } });
  const page = await site.open("#/programs/AVM/sheet");
  await page.locator(".sheet").getByText("綠建築概論").waitFor();
  assert.deepEqual(await print(page), { pages: 1, a4: true });
  await page.emulateMedia({ media: "print" });
  for (const gone of [".menu", ".top", ".foot", ".sheet-tools"]) assert.ok(await page.locator(gone).isHidden(), gone);
  const [ink, paper] = await page.locator(".sheet").evaluate((sheet) => [getComputedStyle(sheet).color, getComputedStyle(sheet).backgroundColor]);
  assert.deepEqual([ink, paper], ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
});

/** Courses of a program that count for anybody, the longest names first: the fullest sheet there can be. */
async function fullest(code, count) {
  const catalog = JSON.parse(await readFile(new URL("../../programs.json", import.meta.url), "utf8"));
  const program = catalog.editions.at(-1).programs.find((one) => one.code === code);
  const credits = new Map(catalog.courses.map((course) => [course.code, course.credits]));
  const listed = program.categories.flatMap(({ courses }) => courses).filter(({ code }) => credits.get(code));
  const names = new Set();
  const distinct = listed.filter(({ name }) => !names.has(name) && names.add(name));
  const longest = distinct.sort((a, b) => b.name.length - a.name.length).slice(0, count);
  return longest.map(({ code, name }) => ({ code, name, credits: credits.get(code), term: "114-1", grade: { score: 80 } }));
}

for (const [locale, code, heading] of [
  ["zh-TW", "AVH", "審查順序與簽章"],
  ["en-GB", "AVH", "Review, in this order"],
  ["en-GB", "AV6", "Review, in this order"],
  ["zh-TW", "AVD", "審查順序與簽章"],
]) {
  test(`${code} with fourteen counted courses is one page (${locale})`, async (t) => {
    const site = await openSite(t, { context: { locale } });
    await seed(site, { profile: PROFILE, records: await fullest(code, 14) });
    const page = await site.open(`#/programs/${code}/sheet`);
    await page.getByRole("heading", { name: heading }).waitFor();
    const rows = await page.locator(".sheet-courses tbody tr:not(.sheet-group)").count();
    assert.equal(rows, 14);
    assert.deepEqual(await print(page), { pages: 1, a4: true });
    // Nothing wider than the phone.
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
}
