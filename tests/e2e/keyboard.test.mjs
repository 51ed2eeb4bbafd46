// The whole first use by keyboard alone, with the focus always visible; and what a screen reader is told on the way.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, siteOn } from "./lib.mjs";
import { enter, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

/** Five courses, invented scores: one course is left to 綠建築. */
const FIVE = `課程編碼,課程名稱,學分,成績,學期
3401007,測量學(一),2,81,112-1
3404016,環境規劃與管理,2,79,113-1
3901416,綠建築概論,2,90,113-2
3902019,建築物理(一),2,84,113-2
3903423,建築節能設計,2,77,114-1
`;
const LAST = "循環經濟之建築設計";

/** What has the focus: its name, and whether a sighted person sees that it has it. */
function focused() {
  const element = document.activeElement;
  const shows = (node) => {
    const style = getComputedStyle(node);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  };
  // A card or a button around a hidden control may carry the outline.
  let shown = false;
  for (let node = element; node && node !== document.body; node = node.parentElement) shown ||= shows(node);
  const box = (element.closest("label, .program-card") ?? element).getBoundingClientRect();
  const label = element.labels?.[0]?.innerText ?? element.innerText ?? "";
  return {
    tag: element.tagName,
    name: (element.getAttribute("aria-label") ?? label).trim(),
    shown,
    inView: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
    tabIndex: element.tabIndex,
  };
}

/** Presses Tab until that control has the focus. Every stop on the way must be visible. */
async function tabTo(page, tag, name) {
  const stops = [];
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    // Where reading goes on after a change of page, or after a control went with what it did: it may come after the key.
    if (stop.tag === "BODY" || (stop.tabIndex === -1 && /^(H\d|P)$/.test(stop.tag))) continue;
    stops.push(stop.name);
    assert.ok(stop.shown && stop.inView && stop.tabIndex === 0, `the focus is not to be seen: ${JSON.stringify(stop)}`);
    if (stop.tag === tag && stop.name.includes(name)) return presses + 1;
  }
  return assert.fail(`no ${tag} ${name} among ${stops.join(" | ")}`);
}

/** Chooses in the select that has the focus, as arrow keys do. */
async function arrowTo(page, text) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("ArrowDown");
    if (await page.evaluate((text) => document.activeElement.selectedOptions[0].text.includes(text), text)) return;
  }
  assert.fail(`no option ${text}`);
}

const focusOn = (page, id) => page.waitForFunction((id) => document.activeElement.id === id, id);
/** Where reading begins after a change of page. */
const main = (page) => focusOn(page, "page-title");

test("first use by keyboard alone: department, paste, store, program, tick, plan", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open();
  await page.getByLabel("系所").waitFor();
  const began = Date.now();
  await page.keyboard.press("Tab");
  assert.match((await page.evaluate(focused)).name, /跳到內容/);
  await page.keyboard.press("Enter");
  await focusOn(page, "main");
  await tabTo(page, "SELECT", "系所");
  await arrowTo(page, "土木系");
  await tabTo(page, "SELECT", "入學年度");
  await arrowTo(page, "112");
  await tabTo(page, "BUTTON", "完成");
  await page.keyboard.press("Enter");
  await tabTo(page, "A", "貼上成績或選檔案");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "匯入修課紀錄" }).waitFor();
  await main(page);
  await tabTo(page, "TEXTAREA", "貼在這裡");
  await page.keyboard.insertText(FIVE);
  await tabTo(page, "BUTTON", "讀取");
  await page.keyboard.press("Enter");
  await focusOn(page, "review");
  await tabTo(page, "BUTTON", "存起來");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "離你最近的微學程" }).waitFor();
  await main(page);
  await tabTo(page, "A", "綠建築");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "綠建築微學程" }).waitFor();
  await main(page);
  await tabTo(page, "INPUT", LAST);
  await page.keyboard.press("Space");
  await page.locator(".answer").first().getByText("修滿，待申請").waitFor();
  // Ticking does not throw the focus away.
  assert.match((await page.evaluate(focused)).name, new RegExp(LAST.replace(/[()]/g, "\\$&")));
  await page.goto(`${site.url}#/`);
  await main(page);
  await tabTo(page, "A", "規劃");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "修課規劃" }).waitFor();
  await main(page);
  t.diagnostic(`by keyboard in ${((Date.now() - began) / 1000).toFixed(1)} s`);
});

for (const [lang, said] of [
  ["zh-TW", /綠建築微學程：原本再修 1 門（2 學分）.*，現在修滿，待申請/],
  ["en", /綠建築微學程: before: 1 more course .*; now: Credits reached/],
]) {
  test(`a changed answer is announced once, ${lang}`, async (t) => {
    const site = await openSite(t);
    await withoutServiceWorker(site.context);
    await enter(site.context, "almost", { lang });
    const page = await site.open("#/programs/AVM");
    const announcer = page.locator("#announcer");
    await page.locator(".answer").first().waitFor();
    assert.equal(await announcer.innerText(), "", "nothing changed yet");
    const spoken = [];
    await page.exposeFunction("spoken", (text) => spoken.push(text));
    await page.evaluate(() => new MutationObserver(() => window.spoken(document.querySelector("#announcer").innerText)).observe(document.querySelector("#announcer"), { childList: true, characterData: true, subtree: true }));
    await page.locator(".course", { hasText: LAST }).getByRole("checkbox").check();
    await page.waitForFunction(() => document.querySelector("#announcer").innerText !== "");
    assert.match(await announcer.innerText(), said);
    assert.ok((await announcer.innerText()).length < 160, "a sentence, no more");
    assert.equal(spoken.length, 1);
    // Nothing else that is read out repeats the page.
    assert.equal(await page.locator("main [aria-live], main [role=alert]").count(), 0);
  });
}

test("first use by touch: taps counted, under a minute", async (t) => {
  const site = await openSite(t, { context: { hasTouch: true } });
  await withoutServiceWorker(site.context);
  await site.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await site.open();
  const began = Date.now();
  let steps = 0;
  const step = async (act) => {
    steps += 1;
    await act;
  };
  await step(page.getByLabel("系所").selectOption({ label: "土木系" }));
  await step(page.getByLabel("入學年度").selectOption("112"));
  await step(page.getByRole("button", { name: "完成" }).tap());
  await step(page.getByRole("link", { name: "貼上成績或選檔案" }).tap());
  await page.evaluate((text) => navigator.clipboard.writeText(text), FIVE);
  await page.locator("#paste").tap();
  await step(page.keyboard.press("Control+V"));
  await step(page.getByRole("button", { name: "存起來" }).tap());
  await page.getByRole("heading", { name: "離你最近的微學程" }).waitFor();
  await eventually(() => page.locator(".program-card").count(), 3);
  const seconds = (Date.now() - began) / 1000;
  t.diagnostic(`${steps} steps, ${seconds.toFixed(1)} s of the machine's own time`);
  // A person needs some five seconds a step, and a minute is the promise.
  assert.ok(steps <= 6 && steps * 5 + seconds < 60, `${steps} steps, ${seconds} s`);
});

test("reduced motion: nothing moves for longer than an instant", async (t) => {
  const site = await openSite(t, { context: { reducedMotion: "reduce" } });
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil");
  const page = await site.open("#/courses");
  await page.locator(".course").first().waitFor();
  const slow = await page.evaluate(() => [...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element);
    return [...style.animationDuration.split(","), ...style.transitionDuration.split(",")].some((one) => parseFloat(one) > 0.01);
  }).map((element) => element.className));
  assert.deepEqual(slow, []);
});

test("forced colours: progress and the present page are still to be told apart", async (t) => {
  const site = await openSite(t, { context: { forcedColors: "active" } });
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil");
  const page = await site.open("#/programs");
  await page.locator(".program-card").first().waitFor();
  const look = (selector) => page.locator(selector).first().evaluate((element) => {
    const { backgroundColor, backgroundImage, borderTopWidth, outlineStyle } = getComputedStyle(element);
    return { backgroundColor, backgroundImage, borderTopWidth, outlineStyle };
  });
  const [on, off, badge, here] = [await look(".seg.seg-on"), await look(".seg:not(.seg-on, .seg-soon, .seg-plan, .seg-ask)"), await look(".badge"), await look(".menu-entry[aria-current]")];
  assert.notEqual(on.backgroundColor, off.backgroundColor);
  assert.equal(off.borderTopWidth, "1px");
  assert.equal(badge.borderTopWidth, "1px");
  assert.equal(here.outlineStyle, "solid");
});

test("forced colours: which plan is shown is told by more than letters a little bolder", async (t) => {
  const plan = (id, name) => ({ id, name, targets: [], courses: [] });
  const two = { profile: { group: "土木系", entry: 112, degree: "bachelor" }, records: [], plans: [plan(5, "甲"), plan(6, "乙")], active_plan: 5 };
  const site = await siteOn(t, new Date("2025-11-24T10:00:00+08:00"), two, { context: { forcedColors: "active" } });
  await withoutServiceWorker(site.context);
  const page = await site.open("#/plan");
  const edge = (name) => page.getByRole("button", { name, exact: true }).evaluate((chip) => {
    const { borderTopWidth, borderTopColor } = getComputedStyle(chip);
    return [borderTopWidth, borderTopColor];
  });
  await page.locator(".chip").first().waitFor();
  const [shown, other] = [await edge("甲"), await edge("乙")];
  assert.deepEqual([shown[0], other[0]], ["3px", "1px"]);
  assert.notEqual(shown[1], other[1]);
});
