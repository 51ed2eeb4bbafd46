// The page on which the catalog is edited: a clerk's task, mistakes, files out and in, saved pages of the course system.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { after, test } from "./runner.mjs";
import { inflateRawSync } from "node:zlib";
import { closeBrowser, distFolder, eventually, everything, offlineReady, openSite } from "./lib.mjs";

after(closeBrowser);

const DESK = { context: { viewport: { width: 1440, height: 900 } } };
/** Students are tried, ten thousand for each program that changed. Milliseconds. */
const TRIAL = { timeout: 120_000 };

async function editor(t, options) {
  const site = await openSite(t, { ...DESK, ...options });
  const page = await site.open("#/office/catalog");
  await page.locator("#editor-check").waitFor();
  return [site, page];
}

async function program(page, code) {
  await page.locator("#editor-search").fill(code);
  await page.locator("#editor-programs button", { hasText: code }).click();
  await page.locator("#section-programs h2", { hasText: code }).waitFor();
}

const differences = (page) => page.locator("#editor-differences li").allInnerTexts();
const check = (page) => page.locator("#editor-check").innerText();

async function download(page, act) {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: file.suggestedFilename(), path: await file.path(), bytes: await readFile(await file.path()) };
}

/** The files of a zip, by their names. */
function unzip(bytes) {
  const files = {};
  let at = bytes.indexOf("PK\x01\x02");
  while (at >= 0 && bytes.toString("latin1", at, at + 4) === "PK\x01\x02") {
    const [packed, name, extra, comment, place] = [20, 28, 30, 32, 42].map((offset) => (offset === 20 || offset === 42 ? bytes.readUInt32LE(at + offset) : bytes.readUInt16LE(at + offset)));
    const begin = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28);
    files[bytes.toString("utf8", at + 46, at + 46 + name)] = inflateRawSync(bytes.subarray(begin, begin + packed));
    at += 46 + name + extra + comment;
  }
  return files;
}

/** The first course of a category in the program that is shown: its row. */
const listed = (page, category) => page.locator("#section-listings tbody tr", { has: page.locator(`select option:checked:text-is("${category}")`) }).first();

test("a clerk moves a course to another category and publishes: few clicks, and what it does is seen first", async (t) => {
  const site = await openSite(t, DESK);
  const page = await site.open("#/office/catalog");
  let clicks = 0;
  const click = async (locator) => {
    clicks += 1;
    await locator.click();
  };
  await page.locator("#editor-check").waitFor();
  await page.locator("#editor-search").fill("AVM");
  await click(page.locator("#editor-programs button", { hasText: "AVM" }));
  await page.locator("#section-listings").waitFor();
  assert.equal(await page.locator("#editor-store").isDisabled(), true, "nothing is different");
  const row = listed(page, "核心");
  const name = await row.locator(".editor-name input").inputValue();
  const select = row.locator(".editor-category select");
  const place = await select.getAttribute("id");
  clicks += 2;
  await select.selectOption("總整");
  await eventually(async () => (await differences(page)).some((line) => line.includes(name) && line.includes("核心") && line.includes("總整")), true);
  assert.equal(await check(page), "沒有錯誤。");
  assert.equal(await page.locator(`[id="${place}"]`).inputValue(), "總整");
  await page.locator("#editor-effect li").first().waitFor(TRIAL);
  assert.match((await page.locator("#editor-effect li").allInnerTexts()).join("\n"), /AVM[^]*(10000 位學生)/);
  await click(page.locator("#editor-by"));
  await page.locator("#editor-by").fill("教務處課務組");
  await click(page.locator("#editor-why"));
  await page.locator("#editor-why").fill("科目表更正");
  const saved = await download(page, () => click(page.locator("#editor-store")));
  assert.ok(clicks <= 12, `${clicks} clicks`);
  assert.match(saved.name, /^kuayu-catalog-\d{4}-\d{2}-\d{2}\.zip$/);
  const files = unzip(saved.bytes);
  assert.deepEqual(Object.keys(files), ["programs.json", "programs.before.json", "修改說明.txt"]);
  assert.ok(files["programs.before.json"].equals(await readFile(path.join(distFolder(), "programs.json"))), "what was before is kept to the byte");
  const now = JSON.parse(files["programs.json"]);
  assert.deepEqual(now.changes.map(({ by, why }) => [by, why]), [["教務處課務組", "科目表更正"]]);
  assert.match(files["修改說明.txt"].toString(), /核心[^]*總整/);
  await page.locator("#editor-stored").waitFor();
  await eventually(() => differences(page), []);
  const alone = await download(page, () => page.locator("#save-catalog").click());
  assert.ok(alone.name === "programs.json" && alone.bytes.equals(files["programs.json"]));
  // The site with that file in its place shows the course where it was moved to.
  site.server.faults.set("programs.json", { body: files["programs.json"] });
  const after = await site.context.newPage();
  await after.goto(`${site.url}#/programs/AVM`);
  await after.locator("h3", { hasText: "總整" }).or(after.locator("h2", { hasText: "總整" })).first().waitFor();
  assert.ok(!(await everything(page)).includes("科目表更正"), "nothing is stored");
});

test("mistakes are told where they are, in words; they lead there; undo takes them back", async (t) => {
  const [, page] = await editor(t);
  await program(page, "AVM");
  const credits = page.locator('[id^="programs-"][id$="-min_credits"]');
  const was = await credits.inputValue();
  await credits.fill("9.3");
  await credits.press("Tab");
  await eventually(() => check(page), "1 個錯誤");
  const problem = page.locator(".editor-problems li");
  assert.match(await problem.innerText(), /微學程 第 \d+ 列「應修學分」/);
  assert.doesNotMatch(await problem.innerText(), /min_credits|programs|JSON/);
  assert.equal(await page.locator("#editor-store").isDisabled(), true);
  // From another program the problem leads back.
  await program(page, "AVL");
  await page.getByRole("button", { name: /去改/ }).click();
  await page.locator("#section-programs h2", { hasText: "AVM" }).waitFor();
  assert.equal(await credits.inputValue(), "9.3");
  await credits.fill("14");
  await credits.press("Tab");
  await eventually(() => check(page), "1 件請確認");
  await page.locator("#undo").click();
  await eventually(() => credits.inputValue(), "9.3");
  await page.locator("#undo").click();
  await eventually(() => credits.inputValue(), was);
  await eventually(() => check(page), "沒有錯誤。");
  assert.equal(await page.locator("#undo").isDisabled(), true);
  await page.locator("#redo").click();
  await eventually(() => credits.inputValue(), "9.3");
});

test("a list of several words: arrow keys add nothing, the button adds what is chosen, by keyboard", async (t) => {
  const [, page] = await editor(t);
  await program(page, "AVM");
  const rule = page.locator("#section-restrictions li", { hasText: "土木系" }).first();
  const said = () => rule.locator("p").first().innerText();
  const saidBefore = await said();
  await rule.getByRole("button", { name: "修改" }).click();
  const cell = rule.locator(".editor-several").first();
  const [words, choice, add] = [cell.locator("input"), cell.locator("select"), cell.getByRole("button", { name: /^加入/ })];
  const was = await words.inputValue();
  const missing = (await choice.locator("option").allInnerTexts()).findIndex((word, at) => at > 0 && !was.includes(word));
  assert.ok(missing > 0, `nothing is left to add to ${was}`);
  await choice.focus();
  for (let press = 0; press < missing; press += 1) await page.keyboard.press("ArrowDown");
  const word = await choice.locator("option:checked").innerText();
  assert.equal(await words.inputValue(), was);
  await page.keyboard.press("Tab");
  assert.ok(await add.evaluate((button) => document.activeElement === button), "the button comes next");
  await page.keyboard.press("Enter");
  await eventually(() => words.inputValue(), was ? `${was}; ${word}` : word);
  await eventually(() => page.locator("#announcer").innerText(), `已加入：${word}`);
  assert.ok(await add.evaluate((button) => document.activeElement === button), "the keyboard stays");
  // To take it back, too, is possible without losing one's place.
  await page.locator("#undo").press("Enter");
  await eventually(said, saidBefore);
  await eventually(() => page.locator("#undo").isDisabled(), true);
  assert.equal(await page.evaluate(() => document.activeElement.id), "undo");
});

test("what a spreadsheet loses or a hand mistypes is refused or asked, on the whole catalog", async (t) => {
  const [, page] = await editor(t);
  const csv = unzip((await download(page, () => page.locator("#save-csv").click())).bytes);
  /** The rows of a table, as cells; the catalog's cells hold no quotes of their own. */
  const rows = (name) => csv[name].toString().replace("\ufeff", "").split("\r\n").filter(Boolean).map((line) => (!line.includes('"') ? line.split(",") : [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain)));
  const told = async (name, change) => {
    const table = rows(name);
    change(table, (heading) => table[0].indexOf(heading));
    const text = table.map((row) => row.map((cell) => (/[",\n;]/.test(cell) ? `"${cell}"` : cell)).join(",")).join("\r\n");
    await page.locator("#editor-files").setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(`\ufeff${text}\r\n`) });
    await eventually(async () => (await page.locator("#editor-told").innerText()).includes(name) && (await check(page)) !== "沒有錯誤。", true);
    const said = `${await check(page)}\n${await page.locator(".editor-problems").innerText()}`;
    await page.locator("#undo").click();
    await eventually(() => check(page), "沒有錯誤。");
    return said;
  };
  const of = (table, code, at) => table.find((row) => row[at("代碼")] === code);
  const credits = (text) => (table, at) => (of(table, "AVM", at)[at("應修學分")] = text);
  for (const text of ["0", "9.3"]) assert.match(await told("programs.csv", credits(text)), /個錯誤[^]*應修學分/, text);
  for (const text of ["0.5", "14"]) assert.match(await told("programs.csv", credits(text)), /請確認[^]*應修學分/, text);
  assert.match(await told("listings.csv", (table, at) => table.slice(1).forEach((row) => (row[at("線上")] = ""))), /請確認[^]*線上/);
  assert.match(await told("restrictions.csv", (table) => table.push(table.at(-1))), /個錯誤/);
  assert.match(await told("calendar.csv", (table, at) => (table[1][at("第 1 週星期一")] = "115/09/07")), /個錯誤[^]*民國年/);
  assert.match(await told("courses.csv", (table, at) => (table.find((row) => row[at("學分")] === "3")[at("學分")] = "30")), /請確認[^]*學分/);
});

test("restrictions: a sentence each, added by their kinds in Chinese, with the fields of the kind; courses added and removed", async (t) => {
  const [, page] = await editor(t);
  await program(page, "AVM");
  const rules = page.locator("#section-restrictions li");
  const before = await rules.count();
  await page.locator("#add-restriction select").selectOption("這些課最多採計幾學分");
  await page.locator("#add-restriction button").click();
  await eventually(() => rules.count(), before + 1);
  const mine = rules.last();
  await eventually(() => check(page), "1 個錯誤");
  if ((await mine.locator(".editor-form").count()) === 0) await mine.getByRole("button", { name: "修改" }).click();
  const labels = await mine.locator(".editor-form .field > span:first-child").allInnerTexts();
  assert.deepEqual(labels.filter((label) => ["課程編碼", "學分"].includes(label)).sort(), ["學分", "課程編碼"].sort());
  assert.ok(!labels.includes("門數"), "what the kind has not is not asked");
  const codes = page.locator("#section-listings .editor-code input");
  const [one, two] = [await codes.nth(0).inputValue(), await codes.nth(1).inputValue()];
  await mine.locator('[id$="-codes"]').fill(`${one}; ${two}`);
  await mine.locator('[id$="-codes"]').press("Tab");
  await mine.locator('[id$="-credits"]').fill("3");
  await mine.locator('[id$="-credits"]').press("Tab");
  await eventually(() => check(page), "沒有錯誤。");
  await eventually(async () => (await mine.locator("p").first().innerText()).includes("最多採計 3 學分"), true);
  await mine.getByRole("button", { name: "刪除" }).click();
  await eventually(() => rules.count(), before);
  // A course is added by its code; its name comes by itself.
  const courses = page.locator("#section-listings tbody tr");
  const many = await courses.count();
  await page.locator("#add-code").fill("5705049");
  await page.locator("#add-course select").selectOption("核心");
  await page.locator("#add-course button").click();
  await eventually(() => courses.count(), many + 1);
  await eventually(async () => (await differences(page)).some((line) => line.includes("5705049")), true);
  assert.notEqual(await courses.last().locator(".editor-name input").inputValue(), "");
  await courses.last().getByRole("button", { name: "刪除" }).click();
  await eventually(() => courses.count(), many);
  await eventually(() => differences(page), []);
});

test("who types on while the check runs loses nothing", async (t) => {
  const [, page] = await editor(t);
  await program(page, "AVM");
  const [first, second] = [page.locator('[id^="programs-"][id$="-name"]'), page.locator('[id^="programs-"][id$="-college"]')];
  await first.fill("綠建築示範微學程");
  await first.press("Tab");
  await page.keyboard.type("x");
  await page.locator("#editor-differences li").first().waitFor();
  await page.keyboard.type("yz");
  const focused = await page.evaluate(() => document.activeElement.id);
  assert.match(focused, /^programs-\d+-/);
  assert.equal(await first.inputValue(), "綠建築示範微學程");
  assert.ok(await second.count());
});

test("the tables as a workbook and as CSV, and back: nothing is different; a changed cell is one difference", async (t) => {
  const [, page] = await editor(t);
  const book = await download(page, () => page.locator("#save-book").click());
  assert.equal(book.name, "kuayu-catalog.xlsx");
  await page.locator("#editor-files").setInputFiles({ name: book.name, mimeType: "application/octet-stream", buffer: book.bytes });
  await page.locator("#editor-told li").first().waitFor();
  assert.equal(await page.locator("#editor-told li").count(), 12);
  assert.deepEqual(await differences(page), []);
  const csv = await download(page, () => page.locator("#save-csv").click());
  const courses = unzip(csv.bytes)["courses.csv"].toString();
  const changed = courses.replace("測量學(一)", "測量學（示範）");
  assert.notEqual(changed, courses);
  await page.locator("#editor-files").setInputFiles({ name: "courses.csv", mimeType: "text/csv", buffer: Buffer.from(changed) });
  // The lists of the programs still have the name as it was: that is told, not changed silently.
  await eventually(async () => /個錯誤/.test(await check(page)), true);
  await page.locator("#undo").click();
  await eventually(() => check(page), "沒有錯誤。");
  // A column that is gone: nothing is taken.
  const less = courses.split("\r\n").map((line) => line.split(",").slice(1).join(",")).join("\r\n");
  await page.locator("#editor-files").setInputFiles({ name: "courses.csv", mimeType: "text/csv", buffer: Buffer.from(less) });
  await eventually(async () => (await page.locator("#editor-told").innerText()).includes("少了「課程編碼」這一欄"), true);
  assert.deepEqual(await differences(page), []);
});

const PAGE = `<html><body><P><H3>115 學年度入學 微學程 【示範微學程】 課程科目表</H3></P><table><tr><th>學年<th>學期<th>類別<th>課程編碼<th>課程名稱<th>學分<th>時數<th>階段別<th>群組<th>備註
<tr><td>1<td>1<td>▲<td>99A0001<td>示範課程<td>2.0#<td>2<td>1<td><td>核e
<tr><td>1<td>1<td>★<td>99A0002<td>示範專題<td>三<td>2<td>1<td><td>總整
<tr><td colspan=10>1.至少修畢8學分。</table></body></html>`;

/** The same as phones and some browsers save it: one file with the page in it. */
const ONE_FILE = [
  "From: <Saved by Blink>",
  "MIME-Version: 1.0",
  'Content-Type: multipart/related; type="text/html"; boundary="----part"',
  "",
  "------part",
  "Content-Type: text/html; charset=utf-8",
  "Content-Transfer-Encoding: base64",
  "",
  ...Buffer.from(PAGE).toString("base64").match(/.{1,76}/g),
  "------part--",
  "",
].join("\r\n");

for (const [name, text] of [["x.html", PAGE], ["x.mhtml", ONE_FILE]]) test(`a saved page (${name}) asks what only a person knows, and is taken once all is answered`, async (t) => {
  const [, page] = await editor(t);
  await page.locator("#editor-files").setInputFiles({ name, mimeType: "text/html", buffer: Buffer.from(text) });
  const form = page.locator("#editor-questions");
  await form.waitFor();
  await form.getByLabel(/目錄沒有「示範微學程」/).fill("AZX");
  await form.getByRole("button").click();
  await form.getByLabel(/99A0002 示範專題 的學分寫成「三」/).fill("3");
  await form.getByText(/應修學分 沒寫 → 8/).waitFor();
  assert.deepEqual(await differences(page), [], "nothing changes before all is answered");
  await form.getByRole("radio", { name: "照這一頁" }).first().check();
  await form.getByRole("button").click();
  await eventually(() => page.locator("#editor-questions").count(), 0);
  // What the page cannot say is a mistake that is told: college, department.
  await eventually(async () => /個錯誤/.test(await check(page)), true);
  assert.match(await page.locator(".editor-problems").innerText(), /「學院」[^]*「系所」/);
  await page.locator("#editor-programs button", { hasText: "AZX" }).waitFor();
  await page.locator("#undo").click();
  await eventually(() => check(page), "沒有錯誤。");
  assert.equal(await page.locator("#editor-programs button", { hasText: "AZX" }).count(), 0);
});

test("a step that stops the worker is not done, and nothing before it is lost", async (t) => {
  // Without a service worker: what it has kept, no host can spoil.
  const [site, page] = await editor(t, { context: { ...DESK.context, serviceWorkers: "block" }, expected: [/readers/, /Failed to load/] });
  await program(page, "AVM");
  const name = page.locator('[id^="programs-"][id$="-name"]');
  await name.fill("綠建築示範微學程");
  await name.press("Tab");
  await eventually(async () => (await differences(page)).length > 0, true);
  const book = await download(page, () => page.locator("#save-book").click());
  // The module that opens workbooks is cut: the worker stops at the file.
  const files = (await readdir(distFolder())).filter((file) => /^kuayu-readers.*\.wasm$/.test(file));
  assert.equal(files.length, 1);
  site.server.faults.set(files[0], { body: Buffer.from("no module") });
  await page.locator("#editor-files").setInputFiles({ name: "x.xlsx", mimeType: "application/octet-stream", buffer: book.bytes });
  await page.getByText("剛才那一步做不到").waitFor();
  await eventually(() => name.inputValue(), "綠建築示範微學程");
  await eventually(async () => (await differences(page)).length > 0, true);
  await page.locator("#undo").click();
  await eventually(() => differences(page), []);
});

test("leaving with something that is not saved is asked first", async (t) => {
  const [site, page] = await editor(t);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.dismiss();
  });
  await program(page, "AVM");
  const name = page.locator('[id^="programs-"][id$="-name"]');
  await name.fill("綠建築示範微學程");
  await name.press("Tab");
  await eventually(async () => (await differences(page)).length > 0, true);
  await page.close({ runBeforeUnload: true });
  await eventually(() => asked, ["beforeunload"]);
  assert.equal(page.isClosed(), false);
  // Another page of the app and back: everything is as it was.
  await page.evaluate(() => (location.hash = "#/settings"));
  await page.getByRole("heading", { name: "設定" }).waitFor();
  await page.evaluate(() => (location.hash = "#/office/catalog"));
  await eventually(async () => (await differences(page)).length > 0, true);
  assert.deepEqual(site.problems, []);
});

test("every table by pages, found by a word; English; a phone; offline once it was opened", async (t) => {
  const site = await openSite(t, DESK);
  const home = await site.open();
  await offlineReady(home);
  await home.evaluate(() => (location.hash = "#/office/catalog"));
  await home.locator("#editor-check").waitFor();
  await home.locator("#editor-tables button", { hasText: "科目表課程" }).click();
  await home.locator("#section-curricula tbody tr").first().waitFor();
  await eventually(() => home.locator("#section-curricula tbody tr").count(), 50);
  await home.getByRole("button", { name: "下一頁" }).click();
  await eventually(async () => (await home.locator("#section-curricula [role=status]").innerText()).startsWith("第 51 到 100 列"), true);
  await home.locator("#find-row").fill("微積分");
  await home.locator("#find-row").press("Enter");
  await eventually(async () => (await home.locator("#section-curricula [role=status]").innerText()).includes("第 1 到"), true);
  await home.close();
  await site.server.close();
  const page = await site.open("#/office/catalog");
  await page.locator("#editor-check").waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await program(page, "AVM");
  // It stands below the list, and is scrolled to.
  await eventually(async () => (await page.locator("#section-programs h2").boundingBox()).y < 300, true);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `${wide} px too wide`);
});
