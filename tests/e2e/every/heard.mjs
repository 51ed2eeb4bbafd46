// What axe cannot see: a part that is named twice, and where the focus is while somebody tabs through.
import assert from "node:assert/strict";

/** A phone, and a screen. */
const SIZES = { phone: { width: 390, height: 844 }, screen: { width: 1280, height: 800 } };
/** How many steps of Tab are followed on a page. */
const STEPS = 60;

const tabbed = (size) => ({
  name: `whoever tabs through sees where the focus is, ${size}`,
  size: SIZES[size],
  anew: true,
  async holds(page) {
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
  },
});

export const HEARD = [
  {
    name: "no part is named twice",
    size: SIZES.phone,
    async holds(page) {
      const twice = await page.evaluate(() =>
        [...document.querySelectorAll("main :is(section, ul, ol, table, fieldset, div):is([aria-label], [aria-labelledby])")]
          .filter((part) => {
            const name = part.getAttribute("aria-label") ?? document.getElementById(part.getAttribute("aria-labelledby"))?.innerText ?? "";
            const titles = [...part.parentElement.querySelectorAll(":is(h2, h3, h4, summary, legend, caption)")];
            return titles.some((title) => title.innerText.trim() === name.trim());
          })
          .map((part) => `${part.tagName.toLowerCase()}.${part.className}: ${part.getAttribute("aria-label") ?? part.getAttribute("aria-labelledby")}`),
      );
      assert.deepEqual(twice, []);
    },
  },
  tabbed("phone"),
  tabbed("screen"),
];

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
  const outlined = (one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  };
  const marks = (one) => outlined(one) || getComputedStyle(one).boxShadow !== "none";
  const numbers = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    return colour.startsWith("color(") ? [...parts.slice(0, 3).map((one) => one * 255), ...parts.slice(3)] : parts;
  };
  const light = (colour) => {
    const linear = (one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    const [red, green, blue] = numbers(colour).map((one) => linear(one / 255));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  // Of the line and of what lies beside it: 3 to 1 at least (WCAG 1.4.11).
  const contrast = (one) => {
    const { outlineColor, outlineOffset } = getComputedStyle(one);
    let ground = parseFloat(outlineOffset) < 0 ? one : one.parentElement;
    while (ground.parentElement && (numbers(getComputedStyle(ground).backgroundColor)[3] ?? 1) < 0.9) ground = ground.parentElement;
    const both = [light(outlineColor), light(getComputedStyle(ground).backgroundColor)];
    return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
  };
  // A link that fills its card is marked around the whole card.
  const marked = [shown, element, element.closest("label, .program-card")].filter(Boolean).some(marks);
  const line = [shown, element, element.closest("label, .program-card")].filter(Boolean).find(outlined);
  const weak = line && contrast(line) < 3;
  const said = [covered && "covered", !marked && "unmarked", weak && "a line that is hard to see"].filter(Boolean).join(", ");
  return { same: name + box.top + box.left, wrong: said && `${name}: ${said}` };
}
