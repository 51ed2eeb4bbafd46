// A link of a timetable app, pasted: its class numbers become courses by the classes of that semester, or are named.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, siteOn, stored } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

/** 24 November 2026: 115-1. */
const NOW = new Date("2026-11-24T10:00:00+08:00");
const CLASSES = /\/classes\//;
// 362942 and 362777 are classes of 測量學(一) and 物理 in 115-1; the last number is none.
const LINK = "https://timetable.example.org/?term=115-1&plan=362942.362777.399999.399998";

async function open(t, options) {
  const site = await siteOn(t, NOW, { version: 4, profile: { group: "土木系", entry: 113, degree: "bachelor" } }, options);
  await withoutServiceWorker(site.context);
  const asked = [];
  site.context.on("request", (request) => CLASSES.test(request.url()) && asked.push(new URL(request.url()).pathname));
  const page = await site.open("#/import");
  await page.locator("#paste").waitFor();
  return { site, page, asked };
}

const paste = (page, text) =>
  page.locator("#paste").evaluate((box, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    // Firefox is given what is pasted in other words.
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, data: text, dataType: "text/plain", bubbles: true }));
  }, text);

const skipped = (page) => page.locator(".source .issues li").filter({ hasText: "399999" });

test("a pasted link becomes courses of its semester; what no class is known for is named, and nothing is fetched before", async (t) => {
  const { page, asked } = await open(t);
  await page.locator("#paste").fill("課程編碼,課名,成績\n9901001,甲,75\n");
  await page.getByRole("button", { name: "讀取" }).click();
  await page.locator(".source li.course", { hasText: "甲" }).waitFor();
  assert.deepEqual(asked, [], "the classes are asked for by a link only");
  await paste(page, LINK);
  await page.locator(".source li.course", { hasText: "測量學(一)" }).waitFor();
  await page.locator(".source li.course", { hasText: "物理" }).waitFor();
  assert.equal(await page.locator(".source li.course").count(), 2);
  assert.deepEqual(asked.map((path) => path.split("/").at(-1)).sort(), ["115-1.json", "terms.json"]);
  await skipped(page).waitFor();
  assert.match(await skipped(page).innerText(), /沒有這個課號[\s\S]*399999、399998/);
  await page.getByText("讀到 2 列，略過 2 列").waitFor();
  assert.deepEqual(
    await page.locator(".source li.course select[aria-label*=狀態], .source li.course select").evaluateAll((all) => all.map((one) => one.value).filter((value) => value === "in_progress").length),
    2,
  );
  await page.getByRole("button", { name: "存起來" }).click();
  await page.getByText("已存好").waitFor();
  const records = (await stored(page)).records;
  assert.deepEqual(records.map((one) => [one.code, one.term, one.declared]).sort(), [
    ["1401041", "115-1", "in_progress"],
    ["3401007", "115-1", "in_progress"],
  ]);
  await page.goto(`${page.url().split("#")[0]}#/courses`);
  await page.getByText("測量學(一)").first().waitFor();
});

test("without the classes the link says so, and is read when they come", async (t) => {
  const { site, page } = await open(t, { expected: [/classes\/115-1/, /Failed to load resource/] });
  await site.context.route(/classes\/115-1/, (route) => route.abort());
  await paste(page, LINK);
  const lost = page.locator(".source .issues li", { hasText: "拿不到這個學期的開課資料" });
  await lost.waitFor();
  assert.match(await lost.innerText(), /362942、362777、399999、399998/);
  await site.context.unroute(/classes\/115-1/);
  await page.getByRole("button", { name: "讀取" }).click();
  await page.locator(".source li.course", { hasText: "測量學(一)" }).waitFor();
  assert.equal(await lost.count(), 0);
});

test("a link of a semester without classes, and one of the next, among other lines", async (t) => {
  const { page } = await open(t);
  await paste(page, "我的課表\nhttps://timetable.example.org/?term=109-2&plan=362942.362777\n");
  await page.locator(".source .issues li", { hasText: "沒有這個學期的開課資料" }).waitFor();
  await page.getByText("沒有讀到課程").waitFor();
  await paste(page, `我的課表：\n${LINK}\n給你看`);
  await page.locator(".source li.course", { hasText: "測量學(一)" }).waitFor();
});
