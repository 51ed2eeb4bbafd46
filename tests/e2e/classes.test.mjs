// When courses are taught: classes in the plan, clashes, busy hours by keyboard, a semester to come, offline, timetables.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { closeBrowser, offlineReady, siteOn, stored } from "./lib.mjs";

after(closeBrowser);

/** 24 November 2026: 115-1. */
const NOW = new Date("2026-11-24T10:00:00+08:00");
const planned = (code, name, term, credits = 2) => ({ code, name, credits, term });
const student = (...courses) => ({
  version: 4,
  profile: { group: "土木系", entry: 113, degree: "bachelor" },
  plans: [{ id: 7, name: "甲", edition: "115-1", targets: [], courses }],
});
const week = (page, term = "115-1") => page.locator(`.week[data-week="${term}"]`);
const open = async (t, document, options) => {
  const site = await siteOn(t, NOW, document, options);
  return [site, await site.open("#/plan")];
};

test("what clashes in every class is told, and what has no class or no time is not judged", async (t) => {
  const [, page] = await open(
    t,
    student(
      planned("3404016", "環境規劃與管理", "115-1"),
      planned("1416013", "生態與環保", "115-1"),
      planned("3903423", "建築節能設計", "115-1"),
      planned("3004115", "實務專題(二)", "115-1"),
    ),
  );
  const clash = week(page).locator(".clash");
  await clash.waitFor();
  assert.match(await clash.innerText(), /「環境規劃與管理」、「生態與環保」每一班都在同一時間：星期三第 3 到 4 節。/);
  const all = await week(page).innerText();
  assert.match(all, /115-1 的開課資料，資料日期 2026-07-24/);
  // What only readers have stands on a line of its own, or not: the engines differ.
  assert.match(all, /三 3–4\s*星期三第 3 到 4 節\s+土木三甲、土木三乙/);
  assert.match(all, /115-1 沒有開班/);
  assert.match(all, /時間未公布/);
  assert.match(all, /沒有判斷會不會衝堂：「建築節能設計」、「實務專題\(二\)」/);
});

test("a class is chosen, a clash of the choice told, and the suggestion taken", async (t) => {
  // Of the three classes of 測量學(一) in 115-1 one is on Friday, two on Monday; 物理 has Monday and Tuesday mornings too.
  const [, page] = await open(t, student(planned("3401007", "測量學(一)", "115-1"), planned("3404016", "環境規劃與管理", "115-1")));
  const select = page.getByLabel("班別 測量學(一)");
  await select.selectOption("362942");
  await week(page).locator(".fits").waitFor();
  assert.equal((await stored(page)).plans[0].courses[0].class, "362942");
  assert.equal(await page.evaluate(() => document.activeElement?.id), await select.getAttribute("id"), "the keyboard stays");
  // Monday third and fourth hour is taken.
  await page.getByRole("button", { name: "我沒空的時間" }).click();
  await page.getByRole("button", { name: "星期一第 3 節" }).click();
  const clash = week(page).locator(".clash");
  await clash.waitFor();
  assert.match(await clash.innerText(), /「測量學\(一\)」選的班在你沒空的時間：星期一第 3 節。/);
  assert.match(await week(page).locator(".panel").innerText(), /換班就不衝堂：\s+測量學\(一\)：五 5–6\s*星期五第 5 到 6 節\s+· 土木一甲/);
  await page.getByRole("button", { name: "採用這些班" }).click();
  await week(page).locator(".fits").waitFor();
  assert.equal((await stored(page)).plans[0].courses[0].class, "362923");
  // Moved to another semester, the course leaves its class behind.
  await page.getByLabel("移到 測量學(一)").selectOption("115-2");
  assert.equal((await stored(page)).plans[0].courses.find((one) => one.code === "3401007").class, undefined);
});

for (const [lang, hours, choice] of [
  ["zh-TW", "星期三第 3 到 4 節", "星期五第 5 到 6 節 · 土木一甲"],
  ["en", "Wednesday periods 3 to 4", "Friday periods 5 to 6 · 土木一甲"],
]) {
  test(`weekdays and periods are heard in words, ${lang}`, async (t) => {
    const document = student(planned("3404016", "環境規劃與管理", "115-1"), planned("3401007", "測量學(一)", "115-1"));
    const [, page] = await open(t, { ...document, settings: { lang } });
    await week(page).locator(".week-course").first().waitFor();
    const heard = await week(page).ariaSnapshot();
    assert.ok(heard.includes(hours), heard);
    assert.ok(heard.includes(choice), heard);
    // An option is heard by its name; the snapshot gives what is seen of it after that.
    assert.doesNotMatch(heard.replace(/^(\s*- option "[^"]*"[^:]*): .*$/gm, "$1"), /\d–\d/);
  });
}

test("busy hours are marked by keyboard alone, stored, and go into no link", async (t) => {
  const [, page] = await open(t, student(planned("3404016", "環境規劃與管理", "115-1")));
  const button = page.getByRole("button", { name: "我沒空的時間" });
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator(".hours").waitFor();
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /星期一第 1 節，08:10 到 09:00/);
  for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown", "Space", "ArrowDown", "Space"]) await page.keyboard.press(key);
  await week(page).locator(".clash").waitFor();
  assert.match(await week(page).locator(".clash").innerText(), /「環境規劃與管理」每一班都在你沒空的時間：星期三第 3 到 4 節/);
  assert.deepEqual((await stored(page)).busy, { "115-1": { own: "3:34" } });
  assert.equal(await page.locator('.hour[aria-pressed="true"]').count(), 2);
  assert.equal(await page.locator('.hour[tabindex="0"]').count(), 1);
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelectorAll('.hour[aria-pressed="true"]').length === 1);
  assert.deepEqual((await stored(page)).busy, { "115-1": { own: "3:3" } });
  await page.getByRole("button", { name: "全部清除" }).click();
  await page.waitForFunction(() => document.querySelectorAll('.hour[aria-pressed="true"]').length === 0);
  await page.locator(".toaster").getByRole("button", { name: "復原" }).click();
  await page.waitForFunction(() => document.querySelectorAll('.hour[aria-pressed="true"]').length === 1);
});

test("a semester to come is shown as in the last of its kind, and says so, in English too", async (t) => {
  const document = student(planned("3903446", "循環經濟之建築設計", "115-2"), planned("3903481", "BIM建築資訊系統概論", "115-2", 3));
  const [, page] = await open(t, { ...document, settings: { lang: "en" } });
  await week(page, "115-2").getByText("classes of 115-2 are not out").waitFor();
  const all = await week(page, "115-2").innerText();
  assert.match(all, /As in 114-2 \(as of 2026-06-14\)/);
  assert.match(all, /Wed 3–4/);
  assert.match(all, /In English/);
  assert.match(all, /All courses with known times can be taken together/);
});

test("after the home page alone it works without a network", async (t) => {
  const gone = [/ERR_CONNECTION_REFUSED/, /Failed to load resource/, /Failed to fetch/, /update/];
  const site = await siteOn(t, NOW, student(planned("3404016", "環境規劃與管理", "115-1")), { expected: gone });
  const page = await site.open();
  await offlineReady(page);
  await site.server.close();
  await page.evaluate(() => (location.hash = "#/plan"));
  await week(page).getByText("115-1 的開課資料").waitFor();
  assert.match(await week(page).innerText(), /三 3–4/);
  await site.server.restart();
});

test("a program's page says whether the cheapest way fits next semester, and which is the cheapest that does", async (t) => {
  // Monday and Wednesday mornings are taken in 115-2, whose classes are as in 114-2.
  const document = { ...student(), busy: { "115-2": { own: "1:12345,3:1234" } } };
  const site = await siteOn(t, NOW, document);
  const answer = async (program) => {
    const page = await site.open(`#/programs/${program}`);
    const ahead = page.locator(".ahead").first();
    await ahead.getByText("下學期排得進去嗎？").click();
    await ahead.getByText("以下同 114-2").waitFor();
    return ahead.innerText();
  };
  const dearer = await answer("AZ2");
  assert.match(dearer, /就已知的時間，在 115-2 不衝堂最省的走法：4 門 · 11 學分，比最省的走法多 2 學分/);
  assert.doesNotMatch(dearer, /每一班都在你沒空的時間/);
  assert.match(await answer("AVJ"), /每一種走法在 115-2 都有衝堂/);
  assert.match(await answer("AVM"), /最省的走法在 115-2 不衝堂|在 115-2 不衝堂的走法，學分一樣/);
});

test("the hours of an imported timetable are kept only when asked for", async (t) => {
  const text = await readFile(new URL("../fixtures/transcripts/timetable-pasted.txt", import.meta.url), "utf8");
  const site = await siteOn(t, NOW, student());
  const page = await site.open("#/import");
  const paste = async () => {
    await page.getByLabel("貼在這裡").fill(text);
    await page.getByRole("button", { name: "讀取" }).click();
    await page.locator(".review-bar").waitFor();
  };
  await paste();
  await page.getByRole("button", { name: "存起來" }).click();
  await page.locator(".toaster .toast").waitFor();
  assert.equal((await stored(page)).busy, undefined);
  await page.evaluate(() => (location.hash = "#/import"));
  await paste();
  await page.getByLabel(/也把課表的上課時間/).check();
  await page.getByRole("button", { name: "存起來" }).click();
  await page.waitForFunction(() => location.hash !== "#/import");
  const { busy } = await stored(page);
  assert.equal(Object.keys(busy).length, 1);
  const [[, hours]] = Object.entries(busy);
  assert.match(hours.timetable, /^[1-7]:/);
  assert.equal(hours.own, undefined);
});
