// The plan page: several plans, courses by semester, targets with their verdicts at once, what to mind, comparison.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, siteOn, started, stored } from "./lib.mjs";

after(closeBrowser);

/** A civil-engineering student of 112, two courses from 綠建築. Invented scores. */
const MINE = {
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [
    { code: "3401007", name: "測量學(一)", credits: 2, term: "112-1", grade: { score: 81 } },
    { code: "3402006", name: "結構學(一)", credits: 3, term: "113-1", grade: { score: 67 } },
    { code: "3404016", name: "環境規劃與管理", credits: 2, term: "113-1", grade: { score: 79 } },
    { code: "3901416", name: "綠建築概論", credits: 2, term: "113-2", grade: { score: 90 } },
  ],
};
/** 24 November 2025: 114-1, the seventh term before graduation in 115-2. */
const NOW = new Date("2025-11-24T10:00:00+08:00");

async function open(t, route = "#/plan", document = MINE, options = {}) {
  const site = await siteOn(t, NOW, document, options);
  return [site, await site.open(route)];
}

const chips = (page) => page.locator(".picker .chip").allInnerTexts();
const column = (page, term) => page.locator(`.column[data-term="${term}"]`);
const toast = (page) => page.locator(".toaster");

test("several named plans: new, copy, rename, delete, each with undo, all there after a reload", async (t) => {
  const [, page] = await open(t);
  await page.getByRole("button", { name: "新增規劃" }).click();
  await page.getByRole("button", { name: "改名" }).click();
  await page.getByLabel("規劃名稱").fill("留在台北");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "複製", exact: true }).click();
  await eventually(() => chips(page), ["留在台北", "留在台北（複本）"]);
  assert.equal(await page.locator(".chip[aria-pressed=true]").innerText(), "留在台北（複本）");
  await page.getByRole("button", { name: "刪除" }).click();
  await eventually(() => chips(page), ["留在台北"]);
  await toast(page).getByRole("button", { name: "復原" }).click();
  await eventually(() => chips(page), ["留在台北", "留在台北（複本）"]);
  await page.getByRole("button", { name: "留在台北", exact: true }).click();
  await page.reload();
  await started(page);
  await page.locator(".picker .chip").first().waitFor();
  assert.deepEqual(await chips(page), ["留在台北", "留在台北（複本）"]);
  assert.equal(await page.locator(".chip[aria-pressed=true]").innerText(), "留在台北");
});

test("the form for a plan's name goes with its plan", async (t) => {
  const [, page] = await open(t);
  for (let count = 0; count < 2; count += 1) await page.getByRole("button", { name: "新增規劃" }).click();
  const names = await chips(page);
  await page.getByRole("button", { name: "改名" }).click();
  await page.getByLabel("規劃名稱").waitFor();
  await page.getByRole("button", { name: "刪除" }).click();
  await page.getByLabel("規劃名稱").waitFor({ state: "detached" });
  assert.deepEqual(await chips(page), names.slice(0, 1));
});

test("a target, its advice added in one tap, the verdict at once, and the same from the program's page", async (t) => {
  const [, page] = await open(t);
  await page.locator("#add-target").selectOption("AVM");
  await page.locator(".target").waitFor();
  assert.equal(await page.locator("#add-target").inputValue(), "", "nothing else is chosen by that");
  const target = page.locator('.target[data-program="AVM"]');
  await target.getByText("未完成").first().waitFor();
  await target.getByRole("button", { name: "把這些課加入規劃" }).click();
  await target.getByText("照計畫完成").first().waitFor();
  await eventually(() => target.getByText("照計畫完成").count(), 2);
  const planned = (await stored(page)).plans[0].courses;
  assert.ok(planned.length >= 1 && planned.every((course) => course.term > "114-1"), JSON.stringify(planned));
  await toast(page).getByRole("button", { name: "復原" }).click();
  await target.getByText("未完成").first().waitFor();

  // From the program's own page it is the same tap: into the plan, not into what is taken.
  await target.getByRole("link").click();
  await page.getByRole("button", { name: "全部加入規劃" }).first().click();
  await page.locator(".answer").first().getByText("照計畫完成").waitFor();
  const now = await stored(page);
  assert.equal(now.records.length, 4);
  assert.deepEqual(now.plans[0].targets, ["AVM"]);
  assert.ok(now.plans[0].courses.length >= 1);
});

test("courses move by the choice on each, with the keyboard; credits follow", async (t) => {
  const [, page] = await open(t);
  await page.getByRole("searchbox").fill("3903423");
  await page.getByRole("button", { name: "加入 建築節能設計" }).click();
  const select = page.getByLabel("移到 建築節能設計");
  const from = await select.inputValue();
  assert.match(from, /^11[45]-[12]$/);
  assert.match(await column(page, from).locator("h3").innerText(), /2 學分/);
  await select.focus();
  // The next semester, by keyboard alone; the focus stays at the course.
  await page.keyboard.press("ArrowDown");
  const to = await select.inputValue();
  assert.ok(to > from, `${from} to ${to}`);
  await column(page, to).getByText("建築節能設計").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "SELECT");
  assert.match(await column(page, to).locator("h3").innerText(), /2 學分/);
  assert.match(await column(page, from).locator("h3").innerText(), /0 學分/);
  assert.equal((await stored(page)).plans[0].courses[0].term, to);
  // And out, with undo.
  await page.getByRole("button", { name: "移出規劃" }).click();
  assert.deepEqual((await stored(page)).plans[0].courses ?? [], []);
  await toast(page).getByRole("button", { name: "復原" }).click();
  await column(page, to).getByText("建築節能設計").waitFor();
});

test("a course moves by dragging, as on a computer", async (t) => {
  const [, page] = await open(t);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole("searchbox").fill("3903423");
  await page.getByRole("button", { name: "加入 建築節能設計" }).click();
  const select = page.getByLabel("移到 建築節能設計");
  const from = await select.inputValue();
  await select.press("ArrowDown");
  const to = await select.inputValue();
  await column(page, to).getByText("建築節能設計").waitFor();
  await column(page, to).locator(".slot").dragTo(column(page, from));
  await column(page, from).getByText("建築節能設計").waitFor();
  assert.equal((await stored(page)).plans[0].courses[0].term, from);
});

test("the board goes from now to graduation and shows what is being taken", async (t) => {
  const records = [...MINE.records, { code: "3903446", name: "循環經濟之建築設計", credits: 2, declared: "in_progress" }];
  const [, page] = await open(t, "#/plan", { ...MINE, records });
  await column(page, "114-1").waitFor();
  const terms = await page.locator(".column").evaluateAll((all) => all.map((one) => one.dataset.term));
  assert.deepEqual(terms, ["114-1", "114-2", "115-1", "115-2", "none"]);
  assert.match(await column(page, "114-1").innerText(), /循環經濟之建築設計[\s\S]*修習中/);
});

test("what to mind: registration, application weeks, a course of the wrong half, counted once, after graduation", async (t) => {
  const plan = {
    id: 1,
    name: "A",
    targets: ["AVM"],
    courses: [
      { code: "3401007", name: "測量學(一)", credits: 2, term: "114-2" },
      { code: "3903423", name: "建築節能設計", credits: 2, term: "116-1" },
    ],
  };
  const [, page] = await open(t, "#/plan", { ...MINE, plans: [plan] });
  const mind = page.locator(".mind");
  for (const text of ["登記修讀的最後期限（113-2", "第 13 到 18 週申請證書", "「測量學(一)」與「測量學(一) 3401007」是同一門課", "「建築節能設計」排在第八學期之後"]) {
    await mind.getByText(text).waitFor();
  }
});

test("two and three targets: side by side, and the courses that finish all of them", async (t) => {
  const [, page] = await open(t);
  for (const code of ["AVM", "AVL", "AVX"]) {
    await page.locator("#add-target").selectOption(code);
    await page.locator(`.target[data-program="${code}"]`).waitFor();
  }
  await page.locator(".compare thead th").nth(2).waitFor();
  const heads = await page.locator(".compare thead th").allInnerTexts();
  assert.equal(heads.length, 3);
  const rows = await page.locator(".compare tbody tr").allInnerTexts();
  assert.ok(rows.some((row) => row.startsWith("應修學分")) && rows.some((row) => row.startsWith("還要修")));
  const together = page.locator(".together");
  await together.getByRole("button", { name: "把這些課加入規劃" }).click();
  await together.waitFor({ state: "detached" });
  for (const code of ["AVM", "AVL", "AVX"]) {
    const certificate = page.locator(`.target[data-program="${code}"] dd`).first();
    assert.match(await certificate.innerText(), /照計畫完成|待確認/);
  }
});

test("a plan page on a phone is no wider than the phone, in both languages", async (t) => {
  for (const locale of ["zh-TW", "en-GB"]) {
    const [, page] = await open(t, "#/plan", MINE, { context: { locale } });
    await page.locator("#add-target").selectOption("AVM");
    await page.locator(".target").waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), locale);
  }
});

test("a planned course of a semester that is over is asked about: passed, not passed, not taken, each with undo", async (t) => {
  const course = (code, name) => ({ code, name, credits: 2, term: "113-2" });
  const plan = { id: 3, name: "", targets: ["AVM"], courses: [course("3902019", "建築物理(一)"), course("3903423", "建築節能設計"), course("3903446", "循環經濟之建築設計")] };
  const [, page] = await open(t, "#/plan", { ...MINE, plans: [plan], active_plan: 3 });
  const slot = (name) => page.locator(".slot", { hasText: name });
  await slot("建築物理(一)").getByRole("button", { name: "通過了" }).click();
  await slot("建築物理(一)").waitFor({ state: "detached" });
  const told = async () => (await stored(page)).records.filter(({ code }) => code === "3902019").map(({ term, declared }) => [term, declared]);
  await eventually(told, [["113-2", "passed"]]);
  // The keyboard is where the course was.
  await eventually(() => page.evaluate(() => document.activeElement.id), "board-title");
  await toast(page).getByRole("button", { name: "復原" }).click();
  await slot("建築物理(一)").waitFor();
  await eventually(told, []);
  await slot("建築節能設計").getByRole("button", { name: "沒通過" }).click();
  await column(page, "none").locator(".slot", { hasText: "建築節能設計" }).waitFor();
  await eventually(async () => (await stored(page)).records.at(-1).declared, "not_passed");
  await slot("循環經濟之建築設計").getByRole("button", { name: "沒有修" }).click();
  await column(page, "none").locator(".slot", { hasText: "循環經濟之建築設計" }).waitFor();
  assert.equal((await stored(page)).records.length, MINE.records.length + 1);
  // What stands in no semester that is over is asked nothing.
  assert.equal(await page.locator(".slot-over").count(), 1);
});
