// What holds on every page (every/): each is opened once in each language, and looked at in every way.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite } from "./lib.mjs";
import { PAGES, enter, shown, visit, withoutServiceWorker } from "./pages.mjs";
import { HEARD } from "./every/heard.mjs";
import { CHINESE, ENGLISH } from "./every/languages.mjs";
import { READABLE, READABLE_IN_ENGLISH } from "./every/readable.mjs";

after(closeBrowser);

/** `{ name, holds(page, listed) }`, with `size` and `theme` of the screen where they matter, and `anew`: loaded once more. */
const EVERYWHERE = [
  { locale: "zh-TW", lang: "zh-TW", checks: [...CHINESE, ...READABLE, ...HEARD] },
  { locale: "en-GB", lang: "en", checks: [...ENGLISH, ...READABLE_IN_ENGLISH] },
];
/** Where nothing else is asked for. */
const SIZE = { width: 360, height: 740 };

for (const listed of PAGES) {
  for (const { locale, lang, checks } of EVERYWHERE) {
    const closing = [];
    let opened;
    for (const check of checks) {
      test(`${listed.name}: ${check.name}`, async (t) => {
        if (check === checks.at(-1)) t.after(async () => { for (const close of closing) await close(); });
        opened ??= open({ after: (close) => closing.push(close) });
        const [site, page] = await opened;
        await page.setViewportSize(check.size ?? SIZE);
        await inTheme(page, check.theme ?? "light");
        if (check.anew) await page.reload({ waitUntil: "networkidle" }).then(() => shown(page));
        else await page.evaluate(asItWas);
        await check.holds(page, listed);
        assert.deepEqual(site.problems, []);
      });
    }

    async function open(t) {
      const site = await openSite(t, { context: { locale } });
      await withoutServiceWorker(site.context);
      await enter(site.context, listed.student, { lang });
      return [site, await visit(site.context, site.url, listed)];
    }
  }
}

/** As the device wishes; WebKit's driver shows no such wish, there it is the student's own choice. Colours on their way arrive at once. */
async function inTheme(page, theme) {
  if (process.env.ENGINE === "webkit") await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
  else await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(() => document.getAnimations().filter((one) => one instanceof CSSTransition).forEach((one) => one.finish()));
}

/** Takes back what the check before did to the page. Runs in the page. */
function asItWas() {
  document.documentElement.style.fontSize = "";
  document.adoptedStyleSheets = [];
}
