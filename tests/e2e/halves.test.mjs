// Year courses: each half is ticked, named and changed for itself, and nobody is told to take again what they have.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, seed, siteOn, stored } from "./lib.mjs";

after(closeBrowser);

/** An electrical-engineering student of 112. Invented scores. */
const PROFILE = { group: "電機系", entry: 112, degree: "bachelor" };
/** 24 November 2025, in 114-1. */
const NOW = new Date("2025-11-24T10:00:00+08:00");

async function open(t, route, document = {}) {
  const site = await siteOn(t, NOW, { profile: PROFILE, ...document });
  return site.open(route);
}

/** The row of a half, by its whole name. */
const row = (page, name) => page.locator(".course", { has: page.getByText(name, { exact: true }) }).first();
const records = async (page) => (await stored(page)).records;
const box = (page, name) => row(page, name).getByRole("checkbox");

test("the program page ticks halves; unticked and ticked again, a half keeps grade and term", async (t) => {
  const second = { code: "1401041", name: "物理", credits: 3, stage: "2", term: "112-2", grade: { score: 70 } };
  const page = await open(t, "#/programs/AV2", { records: [second] });
  assert.equal(await box(page, "物理（上）").isChecked(), false);
  assert.equal(await box(page, "物理（下）").isChecked(), true);
  await box(page, "物理（下）").uncheck();
  assert.deepEqual(await records(page), []);
  await box(page, "物理（下）").check();
  await eventually(() => records(page), [second]);
  await box(page, "物理（上）").check();
  await row(page, "物理（上）").getByRole("combobox").selectOption("planned");
  const [, first] = await records(page);
  assert.deepEqual([first.stage, first.declared], ["1", "planned"]);
  await row(page, "物理（下）").getByText("採計", { exact: true }).waitFor();
});

test("a record that says no half becomes the half ticked", async (t) => {
  const plain = { code: "1401041", name: "物理", credits: 3, term: "112-2", grade: { score: 70 } };
  const page = await open(t, "#/programs/AV2", { records: [plain] });
  for (const name of ["物理（上）", "物理（下）"]) {
    assert.equal(await box(page, name).isChecked(), false);
    await row(page, name).getByText("有一筆沒註明是哪一半").waitFor();
  }
  await box(page, "物理（下）").check();
  await eventually(() => records(page), [{ ...plain, stage: "2" }]);
});

test("the courses page ticks halves in the curriculum and in the search, and changes them in the list", async (t) => {
  const page = await open(t, "#/courses");
  await page.getByText("從我的課程科目表勾選").click();
  const curriculum = page.locator(".curriculum");
  const half = (name) => curriculum.locator(".course", { has: page.getByText(name, { exact: true }) }).getByRole("checkbox");
  await half("物理（下）").check();
  await eventually(() => half("物理（上）").isChecked(), false);
  assert.deepEqual((await records(page)).map((one) => one.stage), ["2"]);
  await page.getByRole("searchbox", { name: "找課程" }).fill("1401041");
  const found = page.locator(".results .course");
  await found.filter({ hasText: "物理（上）" }).getByRole("checkbox").check();
  await eventually(async () => (await records(page)).map((one) => one.stage).sort(), ["1", "2"]);
  const mine = page.locator(".mine .course", { hasText: "物理（上）" });
  await mine.getByLabel("物理: 這筆是哪一半").selectOption({ label: "全年" });
  await page.locator(".mine .course", { hasText: "物理（全年）" }).waitFor();
  assert.ok((await records(page)).some((one) => one.stage === "全"));
});

/** A catalog with a program that needs both halves of a year course, and a student who has passed one. */
const HALVES = await readFile(new URL("../scenarios/catalogs/halves.json", import.meta.url), "utf8");
const ONE_HALF = [
  { code: "ZZ00011", name: "範例全年課", credits: 3, stage: "1", term: "112-1", grade: { score: 70 } },
  { code: "ZZ00012", name: "範例分析", credits: 3, term: "113-1", grade: { score: 80 } },
  { code: "ZZ00013", name: "範例設計", credits: 3, term: "113-1", grade: { score: 80 } },
];

for (const [locale, advised, other] of [
  ["zh-TW", "範例全年課（下）", "範例全年課（另一半）"],
  ["en-US", "second half", "the other half"],
]) {
  test(`an advised half is named as one, and planned as one (${locale})`, async (t) => {
    const site = await openSite(t, { context: { locale } });
    site.server.faults.set("programs.json", { body: HALVES });
    await seed(site, { profile: PROFILE, records: ONE_HALF });
    await site.context.clock.setFixedTime(NOW);
    const page = await site.open("#/programs/ZZH");
    await page.locator(".ways .course-name", { hasText: advised }).first().waitFor();
    await page.locator(".ways .button").first().click();
    const [plan] = (await stored(page)).plans;
    assert.deepEqual(plan.courses.map((one) => [one.code, one.stage, one.term]), [["ZZ00011", "2", "114-2"]]);
    await page.goto(site.url + "#/plan");
    await page.locator('.column[data-term="114-2"] .slot', { hasText: advised }).waitFor();
  });

  test(`beside a record that says no half, the other half is advised (${locale})`, async (t) => {
    const site = await openSite(t, { context: { locale } });
    const [{ stage: _, ...plain }, ...rest] = ONE_HALF;
    site.server.faults.set("programs.json", { body: HALVES });
    await seed(site, { profile: PROFILE, records: [plain, ...rest] });
    const page = await site.open("#/programs/ZZH");
    await page.locator(".ways .course-name", { hasText: other }).first().waitFor();
    await page.goto(site.url + "#/programs");
    await page.locator(".card", { hasText: "ZZH" }).getByText(other).waitFor();
  });
}

test("the import review asks which half a row is, and stores the answer", async (t) => {
  const page = await open(t, "#/import");
  const text = "課程編碼,課程名稱,學分,成績,學期\n1401041,物理,3,66,112-1\n1401041,物理,3,70,112-2\n3401007,測量學(一),2,81,112-1\n";
  await page.locator('input[type="file"]').setInputFiles({ name: "a.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  const choices = page.getByLabel("物理: 這筆是哪一半");
  await choices.first().waitFor();
  assert.equal(await page.locator(".half-select").count(), 2);
  await choices.nth(0).selectOption("1");
  await choices.nth(1).selectOption("2");
  await page.getByRole("button", { name: "存起來" }).click();
  await page.getByText("已存好").waitFor();
  const physics = (await records(page)).filter((one) => one.name === "物理");
  assert.deepEqual(physics.map((one) => [one.stage, one.term]).sort(), [["1", "112-1"], ["2", "112-2"]]);
});
