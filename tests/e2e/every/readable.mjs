// Readable by everyone, whatever the theme, on the narrowest screen, with larger letters, and spaced ones.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** WCAG 2.2 at level AA, and what the makers of axe call good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The width at which WCAG asks for no scrolling in two directions (1.4.10), in CSS pixels. */
const NARROWEST = { width: 320, height: 640 };
const PHONE = { width: 390, height: 844 };
/** As WCAG 1.4.12 asks: line height, space after paragraphs, between letters and between words. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";

const axeIn = (theme) => ({
  name: `axe finds nothing, ${theme}`,
  theme,
  async holds(page) {
    // Evaluated from outside the page, where its policy does not reach.
    await page.evaluate(axe);
    const { violations } = await page.evaluate((tags) => axe.run(document, { runOnly: tags, resultTypes: ["violations"] }), RULES);
    const told = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.any[0]?.message ?? node.failureSummary}`));
    assert.deepEqual(told, []);
  },
});

export const READABLE = [
  axeIn("light"),
  axeIn("dark"),
  {
    name: `nothing is wider than ${NARROWEST.width} px, and one heading names the page and its tab`,
    size: NARROWEST,
    async holds(page, listed) {
      assert.deepEqual(await page.evaluate(beyond), []);
      assert.equal(await page.locator("h1").count(), 1);
      // The tab is called like the page; the sheet like the file that it is printed to.
      const [name, title] = [await page.locator("h1").innerText(), await page.title()];
      assert.ok(title === `${name} · 跨域` || (listed.name === "sheet" && title.includes(name)), title);
    },
  },
  {
    name: "text twice as large fits",
    size: { width: 2 * NARROWEST.width, height: 900 },
    async holds(page) {
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
    },
  },
  {
    name: "letters twice as large fit on a phone",
    size: { width: 360, height: 740 },
    async holds(page) {
      await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
      assert.deepEqual(await page.evaluate(beyond), []);
    },
  },
  {
    name: "letters and lines set wide apart fit",
    size: PHONE,
    async holds(page) {
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, SPACED);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("body *")]
          .filter((element) => {
            const { overflowX, overflowY, display } = getComputedStyle(element);
            // What only screen readers have takes a pixel.
            if (display === "inline" || element.clientWidth <= 1 || element.closest(".visually-hidden, svg, select, option, textarea, input, #boot-problem")) return false;
            const hides = (overflow) => overflow === "hidden" || overflow === "clip";
            return element.innerText?.trim() && ((hides(overflowX) && element.scrollWidth > element.clientWidth + 2) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 2));
          })
          .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.innerText.slice(0, 40)}`),
      );
      assert.deepEqual(cut, []);
    },
  },
];

export const READABLE_IN_ENGLISH = [
  {
    name: "English fits in 320 px",
    size: NARROWEST,
    async holds(page) {
      assert.deepEqual(await page.evaluate(beyond), []);
    },
  },
];

/** What reaches beyond the screen's edge. Runs in the page. */
export function beyond() {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return [];
  const scrolls = (element) => element.parentElement.closest(".scroll, .details, pre");
  const wide = [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !scrolls(element))
    .map((element) => `${element.tagName.toLowerCase()}.${element.className}: ${element.innerText?.slice(0, 30)}`);
  return wide.length ? wide : [`${document.documentElement.scrollWidth} px`];
}
