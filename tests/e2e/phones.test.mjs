// What phones do to a page: letters twice as large, narrow screens, fields that enlarge the page, cameras at the side, a
// reader's own colours, Back.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite } from "./lib.mjs";
import { PAGES, enter, shown, visit, withoutServiceWorker } from "./pages.mjs";
import { beyond } from "./every/readable.mjs";

after(closeBrowser);

async function open(t, listed, context = {}, settings = {}) {
  const site = await openSite(t, { context });
  await withoutServiceWorker(site.context);
  await enter(site.context, listed.student, settings);
  return visit(site.context, site.url, listed);
}

test("the bottom menu with letters twice as large, and on the narrowest phone: each word in its own place, in both languages", async (t) => {
  for (const [locale, lang] of [["zh-TW", "zh-TW"], ["en-GB", "en"]]) {
    // The longest word of all where it is bold, as that of the page one is on.
    for (const [width, size] of [[360, "200%"], [320, "100%"]]) {
      const page = await open(t, { route: "#/programs", student: "civil" }, { viewport: { width, height: 740 }, locale }, { lang });
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
      const words = await page.locator(".menu-entry span").evaluateAll((all) =>
        all.map((one) => [one.innerText, one.scrollWidth, one.parentElement.clientWidth, one.offsetHeight / parseFloat(getComputedStyle(one).lineHeight)]),
      );
      assert.equal(words.length, 5);
      for (const [word, wide, room, lines] of words) assert.ok(wide <= room && lines < 1.5, `${word} at ${width} px: ${wide} of ${room}, ${lines} lines`);
    }
  }
});

test("on a phone no field has letters under 16 px, which would enlarge the page around it", async (t) => {
  const pages = {};
  for (const listed of PAGES) {
    // One page for each student: from there it goes on as a student does, without loading anew.
    const page = (pages[listed.student] ??= await open(t, { ...listed, route: "" }, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }));
    const before = await page.title();
    await page.evaluate((route) => (location.hash = route || "#/"), listed.route);
    if (listed.route) await page.waitForFunction((before) => document.title !== before, before);
    await shown(page);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    const small = await page.locator("input:not([type=checkbox], [type=radio], [type=file]), select, textarea").evaluateAll((all) =>
      all.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 16).map((one) => `${one.id}.${one.className}`),
    );
    assert.deepEqual(small, [], listed.name);
  }
});

test("a long choice stays within its box", async (t) => {
  const page = await open(t, { route: "#/settings", student: "nobody" }, { viewport: { width: 320, height: 640 } });
  await page.evaluate(() => {
    const select = document.createElement("select");
    select.append(new Option("很長的選項".repeat(30)));
    document.querySelector("main").append(select);
  });
  const box = await page.locator("main > select").evaluate((one) => [one.scrollWidth - one.clientWidth, getComputedStyle(one).overflowX, one.offsetWidth <= one.parentElement.clientWidth]);
  assert.match(box[1], /hidden|clip/);
  assert.equal(box[2], true);
  assert.deepEqual(await page.evaluate(beyond), []);
});

test("Back keeps its place, the second time, too, and no entry is left to the browser's own memory", async (t) => {
  const page = await open(t, { route: "#/programs", student: "civil" }, { viewport: { width: 360, height: 740 } });
  const modes = [await page.evaluate(() => history.scrollRestoration)];
  for (const place of [900, 1500]) {
    await page.evaluate((place) => window.scrollTo(0, place), place);
    await page.waitForFunction((place) => Math.abs(scrollY - place) < 2, place);
    // By hand, and one in sight: WebKit goes back past what was opened without anybody, and a page that scrolls has another place.
    const links = page.locator(".program-card a");
    const inSight = await links.evaluateAll((all) => all.findIndex((one) => one.getBoundingClientRect().top > 60 && one.getBoundingClientRect().bottom < innerHeight - 120));
    await links.nth(inSight).click();
    await page.locator(".program-head h1").waitFor();
    modes.push(await page.evaluate(() => history.scrollRestoration));
    await page.goBack();
    await page.locator(".program-card").first().waitFor();
    await page.waitForFunction((place) => Math.abs(scrollY - place) < 40, place);
    modes.push(await page.evaluate(() => history.scrollRestoration));
  }
  assert.deepEqual([...new Set(modes)], ["manual"]);
});

test("a reader's own colours: what was told by a background alone has an edge", async (t) => {
  const page = await open(t, { route: "#/programs/AVM", student: "civil" }, { viewport: { width: 360, height: 740 }, forcedColors: "active" });
  for (const selector of [".badge", ".seg", ".menu-entry[aria-current]", ".way-courses > li", ".switch-none, .button"]) {
    const edges = await page.locator(selector).evaluateAll((all) => all.map((one) => [getComputedStyle(one).borderTopWidth, getComputedStyle(one).outlineWidth, getComputedStyle(one).outlineStyle]));
    for (const [border, outline, style] of edges) assert.ok(parseFloat(border) > 0 || (style !== "none" && parseFloat(outline) > 0), selector);
  }
});
