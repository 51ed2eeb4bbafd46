// What axe cannot see, on every page: letters set wide apart, and where the focus is while somebody tabs through.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { closeBrowser, openSite } from "./lib.mjs";
import { PAGES, enter, visit, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

/** A phone, and a screen. */
const SIZES = { phone: { width: 390, height: 844 }, screen: { width: 1280, height: 800 } };
/** As WCAG 1.4.12 asks: line height, space after paragraphs, between letters and between words. */
const SPACED = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";
/** How many steps of Tab are followed on a page. */
const STEPS = 60;

async function open(t, listed, viewport) {
  const site = await openSite(t, { context: { viewport } });
  await withoutServiceWorker(site.context);
  await enter(site.context, listed.student);
  return visit(site.context, site.url, listed);
}

for (const listed of PAGES) {
  test(`${listed.name}: letters and lines set wide apart fit`, async (t) => {
    const page = await open(t, listed, SIZES.phone);
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
  });
}

for (const [size, viewport] of Object.entries(SIZES)) {
  for (const listed of PAGES) {
    test(`${listed.name}: whoever tabs through sees where the focus is, ${size}`, async (t) => {
      const page = await open(t, listed, viewport);
      const wrong = [];
      let last;
      for (let step = 0; step < STEPS; step += 1) {
        await page.keyboard.press("Tab");
        const seen = await page.evaluate(focus);
        if (!seen || seen.first === true) break;
        if (seen.same === last) break;
        last = seen.same;
        if (seen.wrong) wrong.push(seen.wrong);
      }
      assert.deepEqual(wrong, []);
    });
  }
}

/** What is wrong with where the focus is, if anything: it is covered as a whole, or nothing marks it. */
function focus() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const name = `${element.tagName.toLowerCase()}#${element.id}.${element.className} ${(element.innerText ?? element.value ?? "").slice(0, 30)}`;
  // A control that only its label shows.
  const shown = element.matches(".visually-hidden") ? (element.closest("label") ?? element) : element;
  const box = shown.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + x * box.width, box.top + y * box.height]));
  const inView = points.filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
  const covered = !inView.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (shown.contains(top) || top.contains(shown));
  });
  const marks = (one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
  };
  // A link that fills its card is marked around the whole card.
  const marked = [shown, element, element.closest("label, .program-card")].filter(Boolean).some(marks);
  const said = [covered && "covered", !marked && "unmarked"].filter(Boolean).join(", ");
  return { same: name + box.top + box.left, wrong: said && `${name}: ${said}` };
}
