// Graduates and evening students: who they are, the terms of their studies, and nothing promised that is not theirs.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, siteOn, stored } from "./lib.mjs";

after(closeBrowser);

/** 24 November 2025, in 114-1. */
const NOW = new Date("2025-11-24T10:00:00+08:00");
const RECORDS = [{ code: "6504586", name: "顯示科技原理與實務", credits: 3, term: "114-1", grade: { score: 80 } }];

async function open(t, route, profile, locale = "zh-TW") {
  const site = await siteOn(t, NOW, { profile, records: RECORDS }, { context: { locale } });
  return site.open(route);
}

test("a graduate chooses a department or an institute, without groups of bachelors", async (t) => {
  const site = await openSite(t);
  const page = await site.open();
  await page.getByLabel("學制").selectOption("graduate");
  const units = page.getByLabel("系所／研究所");
  const names = await units.evaluate((list) => Array.from(list.options, (one) => one.text));
  for (const name of ["機電所", "機械系", "材資系", "環境所", "太空所"]) assert.ok(names.includes(name), name);
  assert.ok(!names.includes("機電技優領航專班【機電技優領航專班】"));
  await units.selectOption("材資系");
  assert.equal(await page.getByLabel("組別／班別").count(), 0);
  await units.selectOption("機電所");
  await page.getByLabel("入學年度").selectOption("114");
  await eventually(async () => (await stored(page)).profile, { group: "機電所", entry: 114, degree: "graduate" });
  // An institute has no bachelors.
  await page.getByLabel("學制").selectOption("bachelor");
  await eventually(async () => (await stored(page)).profile.group, undefined);
});

test("a group chosen before stands for its department", async (t) => {
  const page = await open(t, "", { group: "材資系【材料組】", entry: 113, degree: "graduate" });
  await page.getByRole("button", { name: "修改" }).click();
  await eventually(() => page.getByLabel("系所／研究所").inputValue(), "材資系");
});

for (const [degree, terms] of [
  ["graduate", ["114-1（研一上）", "114-2（研一下）", "115-1（研二上）", "115-2（研二下）"]],
  ["bachelor_evening", ["114-1（大一上）", "114-2（大一下）", "115-1（大二上）", "115-2（大二下）", "116-1（大三上）", "116-2（大三下）", "117-1（大四上）", "117-2（大四下）"]],
]) {
  test(`the plan has the terms of a ${degree} student's studies`, async (t) => {
    const page = await open(t, "#/plan", { group: "電機系", entry: 114, degree });
    await page.locator(".column").first().waitFor();
    const titles = await page.locator(".column h3").evaluateAll((all) => all.map((one) => one.firstChild.textContent));
    assert.deepEqual(titles.slice(0, -1), terms);
  });
}

for (const degree of ["graduate", "bachelor_evening"]) {
  for (const [locale, promised, plain] of [
    ["zh-TW", /跨領域：|跨領域待確認|缺系組、入學年度或課程科目表|大四|四年畢業/, { home: "你不需要", credits: "不在資料裡", guide: "不是你的" }],
    ["en-US", /Cross-domain\?|cross-domain: no professional|curriculum missing|four years/, { home: "Not yours", credits: "not in the data", guide: "not for you" }],
  ]) {
    test(`no page promises a ${degree} student what is not theirs (${locale})`, async (t) => {
      const page = await open(t, "", { group: "電機系", entry: 114, degree }, locale);
      const main = page.locator("main");
      const look = async (route, wait) => {
        await page.evaluate((route) => { location.hash = route; }, route);
        await page.locator(wait).first().waitFor();
        const text = await main.innerText();
        assert.doesNotMatch(text, promised, `${degree} ${route}`);
        return text;
      };
      assert.ok((await look("#/", ".glance")).includes(plain.home));
      assert.ok((await look("#/credits", ".card")).includes(plain.credits));
      assert.ok((await look("#/guide", ".timeline")).includes(plain.guide));
      await look("#/programs/AV2", ".answers .badge");
      await look("#/courses", ".mine .course");
      assert.equal(await page.locator(".curriculum").count(), 0);
      await look("#/programs/AV2/sheet", ".sheet-courses");
    });
  }
}
