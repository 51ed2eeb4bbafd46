// Nothing that a student entered is ever lost: not by full, switched-off or damaged storage, a second tab, a page that
// dies while storing, an older or newer version, a restore, or any order of edits, undos and reloads.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { closeBrowser, everything, eventually, openSite, seed, started, stored } from "./lib.mjs";
import { ASIDE, OLDEST, SLOTS, newestSlot, seedTexts, texts, write } from "./stored.mjs";

after(closeBrowser);

const record = (n, more = {}) => ({ code: `390${1000 + n}`, name: `課${n}`, credits: 2, declared: "passed", ...more });
const MINE = { profile: { group: "土木系", entry: 112, degree: "bachelor" }, records: [record(1), record(2), record(3)] };
const names = async (page) => (await stored(page)).records.map(({ name }) => name).sort();
const notice = (page, text) => page.locator(".notice", { hasText: text });

/** How far each stored course is. In progress is what a course without grade is anyway: then nothing is declared. */
const stages = async (page) => Object.fromEntries((await stored(page)).records.map(({ name, declared }) => [name, declared ?? "in_progress"]));

/** Changes a status: the smallest change there is. */
const setStatus = (page, name, value) => page.getByLabel(`${name}的狀態`).selectOption(value);

async function courses(site) {
  const page = await site.open("#/courses");
  await page.getByText("課1", { exact: true }).first().waitFor();
  return page;
}

test("the browser is asked to keep the storage, once there is something to keep", async (t) => {
  const site = await openSite(t);
  await site.context.addInitScript(() => {
    globalThis.asked = 0;
    // A manager of the test's own: WebKitGTK has none.
    const persist = () => Promise.resolve(Boolean((globalThis.asked += 1)));
    Object.defineProperty(Navigator.prototype, "storage", { get: () => ({ persist }) });
  });
  await seed(site, MINE);
  const page = await courses(site);
  assert.equal(await page.evaluate(() => globalThis.asked), 0);
  await setStatus(page, "課1", "in_progress");
  await setStatus(page, "課2", "in_progress");
  assert.equal(await page.evaluate(() => globalThis.asked), 1);
});

test("a browser without the storage manager stores all the same", async (t) => {
  const site = await openSite(t);
  await site.context.addInitScript(() => Object.defineProperty(Navigator.prototype, "storage", { get: () => undefined }));
  await seed(site, MINE);
  const page = await courses(site);
  await setStatus(page, "課1", "in_progress");
  assert.equal((await stages(page)).課1, "in_progress");
});

test("quota exhausted: told at once, nothing old lost, stored again when there is room", async (t) => {
  const site = await openSite(t);
  await seed(site, MINE);
  const page = await courses(site);
  // All the room there is, up to the last letters.
  await page.evaluate(() => {
    for (let size = 1 << 22; size >= 1; size >>= 1) {
      try {
        for (;;) localStorage.setItem("other.app", (localStorage.getItem("other.app") ?? "") + "x".repeat(size));
      } catch {
        // Less then.
      }
    }
  });
  await page.getByLabel("課1的狀態").selectOption("planned");
  // A change that needs more room than there is.
  await page.evaluate(() => (location.hash = "#/plan"));
  for (let n = 0; n < 6; n += 1) await page.getByRole("button", { name: /新增規劃/ }).click();
  await notice(page, "儲存空間滿了").waitFor();
  assert.deepEqual(await names(page), ["課1", "課2", "課3"]);
  // What is in memory can be taken out of it.
  const [download] = await Promise.all([page.waitForEvent("download"), notice(page, "儲存空間滿了").getByRole("button", { name: "匯出我的資料" }).click()]);
  const backup = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(backup.plans.length, 6);
  await page.evaluate(() => localStorage.removeItem("other.app"));
  await page.getByRole("button", { name: /新增規劃/ }).click();
  await notice(page, "儲存空間滿了").waitFor({ state: "detached" });
  assert.equal((await stored(page)).plans.length, 7);
  await page.reload();
  await started(page);
  await page.locator(".picker .chip").nth(6).waitFor();
  assert.equal(await page.locator(".picker .chip").count(), 7);
});

test("storage switched off: the session works and says that it will be gone", async (t) => {
  const site = await openSite(t);
  await site.context.addInitScript(() => {
    if (location.protocol.startsWith("http")) Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("denied", "SecurityError"); } });
  });
  const page = await site.open("#/plan");
  await notice(page, "不允許網頁儲存資料").waitFor();
  await page.getByRole("button", { name: "新增規劃" }).click();
  await page.getByRole("button", { name: "新增規劃" }).click();
  const plans = page.locator(".picker .chip");
  await plans.nth(1).waitFor();
  assert.equal(await plans.count(), 2);
  await page.getByRole("link", { name: "指南" }).click();
  await page.getByRole("heading", { level: 1, name: "指南" }).waitFor();
  await page.getByRole("link", { name: "規劃", exact: true }).click();
  await plans.nth(1).waitFor();
  assert.equal(await plans.count(), 2);
});

test("two tabs edit at once: both see both, and both changes are stored", async (t) => {
  const site = await openSite(t);
  await seed(site, MINE);
  const [a, b] = [await courses(site), await courses(site)];
  await Promise.all([setStatus(a, "課1", "in_progress"), setStatus(b, "課2", "planned")]);
  for (const page of [a, b]) {
    await page.waitForFunction(() => [...document.querySelectorAll("select")].some((one) => one.value === "in_progress"));
    await page.waitForFunction(() => [...document.querySelectorAll("select")].some((one) => one.value === "planned"));
  }
  assert.deepEqual(await stages(a), { 課1: "in_progress", 課2: "planned", 課3: "passed" });
  // One removes what the other never touched; a plan of one is there in the other.
  await b.goto(`${site.url}#/plan`);
  await b.getByRole("button", { name: "新增規劃" }).click();
  await a.goto(`${site.url}#/plan`);
  await a.locator(".picker .chip").first().waitFor();
});

for (const [slot, other] of [SLOTS, [...SLOTS].reverse()]) {
  test(`the page dies while ${slot} is written: what was stored before is there`, async (t) => {
    const site = await openSite(t);
    await seed(site, MINE);
    const page = await courses(site);
    // Until the next writing goes to that slot.
    await setStatus(page, "課1", "in_progress");
    if ((await newestSlot(page)) === slot) await setStatus(page, "課1", "planned");
    assert.equal(await newestSlot(page), other);
    const before = await stages(page);
    // Half of a text, as a device that loses its power would leave it at worst.
    const [text] = await texts(page);
    await write(page, { [slot]: text.slice(0, 120) });
    const again = await courses(site);
    await page.close();
    const rows = await again.locator("select").evaluateAll((all) => all.map((one) => [one.getAttribute("aria-label"), one.value]));
    const status = (name) => rows.find(([label]) => label === `${name}的狀態`)?.[1];
    assert.equal(status("課1"), before.課1);
    await notice(again, "有一部分讀不懂").waitFor();
    await setStatus(again, "課2", "in_progress");
    assert.deepEqual(await names(again), ["課1", "課2", "課3"]);
    assert.ok((await texts(again, [ASIDE]))[0]);
  });
}

test("broken JSON is kept aside, told, and can be exported; parts that are fine stay", async (t) => {
  const site = await openSite(t);
  await seedTexts(site.context, {
    [SLOTS[0]]: '{"version":2,"records":[{"code":"3901001","name":"課1","declared":"passed"},{"nom":"X"}],"profile":7}',
    [SLOTS[1]]: '{"version":2,"records":[{"code"',
  });
  const page = await courses(site);
  await notice(page, "有一部分讀不懂").waitFor();
  await setStatus(page, "課1", "in_progress");
  await page.goto(`${site.url}#/settings`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "匯出讀不懂的舊資料" }).click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.ok(text.includes('{"nom":"X"}') && text.includes('{"version":2,"records":[{"code"'));
});

test("what version 1 stored moves over, and what a newer version stored is not touched", async (t) => {
  const old = await openSite(t);
  await seedTexts(old.context, {
    [OLDEST]: '{"version":1,"profile":{"group":"土木系","entry":112},"records":[{"code":"3901001","name":"課1","credits":2,"declared":"passed"}],"plans":[{"name":"舊的規劃","targets":["AVM"]}]}',
  });
  const page = await courses(old);
  await setStatus(page, "課1", "in_progress");
  const now = await stored(page);
  assert.deepEqual([now.version, now.plans[0].name, now.profile.group], [4, "舊的規劃", "土木系"]);
  await page.reload();
  await started(page);
  await page.getByText("課1", { exact: true }).first().waitFor();

  const newer = await openSite(t);
  await seed(newer, { ...MINE, version: 9, future: [1] });
  const other = await courses(newer);
  await notice(other, "較新的版本").waitFor();
  await setStatus(other, "課1", "in_progress");
  const untouched = await texts(other);
  assert.deepEqual([JSON.parse(untouched[0]).records, untouched[1]], [MINE.records, null]);
});

test("a course of one's own is refused while a field cannot be read, and nothing is dropped silently", async (t) => {
  const site = await openSite(t);
  await seed(site, { ...MINE, records: [] });
  const page = await site.open("#/courses");
  await page.getByText("自己新增這門課").click();
  const form = page.locator("form.form");
  const field = (id) => page.locator(`#add-${id}`);
  await field("name").fill("範例課程");
  const wrong = { credits: ["abc", "-5", "99"], term: ["foo"], grade: ["xyz", "101"] };
  for (const [id, texts] of Object.entries(wrong)) {
    for (const text of texts) {
      await field(id).fill(text);
      await form.getByRole("button", { name: "加入" }).click();
      await page.waitForFunction((id) => document.activeElement.id === id, `add-${id}`);
      assert.deepEqual((await stored(page)).records, [], `${id}: ${text}`);
    }
    await field(id).fill({ credits: "2", term: "112-1", grade: "75.5" }[id]);
  }
  await form.getByRole("button", { name: "加入" }).click();
  await page.getByText("已加入「範例課程」").waitFor();
  const [record] = (await stored(page)).records;
  assert.deepEqual([record.name, record.credits, record.term, record.grade], ["範例課程", 2, "112-1", { score: 75 }]);
});

test("a backup file: made, cleared (asked twice), merged and replaced with a preview", async (t) => {
  const site = await openSite(t);
  await seed(site, { ...MINE, plans: [{ id: 3, name: "甲", targets: ["AVM"], courses: [] }] });
  const page = await courses(site);
  await page.goto(`${site.url}#/settings`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "匯出備份檔" }).click()]);
  const path = await download.path();

  await page.getByRole("button", { name: "清除全部資料" }).click();
  await page.getByRole("button", { name: "取消" }).click();
  assert.equal((await stored(page)).records.length, 3);
  await page.getByRole("button", { name: "清除全部資料" }).click();
  await page.getByRole("button", { name: "繼續清除" }).click();
  assert.equal((await stored(page)).records.length, 3);
  await page.getByRole("button", { name: "是，全部清除" }).click();
  await page.getByText("資料已全部清除").waitFor();
  assert.ok(!(await everything(page)).includes("課1"));

  const restore = () => page.locator('#data input[type="file"]').setInputFiles(path);
  await restore();
  await page.getByText("合併：新增 3 門課、1 個規劃；0 項").waitFor();
  await page.getByRole("button", { name: "合併到現有資料" }).click();
  await eventually(() => names(page), ["課1", "課2", "課3"]);
  await page.goto(`${site.url}#/courses`);
  await setStatus(page, "課1", "planned");
  await page.goto(`${site.url}#/settings`);
  await restore();
  await page.getByText("新增 0 門課、0 個規劃；1 項").waitFor();
  await page.getByRole("button", { name: "取代現有資料" }).click();
  assert.ok((await stored(page)).records.every(({ declared }) => declared === "passed"));
  await page.getByRole("button", { name: "復原" }).click();
  await page.getByText("已復原").waitFor();
  assert.deepEqual((await stored(page)).records.map(({ declared }) => declared).sort(), ["passed", "passed", "planned"]);
});

/** Repeatable chance (mulberry32). */
function chance(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

test("200 random sequences of edits, undos and reloads: what is shown and stored is what was done", { timeout: 900_000 }, async (t) => {
  const site = await openSite(t);
  const all = Array.from({ length: 24 }, (_, n) => record(n + 1));
  await seed(site, { ...MINE, records: all });
  const page = await courses(site);
  const pick = chance(20251124);
  const any = (list) => list[Math.floor(pick() * list.length)];
  let now = Object.fromEntries(all.map(({ name }) => [name, "passed"]));
  let before; // What an undo on offer would bring back.
  let since = 0;
  const done = { edits: 0, removals: 0, undos: 0, reloads: 0, hung: 0 };
  const check = async (what) => {
    assert.deepEqual(await stages(page), now, what);
    const shown = await page.locator("select[aria-label$=的狀態]").evaluateAll((all) => all.map((one) => [one.getAttribute("aria-label").replace("的狀態", ""), one.value]));
    assert.deepEqual(Object.fromEntries(shown), now, what);
  };
  for (let sequence = 0; sequence < 200; sequence += 1) {
    const steps = 1 + Math.floor(pick() * 4);
    for (let step = 0; step < steps; step += 1) {
      const chosen = any(Object.keys(now));
      const kind = pick();
      if (before && Date.now() - since > 5_000) before = undefined; // Well within the 30 s for which it is offered.
      if (before && kind < 0.6) {
        await page.getByRole("button", { name: "復原" }).click();
        now = before;
        before = undefined;
        done.undos += 1;
      } else if (kind < 0.6) {
        const value = any(["passed", "in_progress", "planned", "not_passed"]);
        if (value === now[chosen]) continue;
        await setStatus(page, chosen, value);
        now = { ...now, [chosen]: value };
        before = undefined;
        done.edits += 1;
      } else if (Object.keys(now).length > 2) {
        await page.locator(".course", { has: page.getByText(chosen, { exact: true }) }).getByRole("button", { name: /移除/ }).first().click();
        before = now;
        since = Date.now();
        now = Object.fromEntries(Object.entries(now).filter(([name]) => name !== chosen));
        done.removals += 1;
      }
    }
    if (pick() < 0.3) {
      await page.reload();
      // Seen once in some four hundred such reloads: the browser never answered for a file of the page. Whoever waits is
      // offered to reload; so does this. What must not happen is that anything is lost by it.
      await started(page).catch(async () => {
        done.hung += 1;
        await page.reload();
        await started(page);
      });
      before = undefined;
      done.reloads += 1;
    }
    await page.waitForFunction((count) => document.querySelectorAll("select[aria-label$=的狀態]").length === count, Object.keys(now).length);
    await check(`sequence ${sequence}`);
  }
  t.diagnostic(JSON.stringify(done));
  assert.ok(done.hung <= 1, JSON.stringify(done));
  assert.ok(done.undos > 20 && done.reloads > 30 && done.removals > 20, JSON.stringify(done));
});
