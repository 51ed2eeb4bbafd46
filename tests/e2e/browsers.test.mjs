// Browsers that are too old, that translate, that stand inside other apps or on the home screen.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite, seed, started, stored } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const dialog = (page) => page.locator("#boot-problem");
const MINE = { profile: { group: "土木系", entry: 112, degree: "bachelor" }, records: [{ code: "3401007", name: "測量學(一)", credits: 2, declared: "passed" }] };

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = "Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36";
const AGENTS = {
  line: `${IPHONE} Safari Line/14.9.0`,
  instagram: `${IPHONE} Mobile/15E148 Instagram 340.0.3.27.95`,
  facebook: `${ANDROID} [FB_IAB/FB4A;FBAV/471.0.0;]`,
  anApp: `${IPHONE} Mobile/15E148`,
  safari: `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`,
};

/** What a browser that is too old lacks. Runs in the page. */
const LACKING = {
  "layers of styles": () => delete window.CSSLayerBlockRule,
  "dialogs": () => delete window.HTMLDialogElement,
  "parts of WebAssembly": () => (WebAssembly.validate = () => false),
};
/** Counts the modules that are made. Runs in the page. */
function countModules() {
  window.made = 0;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = (...args) => {
      window.made += 1;
      return original.apply(WebAssembly, args);
    };
  }
}

for (const [what, lack] of Object.entries(LACKING)) {
  test(`a browser without ${what}: is told that it is too old, and starts nothing`, async (t) => {
    const site = await openSite(t, { expected: [/./] });
    await site.context.addInitScript(countModules);
    await site.context.addInitScript(lack);
    const page = await site.context.newPage();
    await page.goto(site.url);
    await page.getByText("這個瀏覽器太舊").waitFor();
    assert.equal(await page.getByText("網路可能中斷了").isVisible(), false);
    await page.waitForLoadState("networkidle");
    assert.equal(await page.evaluate(() => window.made), 0);
    assert.equal(await page.locator("#shell").count(), 1);
  });
}

test("a page that the browser has translated tells so, and opens in English", async (t) => {
  const site = await openSite(t, { context: { locale: "vi-VN" } });
  await seed(site, { ...MINE, settings: { lang: "zh-TW" } });
  const page = await site.open("#/courses");
  const root = page.locator("html");
  assert.equal(await root.getAttribute("translate"), "no");
  assert.equal(await page.locator("meta[name=google]").getAttribute("content"), "notranslate");
  assert.equal(await root.getAttribute("lang"), "zh-Hant-TW");
  const hint = page.getByRole("status").filter({ hasText: "Your browser translates this page" });
  await page.getByRole("heading", { level: 1, name: "修課" }).waitFor();
  assert.equal(await hint.count(), 0);
  // As Google's translation does it: every text in elements of its own, and a class on the root.
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    const texts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node);
    for (const node of texts) {
      const font = document.createElement("font");
      font.append("đã dịch");
      node.replaceWith(font);
    }
    document.documentElement.classList.add("translated-ltr");
  });
  await hint.waitFor();
  await Promise.all([page.waitForEvent("load"), hint.getByRole("button", { name: "Open it in English" }).click()]);
  await started(page);
  await page.getByRole("heading", { level: 1, name: "My courses" }).waitFor();
  assert.equal(await root.getAttribute("lang"), "en");
  assert.equal((await stored(page)).records.length, 1);
});

for (const [name, agent, text] of [
  ["LINE", AGENTS.line, "這是 LINE 裡的瀏覽器"],
  ["Instagram", AGENTS.instagram, "這是 Instagram 裡的瀏覽器"],
  ["Facebook", AGENTS.facebook, "這是 Facebook 裡的瀏覽器"],
  ["an unknown app", AGENTS.anApp, "這是別的 App 裡的瀏覽器"],
]) {
  test(`inside ${name}: says so, and gives the text of a file where none can be downloaded`, async (t) => {
    const site = await openSite(t, { context: { userAgent: agent } });
    await site.context.addInitScript(() => (Navigator.prototype.canShare = undefined));
    await seed(site, MINE);
    const page = await site.open("#/settings");
    const notice = page.getByRole("status").filter({ hasText: text });
    await notice.waitFor();
    const outside = notice.getByRole("link", { name: "用瀏覽器開啟" });
    if (name === "LINE") assert.equal(await outside.getAttribute("href"), `${site.url}?openExternalBrowser=1#/settings`);
    else assert.equal(await outside.count(), 0);
    await page.getByRole("button", { name: "匯出備份檔" }).click();
    const box = page.getByRole("textbox", { name: "這裡不能下載檔案" });
    await box.waitFor();
    assert.equal(JSON.parse(await box.inputValue()).records[0].code, "3401007");
  });
}

test("where files cannot be downloaded but shared, they are shared; who thinks better of it sees no text", async (t) => {
  const site = await openSite(t, { context: { userAgent: AGENTS.instagram } });
  await site.context.addInitScript(() => {
    window.shared = [];
    Navigator.prototype.canShare = ({ files }) => files?.length === 1;
    Navigator.prototype.share = async ({ files }) => {
      window.shared.push([files[0].name, files[0].type, await files[0].text()]);
      if (window.shared.length > 1) throw new DOMException("no", "AbortError");
    };
  });
  await seed(site, MINE);
  const page = await site.open("#/settings");
  for (const times of [1, 2]) {
    await page.getByRole("button", { name: "匯出備份檔" }).click();
    await page.waitForFunction((times) => window.shared.length === times, times);
  }
  const [[name, type, text]] = await page.evaluate(() => window.shared);
  assert.deepEqual([name, type, JSON.parse(text).kind], ["kuayu-backup.json", "application/json", "backup"]);
  assert.equal(await page.locator("#handed").count(), 0);
});

test("an ordinary browser downloads, and is told nothing", async (t) => {
  const site = await openSite(t);
  await seed(site, MINE);
  const page = await site.open("#/settings");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "匯出備份檔" }).click()]);
  assert.equal(download.suggestedFilename(), "kuayu-backup.json");
  assert.equal(await page.getByText("裡的瀏覽器").count(), 0);
});

test("an iPhone: how to put it on the home screen, and that Safari may clear what is stored", async (t) => {
  const site = await openSite(t, { context: { userAgent: AGENTS.safari } });
  const page = await site.open("#/settings");
  await page.getByText("在 Safari 按「分享」").waitFor();
  await page.getByText("七天沒有開啟這個網頁").waitFor();
});

test("a browser that offers to install the page is asked from Settings, and by nothing else", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open("#/settings");
  const card = page.locator("#install");
  await card.getByText("在瀏覽器的選單裡").waitFor();
  const prevented = await page.evaluate(() => {
    const event = new Event("beforeinstallprompt", { cancelable: true });
    event.prompt = () => Promise.resolve((window.asked = true));
    window.dispatchEvent(event);
    return event.defaultPrevented;
  });
  assert.ok(prevented);
  await card.getByRole("button", { name: "安裝" }).click();
  assert.equal(await page.evaluate(() => window.asked), true);
});

test("links ask LINE to open them outside, and nobody else sees the question for long", async (t) => {
  const site = await openSite(t);
  const page = await site.open("?openExternalBrowser=1#/programs");
  await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
  assert.equal(page.url(), `${site.url}#/programs`);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
  await site.context.setOffline(true);
  await page.goto(`${site.url}?openExternalBrowser=1#/guide`);
  await started(page);
  await page.getByRole("heading", { level: 1, name: "指南" }).waitFor();
});

for (const [day, board] of [["1970-01-02T10:00:00+08:00", 16], ["9999-06-01T10:00:00+08:00", 2]]) {
  test(`a clock that says ${day.slice(0, 4)}: is told so, and makes no endless list of semesters`, async (t) => {
    const site = await openSite(t);
    await seed(site, { ...MINE, plans: [{ id: 1, name: "甲", courses: [{ code: "3901416", name: "綠建築概論", credits: 2 }] }], active_plan: 1 });
    await site.context.clock.setFixedTime(new Date(day));
    const page = await site.open("#/plan");
    await page.getByRole("status").filter({ hasText: `這台裝置的日期是 ${day.slice(0, 10)}` }).waitFor();
    await page.locator(".board .column").first().waitFor();
    assert.ok((await page.locator(".board .column").count()) <= board + 1);
  });
}
