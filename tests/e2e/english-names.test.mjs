// English names: first in the English interface, with the Chinese ones beside them; a file that nobody else asks for.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, offlineReady, openSite, started } from "./lib.mjs";
import { enter, visit, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

/** The files of English names that the host was asked for. */
const namesAsked = (site) => site.server.requests.filter((path) => path.startsWith("names/"));

async function english(t, options = {}) {
  const site = await openSite(t, { context: { locale: "en-GB" }, ...options });
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil", { lang: "en" });
  return site;
}

test("in Chinese nobody asks for the English names", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil", { lang: "zh-TW" });
  for (const route of ["", "#/courses", "#/programs", "#/programs/AVM", "#/plan"]) {
    const page = await visit(site.context, site.url, { route });
    await page.close();
  }
  assert.deepEqual(namesAsked(site), []);
});

test("courses and departments: English first, Chinese beside", async (t) => {
  const site = await english(t);
  const courses = await visit(site.context, site.url, { route: "#/courses" });
  const mine = courses.locator(".mine .course-name", { hasText: "測量學(一)" });
  assert.equal((await mine.innerText()).trim(), "Surveying(I) 測量學(一)");
  assert.equal(await mine.locator(".beside").getAttribute("lang"), "zh-Hant-TW");
  await courses.getByRole("combobox", { name: "Status of Surveying(I) 測量學(一)" }).waitFor();

  const program = await visit(site.context, site.url, { route: "#/programs/AVM" });
  await program.locator(".program-head", { hasText: "Department of Architecture 建築系" }).waitFor();
  await program.locator(".category .course-name", { hasText: "Hydrology 水文學" }).waitFor();
  // A course without an English name keeps its Chinese one.
  assert.equal((await program.locator(".category .course-name", { hasText: "綠建築概論" }).innerText()).trim(), "綠建築概論");
  await program.getByText("as last seen in the course system, up to 114-1").waitFor();

  const plan = await visit(site.context, site.url, { route: "#/plan" });
  await plan.locator("#add-target").selectOption("AVM");
  await plan.locator("#add-target").selectOption("AZ6");
  await plan.locator(".target", { hasText: "城鄉環境永續" }).getByText("Urban Space Reconstruction (transl.)").waitFor();
});

test("a name of another code is marked as a translation", async (t) => {
  const site = await english(t);
  const page = await visit(site.context, site.url, { route: "#/courses" });
  await page.getByRole("searchbox", { name: "Course name or code" }).fill("1401033");
  const found = page.locator(".results .course-name", { hasText: "微積分" });
  await found.waitFor();
  assert.equal((await found.innerText()).trim(), "Calculus (transl.) 微積分");
});

test("the first questions name departments in English, before the rest of the program is here", async (t) => {
  const site = await openSite(t, { context: { locale: "en-GB" } });
  await withoutServiceWorker(site.context);
  const page = await site.open();
  const option = page.locator("option", { hasText: "土木系" });
  await page.waitForFunction(() => [...document.querySelectorAll("option")].some((one) => one.text === "Civil Engineering 土木系"));
  assert.equal(await option.first().textContent(), "Civil Engineering 土木系");
  assert.deepEqual(namesAsked(site), ["names/units.txt"], "the long list waits until somebody is there");
});

for (const word of ["calculus", "Marketing", "DESIGN"]) {
  test(`searching for ${word} in English`, async (t) => {
    const site = await english(t);
    const page = await visit(site.context, site.url, { route: "#/courses" });
    await page.getByRole("searchbox", { name: "Course name or code" }).fill(word);
    await page.locator(".results .course-name").first().waitFor();
    const found = await page.locator(".results .course-name").allInnerTexts();
    assert.ok(found.some((name) => new RegExp(`\\b${word}`, "i").test(name)), found.join("\n"));

    const programs = await visit(site.context, site.url, { route: `#/programs?q=${word}` });
    const cards = await programs.locator(".program-card").count();
    // No program lists a course in calculus.
    assert.equal(cards > 0, word !== "calculus", `${cards} programs`);

    const plan = await visit(site.context, site.url, { route: "#/plan" });
    await plan.locator("#plan-search").fill(word);
    await plan.locator(".find .course-name", { hasText: new RegExp(`\\b${word}`, "i") }).first().waitFor();
  });
}

test("in Chinese English words find courses only once the names are here", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil", { lang: "zh-TW" });
  const page = await visit(site.context, site.url, { route: "#/programs?q=hydrology" });
  assert.equal(await page.locator(".program-card").count(), 0);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator(".program-card").first().waitFor();
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
  await page.locator(".program-card").first().waitFor();
});

test("the language can be switched for the first time without the host", async (t) => {
  const site = await openSite(t, { expected: [/ERR_CONNECTION_REFUSED/, /Failed to load resource/, /Failed to fetch/, /update/] });
  await enter(site.context, "civil", { lang: "zh-TW" });
  const page = await site.open("#/courses");
  await offlineReady(page);
  await site.server.close();
  await page.reload();
  await started(page);
  await page.getByRole("button", { name: "English" }).click();
  await page.locator(".mine .course-name", { hasText: "Surveying(I) 測量學(一)" }).waitFor();
  await site.server.restart();
});

test("without the English names the pages stand, in Chinese names, and say so", async (t) => {
  const site = await english(t, { expected: [/Failed to load resource/] });
  site.server.faults.set("names/en.json", { status: 404 });
  const page = await visit(site.context, site.url, { route: "#/courses" });
  await page.locator(".mine .course-name", { hasText: "測量學(一)" }).waitFor();
  await page.getByText("The English names did not load").waitFor();
});
