// Draws the PNG icons from public/icons/icon.svg: `cargo xtask icons`. Run after the SVG has changed; the PNG files are
// kept in the repository so that a build needs no browser.
import { readFile, writeFile } from "node:fs/promises";
import { browser, closeBrowser } from "../tests/e2e/lib.mjs";

const folder = new URL("../public/icons/", import.meta.url);
const svg = await readFile(new URL("icon.svg", folder), "utf8");
/** The corners are the platform's own business there: the background fills the square, the drawing its safe zone. */
const bleeding = svg.replace(' rx="112"', "");
const wanted = [
  ["icon-192.png", 192, svg],
  ["icon-512.png", 512, svg],
  ["maskable-512.png", 512, bleeding],
  ["apple-touch-icon.png", 180, bleeding],
];

const page = await (await browser()).newPage();
for (const [name, size, drawing] of wanted) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<body style="margin:0">${drawing.replace("<svg ", `<svg width="${size}" height="${size}" style="display:block" `)}`);
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
  console.log(name);
}
await closeBrowser();
