// Both languages are complete: no page mixes in the other one, except for names that the university has in Chinese only.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite } from "./lib.mjs";
import { PAGES, enter, visit, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const HAN = /\p{Script=Han}/u;
const root = new URL("../../", import.meta.url);

/** Every text of the data that holds Chinese: names of courses, programs, departments, and sources as they are cited. */
async function names() {
  const found = new Set();
  const collect = (value) => {
    if (typeof value === "string" && HAN.test(value)) found.add(value.trim());
    else if (Array.isArray(value)) value.forEach(collect);
    // A text in both languages has its Chinese half for the Chinese interface only.
    else if (value && typeof value === "object" && !("zh" in value && "en" in value)) {
      for (const [key, inner] of Object.entries(value)) collect(key), collect(inner);
    }
  };
  const curricula = (await readdir(new URL("public/curricula/", root))).map((name) => `public/curricula/${name}`);
  for (const path of ["programs.json", "public/courses.json", "public/names/en.json", ...curricula]) collect(JSON.parse(await readFile(new URL(path, root), "utf8")));
  // A card leaves out what every program's name ends with.
  for (const name of [...found]) found.add(name.replace(/微學程$/, ""));
  // What the interface itself quotes: its own name for Chinese, words of the portal, an example of a search, and on the
  // sheet for the office what the papers and the people are called there.
  const quoted = ["中文", "學業成績", "歷年成績", "測量", "微學程修畢學分申請書", "歷年成績單"];
  const people = ["微學程聯絡人", "微學程負責人", "就讀系系辦", "就讀系系主任"];
  for (const word of [...quoted, ...people]) found.add(word);
  return [...found].filter((name) => HAN.test(name)).sort((a, b) => b.length - a.length);
}

/** Everything a reader or a screen reader meets: texts, and attributes that hold words. Runs in the page. */
function words() {
  const seen = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    if (element.closest("#boot-problem, .boot-note, noscript, script, style")) continue;
    // A part that says its language is read with what it stands in: a name may hold spaces, and is marked in pieces then.
    if (node.nodeType === Node.TEXT_NODE) seen.push((element.matches("span[lang]") ? element.parentElement.textContent : node.data).trim());
    else for (const name of ["aria-label", "placeholder", "title", "alt"]) if (node.hasAttribute(name)) seen.push(node.getAttribute(name));
  }
  return [...new Set(seen.filter(Boolean))];
}

const known = await names();

for (const listed of PAGES) {
  test(`${listed.name}: no Chinese in the English interface but names`, async (t) => {
    const site = await openSite(t, { context: { locale: "en-GB" } });
    await withoutServiceWorker(site.context);
    await enter(site.context, listed.student, { lang: "en" });
    const page = await visit(site.context, site.url, listed);
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    const left = [];
    for (const text of await page.evaluate(words)) {
      if (!HAN.test(text)) continue;
      let rest = text;
      for (const name of known) if (rest.includes(name)) rest = rest.replaceAll(name, "");
      if (HAN.test(rest)) left.push(text);
    }
    assert.deepEqual(left, []);
  });

  test(`${listed.name}: no English sentence in the Chinese interface`, async (t) => {
    const site = await openSite(t);
    await withoutServiceWorker(site.context);
    await enter(site.context, listed.student, { lang: "zh-TW" });
    const page = await visit(site.context, site.url, listed);
    assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hant-TW");
    // Three words in a row without Chinese are a sentence that nobody translated.
    const left = (await page.evaluate(words)).filter((text) => !HAN.test(text) && /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text));
    assert.deepEqual(left, []);
  });
}

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
