// Pictures of every page: `cargo xtask screenshots [PART-OF-A-NAME]...`. Sizes, themes and languages by all pages, under
// target/screenshots/. With arguments only pages whose name contains one of them. For looking at, not for comparing.
import { mkdir } from "node:fs/promises";
import { PAGES, enter, visit, withoutServiceWorker } from "../tests/e2e/pages.mjs";
import { browser, closeBrowser, startServer } from "../tests/e2e/lib.mjs";

const folder = new URL("../target/screenshots/", import.meta.url).pathname;
const SIZES = [
  { name: "phone", width: 360, height: 740 },
  { name: "tablet", width: 768, height: 1024 },
  { name: "desktop", width: 1440, height: 900 },
];
const LANGUAGES = [
  ["zh", "zh-TW", "zh-TW"],
  ["en", "en", "en"],
];

const wanted = process.argv.slice(2);
const pages = PAGES.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
const server = await startServer();
let count = 0;
for (const { name: size, ...viewport } of SIZES) {
  for (const theme of ["light", "dark"]) {
    for (const [short, lang, locale] of LANGUAGES) {
      const shelf = `${folder}${size}-${theme}-${short}/`;
      await mkdir(shelf, { recursive: true });
      for (const listed of pages) {
        const context = await (await browser()).newContext({
          viewport,
          locale,
          colorScheme: theme,
          timezoneId: "Asia/Taipei",
          reducedMotion: "reduce",
        });
        await withoutServiceWorker(context);
        await enter(context, listed.student, { lang });
        const page = await visit(context, server.url, listed);
        await page.screenshot({ path: `${shelf}${listed.name}.png`, fullPage: size !== "desktop" });
        await context.close();
        count += 1;
      }
      console.log(`${shelf}: ${pages.length}`);
    }
  }
}
await closeBrowser();
await server.close();
console.log(`${count} screenshots`);
