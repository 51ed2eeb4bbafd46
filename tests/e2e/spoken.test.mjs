// Eight journeys as they are heard, in both languages, against transcripts that somebody has read: spoken/*.txt.
// Whoever changes what is heard reads the new transcript as somebody who hears nothing else, and keeps it:
// `SPOKEN=write node --test spoken.test.mjs` writes all of them anew.
import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { closeBrowser, siteOn } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";
import { listen } from "./spoken.mjs";

after(closeBrowser);

/** 24 November 2025: 114-1, the seventh semester before graduation of somebody who entered in 112. */
const DAY = new Date("2025-11-24T10:00:00+08:00");
const PROFILE = { group: "土木系", entry: 112, degree: "bachelor" };
const passed = (code, name, term, score) => ({ code, name, credits: 2, term, grade: { score } });
/** A civil-engineering student, one course from 綠建築. Invented. */
const ALMOST = [
  passed("3401007", "測量學(一)", "112-1", 81),
  passed("3404016", "環境規劃與管理", "113-1", 79),
  passed("3901416", "綠建築概論", "113-2", 90),
  passed("3902019", "建築物理(一)", "113-2", 84),
];
const SOME = { profile: PROFILE, records: ALMOST };
const LAST = { code: "3903446", name: "循環經濟之建築設計" };
/** The score page of two semesters, pasted as text. Invented. */
const SCORES = `歷年成績查詢
113 學年度 第 2 學期 (2025 - Spring)
課號	修	課程名稱	英文課名	課程編碼	階段	學分	成績	備註
250308	選
Elective	綠建築概論	Introduction to Green Building	3901416	1	2.0	90	建築三
250315	選
Elective	人工智慧	Artificial Intelligence	5904315	1	3.0	52	資工三
113 學年度 第 1 學期 (2024 - Fall)
課號	修	課程名稱	英文課名	課程編碼	階段	學分	成績	備註
250238	必
Required	結構學(一)	Structural Analysis (I)	3402006	1	3.0	67	土木二
總平均	70
`;

/**
 * Name of the transcript, where it begins, what is stored, and the way. `say` chooses by language, `page` is for waiting.
 */
const JOURNEYS = {
  "first-visit": ["", null, async (reader, say, page) => {
    await reader.read(say("你是哪個系", "Which department"));
    await reader.find("combobox", say("系所", "Department"));
    await reader.choose(say("土木系", "Civil"));
    await reader.find("combobox", say("入學年度", "Entry year"));
    await reader.choose("112");
    await reader.find("button", say("完成", "Done"));
    await reader.press("Enter", () => page.getByText(say("離你最近的微學程", "Your nearest programs")).waitFor());
    await reader.heading(say("離你最近的微學程", "Your nearest programs"));
  }],
  import: ["#/import", { profile: PROFILE }, async (reader, say, page) => {
    await reader.read(say("貼在這裡", "Paste here"));
    await reader.find("textbox", say("貼在這裡", "Paste here"));
    await reader.insert("the score page, pasted", SCORES);
    await reader.find("button", say("讀取", "Read"));
    await reader.press("Enter", () => page.locator(".review-bar").waitFor());
    await reader.read(say("存起來", "Store them"));
    await reader.press("Enter", () => page.locator(".toaster .toast").waitFor());
  }],
  programs: ["#/programs", SOME, async (reader, say, page) => {
    await reader.heading(say("微學程", "Programs"));
    await reader.find("summary", say("篩選", "Filter"));
    await reader.press("Enter");
    await reader.find("combobox", say("進度", "Progress"));
    await reader.choose(say("差一兩門", "1–2 courses left"));
    await reader.heading("綠建築");
    await reader.read(say("再修", "more course"));
    await reader.find("link", "綠建築");
    await reader.press("Enter", () => page.locator(".answer").first().waitFor());
  }],
  program: ["#/programs/AVM", SOME, async (reader, say) => {
    await reader.heading("綠建築");
    await reader.read(say("怎麼修完最快", "Shortest way"));
    await reader.read(say("全部加入規劃", "Add all"));
  }],
  tick: ["#/programs/AVM", SOME, async (reader, say, page) => {
    await reader.find("checkbox", LAST.name);
    await reader.press("Space", () => page.waitForFunction(() => document.querySelector("#announcer").innerText !== ""));
    await reader.read(say("的狀態", "Status of"));
    await reader.find("checkbox", LAST.name);
    await reader.press("Space", () => page.locator(".toaster .toast").waitFor());
  }],
  plan: ["#/plan", SOME, async (reader, say, page) => {
    await reader.read(say("加入目標", "Add a target"));
    await reader.choose("綠建築");
    await reader.find("button", "綠建築");
    await reader.press("Enter", () => page.locator(".target").waitFor());
    await reader.heading(say("目標微學程", "Target programs"));
    await reader.read(say("把這些課加入規劃", "Add these courses"));
    await reader.press("Enter", () => page.locator(".slot").first().waitFor());
    await reader.heading(say("各學期的課", "Courses by semester"));
    await reader.find("combobox", say("移到", "Move to"));
    await reader.choose("115-1", () => page.locator('.column[data-term="115-1"] .slot').first().waitFor());
    await reader.find("button", say("移出規劃", "Take out"));
    await reader.press("Enter", () => page.locator(".toaster .toast").waitFor());
  }],
  sheet: ["#/programs/AVM/sheet", SOME, async (reader, say) => {
    await reader.heading("綠建築");
    await reader.read(say("條件", "Condition"));
  }],
  share: ["#/plan", { ...SOME, plans: [{ id: 5, name: "", targets: ["AVM"], courses: [{ ...LAST, credits: 2, term: "114-2" }] }], active_plan: 5 }, async (reader, say, page) => {
    await reader.find("button", say("做一個分享連結", "Make a link"));
    await reader.press("Enter", () => page.locator(".qr").waitFor());
    await reader.read(say("複製連結", "Copy the link"));
  }],
};

for (const [name, [route, document, way]] of Object.entries(JOURNEYS)) {
  for (const [lang, say] of Object.entries({ "zh-TW": (chinese) => chinese, en: (_, english) => english })) {
    test(`${name}, as it is heard: ${lang}`, async (t) => {
      const site = await siteOn(t, DAY, { ...document, settings: { lang } });
      await withoutServiceWorker(site.context);
      const page = await site.open(route);
      await page.locator("main h1").first().waitFor();
      await page.waitForLoadState("networkidle");
      const reader = await listen(page);
      await way(reader, say, page);
      // Readers say an arrow by its name or leave it out: what it means is said in words.
      assert.doesNotMatch(reader.transcript(), /[→⇒►▶]/);
      const file = new URL(`spoken/${name}.${lang}.txt`, import.meta.url);
      if (process.env.SPOKEN === "write") return writeFile(file, reader.transcript());
      assert.equal(reader.transcript(), await readFile(file, "utf8"));
    });
  }
}
