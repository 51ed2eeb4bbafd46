// The main job on a phone: say who you are, bring your courses, see what is done and why, come back later.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite, started, stored } from "./lib.mjs";

after(closeBrowser);

const CODE = "課程編碼,課程名稱,學分,成績,學期\n";
/** Ten courses, invented scores: with them a civil-engineering student of 112 has finished 綠建築. */
const TEN = `${CODE}3401007,測量學(一),2,81,112-1
3401035,土木與環境暨基本實作,3,88,112-1
3402006,結構學(一),3,67,113-1
3404016,環境規劃與管理,2,79,113-1
3901416,綠建築概論,2,90,113-2
3902019,建築物理(一),2,84,113-2
3903423,建築節能設計,2,77,114-1
3903446,循環經濟之建築設計,2,85,114-2
5904315,人工智慧,3,52,114-1
1404006,國文,2,,115-1
`;

const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

/** Chooses department and entry year on the home page. Returns how many taps and choices it took. */
async function introduce(page) {
  await page.getByLabel("系所").selectOption({ label: "土木系" });
  await page.getByLabel("入學年度").selectOption("112");
  await page.getByRole("button", { name: "完成" }).click();
  return 3;
}

/** Puts a file on the disk, for the length of a test: one of this size is too much for what joins test and browser. */
async function onDisk(t, { name, buffer }) {
  const folder = await mkdtemp(join(tmpdir(), "kuayu-file-"));
  t.after(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), buffer);
  return join(folder, name);
}

async function importFile(page, ...files) {
  await page.locator('input[type="file"]').setInputFiles(files);
}

function answer(page, title) {
  return page.locator(".answer", { has: page.getByRole("heading", { name: title, exact: true }) });
}

test("first use: department, ten courses, 綠建築 met with the six-credit reason, all there after a reload", async (t) => {
  const site = await openSite(t);
  const page = await site.open();
  let steps = await introduce(page);
  await page.getByRole("link", { name: "貼上成績或選檔案" }).click();
  await importFile(page, csv("courses.csv", TEN));
  await page.getByText("新增 10 門、更新 0 門、已有 0 門").waitFor();
  await page.getByRole("button", { name: "存起來" }).click();
  steps += 3;
  assert.ok(steps <= 6, `first use took ${steps} steps`);

  await page.getByRole("heading", { name: "離你最近的微學程" }).waitFor();
  await page.getByRole("link", { name: "綠建築" }).first().click();
  const check = async () => {
    await answer(page, "微學程證書").getByText("修滿，待申請").waitFor();
    await answer(page, "跨域畢業條件").getByText("差證書").waitFor();
    await answer(page, "微學程證書").getByText("已符合的條件").click();
    const six = answer(page, "微學程證書").locator(".condition", { hasText: "跨領域專業課程" });
    assert.match(await six.innerText(), /6\/6/);
    // Which courses these are, and why: not in the own curriculum. 測量學 is, so it is not cross-domain.
    const course = (name) => page.locator(".course", { hasText: name });
    for (const name of ["綠建築概論", "建築節能設計", "循環經濟之建築設計"]) {
      assert.match(await course(name).innerText(), /跨領域：不在你系 112 入學課程科目表/);
    }
    assert.match(await course("測量學(一)").innerText(), /本系專業課程：112 入學課程科目表的 ▲/);
  };
  await check();
  await page.reload();
  await started(page);
  await check();
  const kept = await stored(page);
  assert.equal(kept.records.length, 10);
  assert.deepEqual([kept.profile.group, kept.profile.entry], ["土木系", 112]);
});

test("one tap undoes an import", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/import");
  await importFile(page, csv("courses.csv", TEN));
  await page.getByRole("button", { name: "存起來" }).click();
  await page.getByRole("button", { name: "復原" }).click();
  await page.getByText("已復原").waitFor();
  assert.equal((await stored(page)).records?.length ?? 0, 0);
});

test("the review: a status changed, a row left out, a second file adds nothing twice", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/import");
  await importFile(page, csv("a.csv", TEN), csv("b.csv", `${CODE}3401007,測量學(一),2,81,112-1\n`));
  await page.getByText("新增 10 門、更新 0 門、已有 1 門").waitFor();
  await page.getByLabel("國文的狀態").selectOption("planned");
  await page.locator(".course", { hasText: "人工智慧" }).getByRole("checkbox").uncheck();
  await page.getByText("新增 9 門、更新 0 門、已有 1 門").waitFor();
  await page.getByRole("button", { name: "存起來" }).click();
  await page.getByText("已存好").waitFor();
  const { records } = await stored(page);
  assert.equal(records.find((record) => record.name === "國文").declared, "planned");
  assert.ok(!records.some((record) => record.name === "人工智慧"));
});

for (const [kind, file, message] of [
  ["an empty file", csv("empty.csv", ""), "沒有內容"],
  ["a photo renamed .csv", { ...csv("photo.csv", ""), buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, ...Array(400).keys()]) }, "這是圖片"],
  ["a file of 20 MB", csv("large.csv", "1,2,3\n".repeat(3_500_000)), "太大"],
]) {
  test(`${kind}: a clear message, nothing lost`, async (t) => {
    const site = await openSite(t);
    const page = await site.open("#/import");
    await importFile(page, csv("courses.csv", TEN));
    await page.getByRole("button", { name: "存起來" }).click();
    await page.getByText("已存好").waitFor();
    await page.goto(`${site.url}#/import`);
    await importFile(page, await onDisk(t, file));
    await page.locator(".notice-bad", { hasText: message }).waitFor();
    assert.equal(await page.getByRole("button", { name: "存起來" }).count(), 0);
    assert.equal((await stored(page)).records.length, 10);
    await page.getByRole("link", { name: "修課" }).click();
    await page.getByText("綠建築概論").waitFor();
  });
}

test("a row without a code is read by its name, a row without either is skipped with its line", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/import");
  await importFile(page, csv("courses.csv", `${CODE},綠建築概論,2,90,113-2\n,,2,90,113-2\n`));
  await page.getByText("新增 1 門、更新 0 門、已有 0 門").waitFor();
  await page.locator(".issues", { hasText: "3 行" }).waitFor();
});

test("the score page, copied from a real page and pasted", async (t) => {
  const site = await openSite(t);
  const html = await readFile(new URL("../fixtures/portal-page.html", import.meta.url), "utf8");
  const portal = await site.context.newPage();
  await portal.setContent(html);
  await portal.locator("body").click({ position: { x: 2, y: 2 } });
  await portal.keyboard.press("Control+A");
  await portal.keyboard.press("Control+C");
  const page = await site.open("#/import");
  await page.locator("#paste").click();
  await page.keyboard.press("Control+V");
  await page.getByText("請看一下對不對").waitFor();
  await page.getByText("實務專題(一)").first().waitFor();
  // The headings of the semesters are buttons, which a copy leaves out: the app asks, once.
  await page.getByLabel("最近的一個學期是？").selectOption("113-2");
  await page.getByRole("button", { name: "存起來" }).click();
  await page.getByText("已存好").waitFor();
  assert.ok((await stored(page)).records.length > 10);
});

test("the demo student leaves no trace", async (t) => {
  const site = await openSite(t);
  const page = await site.open();
  await page.getByRole("button", { name: "用示範學生看看" }).click();
  await page.getByText("這是示範學生").waitFor();
  // Nothing is asked of a student who is known, and reading begins at the top.
  assert.equal(await page.getByRole("heading", { name: "你是哪個系？" }).count(), 0);
  await page.waitForFunction(() => window.scrollY === 0);
  await page.getByRole("link", { name: "綠建築" }).first().click();
  await page.locator(".course", { hasText: "水文學" }).getByRole("checkbox").uncheck();
  await page.getByRole("button", { name: "用我自己的資料" }).click();
  assert.equal(((await stored(page)) ?? { records: [] }).records.length, 0);
});

test("search and filters live in the address", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/programs");
  await page.getByRole("status").filter({ hasText: "49 個微學程" }).waitFor();
  const search = page.getByRole("searchbox");
  for (const [text, first] of [["綠建", "綠建築"], ["ＡＶＭ", "綠建築"], ["半導 設備", "半導體設備"], ["綠築", "綠建築"]]) {
    await search.fill(text);
    await page.locator(".program-card h3").first().getByText(first).waitFor();
  }
  await search.fill("水文");
  await page.reload();
  await started(page);
  assert.equal(await page.getByRole("searchbox").inputValue(), "水文");
  await page.getByRole("link", { name: "綠建築" }).waitFor();
});
