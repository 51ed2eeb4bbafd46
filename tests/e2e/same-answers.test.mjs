// The page and the command line are two faces of one engine: the same student and the same file, the same answers.
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "./runner.mjs";
import { kuayu } from "./command-line.mjs";
import { closeBrowser, openSite } from "./lib.mjs";

after(closeBrowser);

const CODE = "課程編碼,課程名稱,學分,成績,學期\n";
/** Invented students: one nearly done, one of another department in the middle of a term, one who has failed a lot. */
const STUDENTS = [
  { department: "土木系", entry: "112", rows: "3401007,測量學(一),2,81,112-1\n3401035,土木與環境暨基本實作,3,88,112-1\n3402006,結構學(一),3,67,113-1\n3404016,環境規劃與管理,2,79,113-1\n3901416,綠建築概論,2,90,113-2\n3902019,建築物理(一),2,84,113-2\n3903423,建築節能設計,2,77,114-1\n3903446,循環經濟之建築設計,2,85,114-2\n5904315,人工智慧,3,52,114-1\n1404006,國文,2,,115-1\n" },
  { department: "經管系", entry: "113", rows: "3901416,綠建築概論,2,95,113-2\n5904315,人工智慧,3,88,114-1\n3902019,建築物理(一),2,,115-1\n" },
  { department: "電機系", entry: "111", rows: "3901416,綠建築概論,2,40,113-2\n5904315,人工智慧,3,59,114-1\n3404016,環境規劃與管理,2,W,114-1\n" },
];
/** The words of the page for the status of the command line; a program that its list cannot finish has a word more. */
const WORDS = {
  met: ["修滿，待申請", "差證書"],
  met_if_in_progress: ["修過就完成"],
  met_if_planned: ["照計畫完成"],
  depends_on: ["待確認"],
  not_yet: ["未完成", "湊不齊"],
  not_open: ["不開放"],
  not_required: ["不需要"],
};

/** The verdicts of the command line, by program code. */
async function commandLine({ department, entry, rows }) {
  const folder = await mkdtemp(path.join(tmpdir(), "kuayu-same-"));
  try {
    const file = path.join(folder, "courses.csv");
    await writeFile(file, CODE + rows);
    const stdout = kuayu(["audit", "--department", department, "--entry", entry, "--json", file]);
    return new Map(JSON.parse(stdout).programs.map((program) => [program.code, program]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

for (const student of STUDENTS) {
  test(`${student.department} ${student.entry}: the page says what the command line says`, async (t) => {
    const expected = await commandLine(student);
    const site = await openSite(t);
    const page = await site.open();
    await page.getByLabel("系所").selectOption({ label: student.department });
    const groups = page.getByLabel("組別／班別");
    if (await groups.count()) await groups.selectOption({ label: student.department });
    await page.getByLabel("入學年度").selectOption(student.entry);
    await page.getByRole("button", { name: "完成" }).click();
    await page.evaluate(() => (location.hash = "#/import"));
    await page.locator('input[type="file"]').setInputFiles([{ name: "courses.csv", mimeType: "text/csv", buffer: Buffer.from(CODE + student.rows) }]);
    await page.getByRole("button", { name: "存起來" }).click();
    await page.getByText("已存好").waitFor();

    await page.evaluate(() => (location.hash = "#/programs"));
    await page.locator(".program-card").nth(expected.size - 1).waitFor();
    const cards = await page.locator(".program-card").evaluateAll((all) =>
      all.map((card) => [card.querySelector("h3 a").hash.split("/").at(-1), card.querySelector(".badge").textContent.trim()]),
    );
    assert.equal(cards.length, expected.size);
    for (const [code, word] of cards) {
      const { status } = expected.get(code).certificate;
      assert.ok(WORDS[status].includes(word), `${code}: the page says ${word}, the command line ${status}`);
    }

    // Both answers, where most is counted.
    const told = [...expected.values()].sort((a, b) => b.counted.length - a.counted.length).slice(0, 3);
    for (const program of told) {
      await page.evaluate((code) => (location.hash = `#/programs/${code}`), program.code);
      await page.locator(`a[href$="#/programs/${program.code}/sheet"]`).waitFor();
      await page.locator(".answer").nth(1).waitFor();
      const [certificate, requirement] = await page.locator(".answer .badge").allTextContents();
      for (const [question, word] of [["certificate", certificate], ["cross_domain", requirement]]) {
        const { status } = program[question];
        assert.ok(WORDS[status].includes(word.trim()), `${program.code} ${question}: ${word}, ${status}`);
      }
    }
  });
}
