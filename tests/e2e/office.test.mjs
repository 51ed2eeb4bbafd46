// The office's page: many students judged in workers, by the same bytes as the command line; what is wrong is told; nothing
// is stored or sent.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "./runner.mjs";
import { kuayu } from "./command-line.mjs";
import { chooseFolder } from "./folder.mjs";
import { workbook, workbookOf, zip } from "./invented.mjs";
import { closeBrowser, distFolder, eventually, everything, offlineReady, openSite, seed } from "./lib.mjs";
import { paper } from "./pdf.mjs";

after(closeBrowser);

const DESK = { context: { viewport: { width: 1440, height: 900 } } };
const CODE = "課程編碼,課程名稱,學分,成績,學期\n";
const GREEN = `${CODE}3901416,綠建築概論,2,90,113-2\n3902019,建築物理(一),2,84,113-2\n3903423,建築節能設計,2,77,114-1\n3903446,循環經濟之建築設計,2,85,114-2\n3404016,環境規劃與管理,2,79,113-1\n`;
/** Invented students, one a kind of trouble. */
const ROSTER = [
  "學號,系組,入學年度",
  "X10000001,土木系,112",
  "X10000002,土木糸,112", // no such department
  "X10000003,土木系,112", // no transcript
  "X10000004,電子系,113", // a transcript of another department
  "X10000001,土木系,113", // twice
  "X10000005,土木系,112", // half of the page is unreadable
  "X10000006,土木系,112", // a workbook
  "X10000007,土木系,112", // a photograph
  "",
].join("\n");
const BACKUP = JSON.stringify({
  app: "kuayu",
  kind: "backup",
  version: 4,
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [{ code: "3901416", name: "綠建築概論", credits: 2, grade: { score: 90 } }],
  plans: [],
  settings: {},
});
const FILES = {
  "X10000001.csv": GREEN,
  "X10000004.json": BACKUP,
  "112/X10000005.csv": `${CODE}3901416,綠建築概論,2,90,113-2\n,,2,90,113-2\n`,
  "X10000006.xlsx": workbook(20),
  "X10000007.csv": Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]),
  "somebody.csv": GREEN,
  "~X10000003.csv": GREEN,
};

/** Writes roster and transcripts into a folder of their own. */
async function folder(t, roster = ROSTER, files = FILES) {
  const made = await mkdtemp(path.join(tmpdir(), "kuayu-office-"));
  t.after(() => rm(made, { recursive: true }));
  await writeFile(path.join(made, "roster.csv"), roster);
  for (const [name, content] of Object.entries(files)) {
    const at = path.join(made, "transcripts", name);
    await mkdir(path.dirname(at), { recursive: true });
    await writeFile(at, content);
  }
  return made;
}

/** What the command line writes of the same: answers and problems. */
async function commandLine(made, today) {
  const roster = ["--today", today, "--roster", path.join(made, "roster.csv")];
  kuayu(["batch", ...roster, "--out", path.join(made, "out.csv"), path.join(made, "transcripts")], [0, 3]);
  return [await readFile(path.join(made, "out.csv"), "utf8"), await readFile(path.join(made, "out.problems.csv"), "utf8")];
}

async function office(t, options) {
  const site = await openSite(t, { ...DESK, ...options });
  const page = await site.open("#/office");
  await page.getByRole("heading", { name: "一次審查許多學生" }).waitFor();
  await page.locator("#roster").waitFor({ state: "attached" });
  return [site, page];
}

async function judge(page, made, transcripts = path.join(made, "transcripts")) {
  await page.locator("#roster").setInputFiles(path.join(made, "roster.csv"));
  if (Array.isArray(transcripts)) await page.locator("#transcripts").setInputFiles(transcripts);
  else await chooseFolder(page.locator("#folder"), transcripts);
  await page.locator("#judge").click();
  await page.locator("#summary").waitFor();
}

async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

const choose = (page, view) => page.getByLabel(view, { exact: true }).check();
/** The rows of the table that is shown, as texts. */
const rows = (page) => page.locator(".office-table tbody tr").allInnerTexts();

test("a roster and a folder: every answer as the command line has it, to the byte", async (t) => {
  const made = await folder(t);
  const [site, page] = await office(t);
  await judge(page, made);
  assert.equal(await page.locator("#found").innerText(), "名冊有 6 位學生，5 位有成績檔，1 位沒有。");
  assert.equal(await page.locator("#summary").innerText(), "已審查 4 位，未審查 4 位，要先核對 1 位。");
  const today = await page.evaluate(() => new Date().toLocaleDateString("sv", { timeZone: "Asia/Taipei" }));
  const [answers, problems] = await commandLine(made, today);
  const [name, bytes] = await saved(page, "#save-answers");
  assert.equal(name, "kuayu-results.csv");
  assert.ok(bytes.toString() === answers, "the answers differ");
  assert.equal((await saved(page, "#save-problems"))[1].toString(), problems);
  const [of, receipt] = await saved(page, "#save-receipt");
  assert.equal(of, "kuayu-results.receipt.json");
  const theirs = JSON.parse(await readFile(path.join(made, "out.receipt.json"), "utf8"));
  assert.deepEqual({ ...JSON.parse(receipt), build: null }, { ...theirs, build: null }, "made of the same, whatever the site's build");
  assert.ok(!(await everything(page)).includes("X1000"), "nothing is stored");
  assert.deepEqual(site.problems, []);
});

test("problems are told per student: contradictions, half pages, no file, no department, twice, nobody's", async (t) => {
  const made = await folder(t);
  const [, page] = await office(t);
  await judge(page, made);
  await choose(page, "問題與提醒");
  const told = (await page.locator(".card", { has: page.locator(".office-views") }).locator("tbody tr").allInnerTexts()).join("\n");
  for (const expected of [
    /3\s+X10000002\s+未審查\s+沒有系組「土木糸」/,
    /4\s+X10000003\s+未審查\s+沒有可用的成績檔/,
    /5\s+X10000004\s+先核對\s+成績檔寫的系所和名冊不同：土木系/,
    /6\s+X10000001\s+未審查\s+學號與第 2 列重複/,
    /7\s+X10000005\s+部分未計入/,
    /9\s+X10000007\s+未審查/,
    /somebody\.csv/,
  ]) {
    assert.match(told, expected);
  }
  assert.ok(!told.includes("~X10000003"), "a spreadsheet's own file is none");
});

test("by program, who can apply, one student with scores and categories", async (t) => {
  const made = await folder(t);
  const [, page] = await office(t);
  await judge(page, made);
  const green = page.locator("tbody tr", { hasText: "AVM" });
  await green.getByRole("button").first().click();
  await eventually(() => page.locator("#by-program option:checked").innerText().then((text) => text.slice(0, 3)), "AVM");
  await page.locator("#by-kind").selectOption("");
  assert.equal(await page.locator("#shown").innerText(), "6 位學生");
  await page.locator("#by-number").fill("0001");
  await eventually(() => page.locator("#shown").innerText(), "1 位學生");
  await page.getByRole("button", { name: "X10000001" }).click();
  const of = page.locator("details.office-program", { hasText: "AVM" });
  await of.waitFor();
  if (!(await of.evaluate((details) => details.open))) await of.locator("summary").click();
  const told = await of.locator("tbody tr").allInnerTexts();
  assert.ok(told.some((row) => /3901416 綠建築概論\s+113-2\s+2\s+90/.test(row)), told.join("\n"));
  await page.getByRole("button", { name: "回到名單" }).click();
  await eventually(() => page.locator("#by-number").inputValue(), "0001");
});

test("who contradicts the roster is not among those who can apply until somebody has checked", async (t) => {
  // A department whose students need no more than these courses.
  const done = BACKUP.replace('"records":[{', `"records":[${GREEN.split("\n").slice(2, -1).map((line) => {
    const [code, name, credits, score] = line.split(",");
    return JSON.stringify({ code, name, credits: Number(credits), grade: { score: Number(score) } });
  }).join(",")},{`);
  const made = await folder(t, "學號,系組,入學年度\nX10000001,經管系,113\nX10000002,經管系,113\n", {
    "X10000001.json": done.replace("土木系", "經管系").replace("112", "113"),
    "X10000002.json": done,
  });
  const [, page] = await office(t);
  await judge(page, made);
  await choose(page, "依學生");
  await page.locator("#by-program").selectOption({ label: await page.locator("#by-program option", { hasText: "AVM" }).innerText() });
  const both = await rows(page);
  const answer = (row) => row.split("\t")[3];
  assert.equal(both.length, 2);
  assert.equal(answer(both[0]), answer(both[1]), "the same courses");
  assert.match(both[1], /先核對/);
  const kind = await page.locator("#by-kind").evaluate((select) => select.options[1].value);
  await page.locator("#by-kind").selectOption(kind);
  const before = await rows(page);
  assert.ok(!before.some((row) => row.includes("X10000002")), before.join("\n"));
  await page.locator("#by-kind").selectOption("");
  await page.getByRole("button", { name: "X10000002" }).click();
  await page.getByRole("button", { name: "核對過了，以名冊為準" }).click();
  await page.getByRole("button", { name: "回到名單" }).click();
  await page.locator("#by-kind").selectOption(kind);
  await eventually(async () => (await rows(page)).some((row) => row.includes("X10000002")), answer(both[1]) === "學分已修滿");
});

test("a workbook as roster and a zip file with folders and Chinese names; the list as a workbook again", async (t) => {
  const made = await folder(t, "", {});
  await writeFile(path.join(made, "名冊.xlsx"), workbookOf([["姓名", "學號", "系組", "入學年度"], ["某", "X10000001", "土木系", "112"], ["某", "X10000002", "土木系", "112"]]));
  await writeFile(path.join(made, "成績.zip"), zip({ "土木/X10000001_成績.csv": GREEN, "土木/X10000002.csv": GREEN, "__MACOSX/._X10000002.csv": "x" }));
  const [, page] = await office(t);
  await page.locator("#roster").setInputFiles(path.join(made, "名冊.xlsx"));
  await page.locator("#transcripts").setInputFiles([path.join(made, "成績.zip")]);
  await page.getByText("2 個成績檔").waitFor();
  await page.locator("#judge").click();
  await eventually(() => page.locator("#summary").innerText(), "已審查 2 位，未審查 0 位，要先核對 0 位。");
  const [name, bytes] = await saved(page, "#save-workbook");
  assert.equal(name, "kuayu-results.xlsx");
  assert.equal(bytes.subarray(0, 2).toString(), "PK");
  // What it writes it reads: the same students as the roster, one row a program.
  await writeFile(path.join(made, name), bytes);
  await page.locator("#roster").setInputFiles(path.join(made, name));
  await page.getByText("名冊有 2 位學生，都有成績檔。").waitFor();
});

test("a few students are judged again after a run that was stopped", async (t) => {
  const made = await folder(t);
  const [, page] = await office(t);
  await judge(page, made);
  const whole = await page.evaluate(async () => {
    const stopped = kuayuOffice.run(() => {});
    await kuayuOffice.cancel();
    return [await stopped, await kuayuOffice.run(() => {})];
  });
  assert.deepEqual(whole, ["false", "true"]);
});

test("of two things chosen one after the other the last is judged, whichever is read first", async (t) => {
  const [, page] = await office(t);
  const said = await page.evaluate(async () => {
    const wanted = JSON.stringify({ lang: "zh-Hant-TW", today: "2026-11-30", edition: null, advice: false, programs: [] });
    return (await Promise.all([kuayuOffice.look(null, wanted), kuayuOffice.look(null, wanted)])).map((text) => JSON.parse(text));
  });
  assert.deepEqual(said[0], { superseded: true });
  assert.ok(said[1].opened.programs.length > 40);
});

test("roster and transcripts are dropped", async (t) => {
  const [, page] = await office(t);
  const drop = (at, files) =>
    page.locator(".office-sources > section").nth(at).evaluate((zone, files) => {
      const dropped = new DataTransfer();
      for (const [name, text] of files) dropped.items.add(new File([text], name));
      zone.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
    }, files);
  await drop(0, [["roster.csv", "學號,系組,入學年度\nX10000001,土木系,112\n"]]);
  await drop(1, [["X10000001.csv", GREEN], ["X10000001-2.csv", GREEN]]);
  await page.getByText("2 個成績檔").waitFor();
  await page.getByText("名冊有 1 位學生，都有成績檔。").waitFor();
  await page.locator("#judge").click();
  await eventually(() => page.locator("#summary").innerText(), "已審查 1 位，未審查 0 位，要先核對 0 位。");
});

test("a broken zip file, a roster without headings, an empty one: each is told, and the page lives on", async (t) => {
  const made = await folder(t, "姓名,班級\n甲,一\n", { "X10000001.csv": GREEN });
  await writeFile(path.join(made, "broken.zip"), "PK\x03\x04 and nothing else");
  const [, page] = await office(t);
  await page.locator("#transcripts").setInputFiles([path.join(made, "broken.zip")]);
  await page.getByText("打不開的 zip：broken.zip").waitFor();
  await page.locator("#roster").setInputFiles(path.join(made, "roster.csv"));
  await page.getByText("名冊沒有「學號」這個欄名").waitFor();
  await writeFile(path.join(made, "empty.csv"), "");
  await page.locator("#roster").setInputFiles(path.join(made, "empty.csv"));
  await page.getByText("名冊讀不到").waitFor();
  assert.equal(await page.locator("#judge").count(), 0);
  await writeFile(path.join(made, "good.csv"), "學號,系組,入學年度\nX10000001,土木系,112\n");
  await page.locator("#roster").setInputFiles(path.join(made, "good.csv"));
  await chooseFolder(page.locator("#folder"), path.join(made, "transcripts"));
  await page.locator("#judge").click();
  await eventually(() => page.locator("#summary").innerText(), "已審查 1 位，未審查 0 位，要先核對 0 位。");
});

test("a student at whom the module stops is told, and the others are judged", async (t) => {
  const made = await folder(t, "學號,系組,入學年度\nX10000001,土木系,112\nX10000002,土木系,112\nX10000003,土木系,112\n", {
    "X10000001.csv": GREEN,
    "X10000002.csv": GREEN,
    "X10000003.csv": GREEN,
  });
  const site = await openSite(t, DESK);
  const name = (await readdir(distFolder(), { recursive: true })).find((name) => /kuayu-office-worker-\w+\.js$/.test(name));
  const stop = `const real = wasm_bindgen.ask; wasm_bindgen.ask = (text, parts) => { if (/"judge".*X10000002/.test(text)) throw new WebAssembly.RuntimeError("unreachable"); return wasm_bindgen.real(text, parts); }; wasm_bindgen.real = real;`;
  const text = await readFile(path.join(distFolder(), name), "utf8");
  site.server.faults.set(name, { body: text.replace("await started;", `await started; if (!wasm_bindgen.real) { ${stop} }`) });
  const page = await site.open("#/office");
  await page.locator("#roster").waitFor({ state: "attached" });
  await judge(page, made);
  assert.equal(await page.locator("#summary").innerText(), "已審查 2 位，未審查 1 位，要先核對 0 位。");
  await choose(page, "問題與提醒");
  await page.getByText("程式處理這位學生時發生錯誤").waitFor();
});

test("stopping keeps what was judged; judging again comes to the end", async (t) => {
  const roster = ["學號,系組,入學年度", ...Array.from({ length: 300 }, (_, at) => `X2${String(at).padStart(7, "0")},土木系,112`)].join("\n");
  const made = await folder(t, roster, Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`X2${String(at).padStart(7, "0")}.csv`, GREEN])));
  const [, page] = await office(t);
  await page.locator("#roster").setInputFiles(path.join(made, "roster.csv"));
  await chooseFolder(page.locator("#folder"), path.join(made, "transcripts"));
  await page.locator("#judge").click();
  await page.getByRole("button", { name: "停止" }).click();
  await page.getByText("已停止").or(page.locator("#judge")).first().waitFor();
  await page.locator("#judge").click();
  await eventually(() => page.locator("#summary").innerText(), "已審查 300 位，未審查 0 位，要先核對 0 位。");
  await choose(page, "依學生");
  assert.equal((await rows(page)).length, 100, "a part of a long list is drawn");
  await page.getByRole("button", { name: /再顯示/ }).click();
  await eventually(async () => (await rows(page)).length, 200);
});

test("no student's phone fetches it; once it was opened it works without a network", async (t) => {
  const made = await folder(t);
  const site = await openSite(t, DESK);
  const asked = [];
  site.context.on("request", (request) => asked.push(request.url()));
  const home = await site.open();
  await offlineReady(home);
  assert.deepEqual(asked.filter((url) => url.includes("kuayu-office")), []);
  await home.evaluate(() => (location.hash = "#/office"));
  await home.locator("#roster").waitFor({ state: "attached" });
  await judge(home, made);
  await home.close();
  await site.server.close();
  const page = await site.open("#/office");
  await page.locator("#roster").waitFor({ state: "attached" });
  await judge(page, made);
  assert.equal(await page.locator("#summary").innerText(), "已審查 4 位，未審查 4 位，要先核對 1 位。");
});

test("a student seen as the student does, and back to the list as it was", async (t) => {
  const made = await folder(t);
  const [, page] = await office(t);
  await judge(page, made);
  await choose(page, "依學生");
  await page.getByRole("button", { name: "X10000001" }).click();
  await page.getByRole("button", { name: /用學生的畫面看/ }).click();
  await eventually(() => page.evaluate(() => location.hash), "#/programs");
  await page.evaluate(() => (location.hash = "#/programs/AVM/sheet"));
  await page.locator("article.sheet", { hasText: "綠建築概論" }).waitFor();
  await page.evaluate(() => (location.hash = "#/office"));
  await page.locator("#summary").waitFor();
  assert.equal(await page.locator("#summary").innerText(), "已審查 4 位，未審查 4 位，要先核對 1 位。");
});

test("review sheets of a list: a page each, with number, courses, grades and the signatures in order", async (t) => {
  const made = await folder(t);
  const [site, page] = await office(t);
  await judge(page, made);
  await choose(page, "依學生");
  await page.getByText("先選一個微學程").waitFor();
  await page.locator("#by-program").selectOption({ label: await page.locator("#by-program option", { hasText: "AVM" }).innerText() });
  await page.locator("#by-number").fill("0001");
  await eventually(() => page.locator("#shown").innerText(), "1 位學生");
  await page.locator("#by-number").fill("");
  await eventually(() => page.locator("#shown").innerText(), "6 位學生");
  const receipt = JSON.parse((await saved(page, "#save-receipt"))[1]);
  await page.locator("#print-list").click();
  await page.locator("#print-now").waitFor();
  const sheets = page.locator("article.sheet");
  assert.equal(await sheets.count(), 4, "those who were judged");
  const first = await sheets.first().innerText();
  for (const told of ["X10000001", "3901416", "綠建築概論", "90", "113-2", "微學程聯絡人", "就讀系系主任"]) assert.ok(first.includes(told), told);
  // By what they were made: hashes that the receipt has in full, and the same that a student's own sheet prints.
  const hashes = `雜湊值：課程資料 ${receipt.catalog.slice(0, 8)}、科目表 ${receipt.curricula[112].slice(0, 8)}`;
  assert.ok(first.includes(hashes), first);
  await seed(site, { profile: { group: "土木系", entry: 112, degree: "bachelor" } });
  const own = await site.context.newPage();
  await own.goto(`${site.url}#/programs/AVM/sheet`);
  await own.locator(".sheet-kind").getByText(hashes).waitFor();
  await own.close();
  const signatures = await sheets.first().locator(".sheet-sign li").allInnerTexts();
  assert.deepEqual(signatures, ["微學程聯絡人", "微學程負責人（開設系主任）", "就讀系系辦", "就讀系系主任"]);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  assert.equal(paper(pdf).pages, 4, "a page each");
  await page.getByRole("button", { name: "回到名單" }).click();
  await eventually(() => page.locator("#shown").innerText(), "6 位學生");
});

test("in English, by keyboard alone", async (t) => {
  const made = await folder(t);
  const site = await openSite(t, { context: { ...DESK.context, locale: "en-US" } });
  const page = await site.open("#/office");
  await page.getByRole("heading", { name: "Many students at once" }).waitFor();
  await page.locator("#roster").setInputFiles(path.join(made, "roster.csv"));
  await chooseFolder(page.locator("#folder"), path.join(made, "transcripts"));
  await page.locator("#judge").focus();
  await page.keyboard.press("Enter");
  await page.locator("#summary").waitFor();
  assert.equal(await page.locator("#summary").innerText(), "4 judged, 4 not judged, 1 to check first.");
  await page.getByLabel("By program", { exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.locator("#by-number").waitFor();
});
