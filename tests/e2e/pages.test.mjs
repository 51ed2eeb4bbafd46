// What holds on every page: readable by everyone, whatever the theme, and on the narrowest screen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite } from "./lib.mjs";
import { PAGES, enter, visit, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.2 at level AA, and what the makers of axe call good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The width at which WCAG asks for no scrolling in two directions (1.4.10), in CSS pixels. */
const NARROWEST = 320;

for (const theme of ["light", "dark"]) {
  for (const listed of PAGES) {
    test(`${listed.name}: axe finds nothing, ${theme}`, async (t) => {
      const page = await open(t, listed, { colorScheme: theme });
      // Evaluated from outside the page, where its policy does not reach.
      await page.evaluate(axe);
      const { violations } = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), RULES);
      const told = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.any[0]?.message ?? node.failureSummary}`));
      assert.deepEqual(told, []);
    });
  }
}

for (const listed of PAGES) {
  test(`${listed.name}: nothing is wider than ${NARROWEST} px, and one heading names the page and its tab`, async (t) => {
    const page = await open(t, listed, { viewport: { width: NARROWEST, height: 640 } });
    const wide = await page.evaluate((limit) => {
      if (document.documentElement.scrollWidth <= limit) return [];
      return [...document.querySelectorAll("body *")]
        .filter((element) => element.getBoundingClientRect().right > limit + 1)
        .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    }, NARROWEST);
    assert.deepEqual(wide, []);
    assert.equal(await page.locator("h1").count(), 1);
    // The tab is called like the page; the sheet like the file that it is printed to.
    const [name, title] = [await page.locator("h1").innerText(), await page.title()];
    assert.ok(title === `${name} · 跨域` || (listed.name === "sheet" && title.includes(name)), title);
  });
}

for (const listed of PAGES) {
  test(`${listed.name}: text twice as large fits`, async (t) => {
    const page = await open(t, listed, { viewport: { width: 2 * NARROWEST, height: 900 } });
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    // Nothing that is read is cut off.
    const cut = await page.evaluate(() =>
      [...document.querySelectorAll("main :is(h1, h2, h3, p, a, button, .badge, .tag, .course-name)")]
        .filter((element) => getComputedStyle(element).overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1 && !element.matches(".visually-hidden"))
        .map((element) => element.innerText),
    );
    assert.deepEqual(cut, []);
  });
}

async function open(t, listed, context) {
  const site = await openSite(t, { context });
  await withoutServiceWorker(site.context);
  await enter(site.context, listed.student);
  return visit(site.context, site.url, listed);
}
