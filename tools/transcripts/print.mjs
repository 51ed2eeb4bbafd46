// Prints pages to PDF, as Chromium's own dialog does: `node print.mjs LIST`, a JSON list of {html, pdf, options}.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../../tests/e2e/package.json", import.meta.url))("playwright-core");
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
for (const { html, pdf, options } of JSON.parse(await readFile(process.argv[2], "utf8"))) {
  await page.goto(pathToFileURL(html).href);
  await page.pdf({ path: pdf, ...options });
}
await browser.close();
