// Prints pages to PDF, as a browser's own dialog does: `node print.mjs LIST [firefox]`, a JSON list of {html, pdf, options}
// with the options of Chromium's; Firefox is given the same paper.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { openFirefox } from "../../tests/e2e/firefox.mjs";

/** In centimetres. */
const PAPER = { A4: { width: 21, height: 29.7 }, Letter: { width: 21.59, height: 27.94 } };

async function chromiumPrinter() {
  const { chromium } = createRequire(new URL("../../tests/e2e/package.json", import.meta.url))("playwright-core");
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const page = await browser.newPage();
  return {
    async print(html, pdf, options) {
      await page.goto(pathToFileURL(html).href);
      await page.pdf({ path: pdf, ...options });
    },
    close: () => browser.close(),
  };
}

async function firefoxPrinter() {
  const browser = await openFirefox();
  return {
    async print(html, pdf, { format, landscape, scale, printBackground }) {
      await browser.goto(pathToFileURL(html).href);
      const options = { page: PAPER[format], orientation: landscape ? "landscape" : "portrait", scale, background: printBackground };
      await writeFile(pdf, await browser.print(options));
    },
    close: () => browser.close(),
  };
}

const [list, browser] = process.argv.slice(2);
const printer = browser === "firefox" ? await firefoxPrinter() : await chromiumPrinter();
for (const { html, pdf, options } of JSON.parse(await readFile(list, "utf8"))) {
  await printer.print(html, pdf, options);
}
await printer.close();
