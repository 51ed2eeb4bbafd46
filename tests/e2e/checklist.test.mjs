// Ticking from the own curriculum: a semester's required courses at once, found by a word, with the count in sight.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, seed, stored } from "./lib.mjs";

after(closeBrowser);

const CIVIL = { profile: { group: "土木系", entry: 112, degree: "bachelor" }, records: [{ code: "3401007", name: "測量學(一)", credits: 2, term: "112-1", grade: { score: 81 } }] };

async function open(t, route = "#/courses", options) {
  const site = await openSite(t, options);
  await seed(site, CIVIL);
  const page = await site.open(route);
  await page.locator(".curriculum summary").click();
  await page.locator(".curriculum .checklist-head").first().waitFor();
  return [site, page];
}

const records = async (page) => (await stored(page)).records;

test("the required courses of a semester are ticked at once, and taken back at once", async (t) => {
  const [, page] = await open(t);
  const count = page.locator(".checklist-count");
  assert.match(await count.innerText(), /^科目表已勾 1 門、2 學分/);
  const button = page.getByRole("button", { name: /^一年級上學期：必修 \d+ 門打勾$/ });
  const missing = Number(/(\d+) 門/.exec(await button.innerText())[1]);
  assert.ok(missing > 3, `${missing}`);
  await button.click();
  await eventually(async () => (await records(page)).length, 1 + missing);
  const [first] = (await records(page)).filter((one) => one.code === "3401007");
  assert.deepEqual(first.grade, { score: 81 }, "what was there is as it was");
  await button.waitFor({ state: "detached" });
  await eventually(async () => new RegExp(`^科目表已勾 ${1 + missing} 門`).test(await count.innerText()), true);
  // The keyboard is not lost with the button that went.
  await page.getByRole("button", { name: "復原" }).click();
  await eventually(async () => (await records(page)).length, 1);
  await button.waitFor();
});

test("it is found by a word, and narrowed to what is required; the count stays in sight on a phone", async (t) => {
  const [, page] = await open(t, "#/courses", { context: { viewport: { width: 390, height: 844 } } });
  const rows = page.locator(".curriculum .course");
  const all = await rows.count();
  await page.getByLabel("只看必修").check();
  const required = await rows.count();
  assert.ok(required > 10 && required < all, `${required} of ${all}`);
  await page.getByLabel("只看必修").uncheck();
  await page.getByLabel("在科目表裡找課名或編碼").fill("測量");
  await eventually(async () => (await rows.allInnerTexts()).every((text) => text.includes("測量")), true);
  const found = await rows.count();
  assert.ok(found >= 1 && found < all, `${found} of ${all}`);
  const box = await page.locator(".checklist-count").boundingBox();
  assert.ok(box.y > 0 && box.y + box.height <= 844, `${box.y}`);
  await page.getByLabel("在科目表裡找課名或編碼").fill("沒有這種課");
  await page.locator(".curriculum").getByText("找不到符合的課程").waitFor();
  assert.equal(await rows.count(), 0);
});

test("in English by its English name", async (t) => {
  const [, page] = await open(t, "#/courses", { context: { locale: "en-US" } });
  await page.getByRole("heading", { name: "Year 1, autumn" }).waitFor();
  await page.getByLabel("Find a name or code in the curriculum").fill("surveying");
  await eventually(async () => (await page.locator(".curriculum .course").count()) > 0, true);
  assert.match(await page.locator(".curriculum .course").first().innerText(), /Surveying/i);
});
