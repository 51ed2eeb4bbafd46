// Both languages are complete: no page mixes in the other one, except for names that the university has in Chinese only.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";

const HAN = /\p{Script=Han}/u;
const root = new URL("../../../", import.meta.url);

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

export const CHINESE = [
  {
    name: "no English sentence in the Chinese interface",
    async holds(page) {
      assert.equal(await page.locator("html").getAttribute("lang"), "zh-Hant-TW");
      // Three words in a row without Chinese are a sentence that nobody translated.
      const left = (await page.evaluate(words)).filter((text) => !HAN.test(text) && /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text));
      assert.deepEqual(left, []);
    },
  },
];

export const ENGLISH = [
  {
    name: "no Chinese in the English interface but names",
    async holds(page) {
      assert.equal(await page.locator("html").getAttribute("lang"), "en");
      const left = [];
      for (const text of await page.evaluate(words)) {
        if (!HAN.test(text)) continue;
        let rest = text;
        for (const name of known) if (rest.includes(name)) rest = rest.replaceAll(name, "");
        if (HAN.test(rest)) left.push(text);
      }
      assert.deepEqual(left, []);
    },
  },
  {
    // Options and labels cannot say it of their parts; everything else does.
    name: "Chinese on an English page says that it is Chinese",
    size: { width: 320, height: 640 },
    async holds(page) {
      for (const details of await page.locator("main details").all()) await details.evaluate((element) => (element.open = true));
      const unmarked = await page.evaluate(() => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const element = node.parentElement;
          if (!/\p{Script=Han}/u.test(node.data) || element.closest("option, #boot-problem, noscript, script, style")) continue;
          if (!element.closest("[lang]").lang.startsWith("zh")) found.push(node.data.trim());
        }
        return found;
      });
      assert.deepEqual(unmarked, []);
      // English names are long: still nothing is wider than the narrowest screen.
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
    },
  },
];
