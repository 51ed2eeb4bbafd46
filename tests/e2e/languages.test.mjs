// The language follows the student's choice. That both are complete: every/languages.mjs.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite } from "./lib.mjs";

after(closeBrowser);

test("the language follows the choice at once and stays", async (t) => {
  const site = await openSite(t, { context: { locale: "en-GB" } });
  const page = await site.open("#/guide");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("heading", { level: 1, name: "跨域指南" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hant-TW");
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "跨域指南" }).waitFor();
  assert.equal(await page.title().then((title) => title.includes("跨域")), true);
});
