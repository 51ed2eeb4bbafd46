// What an office said of a course: recorded beside it, followed by the answers, told wherever it is used, undone.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, seed, started, stored } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const passed = (code, name, credits, term) => ({ code, name, credits, grade: { score: 80 }, term });
const STUDENT = {
  version: 3,
  profile: { group: "土木系", entry: 112 },
  records: [passed("3902019", "建築物理(一)", 2, "112-1"), passed("3401007", "測量學(一)", 2, "113-1"), passed("ZZ77361", "永續建築專論", 3, "113-1")],
};

async function open(t, route = "#/programs/AVM") {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  await seed(site, STUDENT);
  return [site, await site.open(route)];
}

const credits = (page) => page.locator(".condition", { hasText: "合計學分" }).first().locator(".meter .num");

test("a course that the office does not count: recorded with who and when, followed, marked, undone", async (t) => {
  const [, page] = await open(t);
  await eventually(() => credits(page).innerText(), "4/10");
  const button = page.getByRole("button", { name: /系辦說不一樣：測量學\(一\)/ });
  await button.click();
  await page.getByLabel("這個微學程採計嗎？").selectOption("no");
  await eventually(() => credits(page).innerText(), "2/10");
  await page.getByText("你註記為不認列").first().waitFor();
  await page.getByText("以下結果用到你自己記的答案").waitFor();
  const said = page.locator(".said");
  await said.getByLabel("誰說的").selectOption("program");
  await said.getByLabel("哪天說的").fill("2026-11-20");
  await said.getByLabel("說了什麼").fill("要先修建築物理");
  await said.getByLabel("說了什麼").blur();
  const decision = { program: "AVM", fact: { fact: "counts", course: { code: "3401007", name: "測量學(一)" } }, holds: false };
  await eventually(async () => (await stored(page)).decisions, [{ ...decision, by: "program", date: "2026-11-20", note: "要先修建築物理" }]);
  await page.reload();
  await started(page);
  await eventually(() => credits(page).innerText(), "2/10");
  // Told on the card of the program, too.
  await page.goto(page.url().replace("#/programs/AVM", "#/programs"));
  await page.locator(".program-card", { hasText: "綠建築" }).getByText("照你記的").waitFor();
  await page.goto(page.url().replace("#/programs", "#/programs/AVM"));
  await page.getByRole("button", { name: /系辦說不一樣：測量學\(一\)/ }).click();
  await page.getByLabel("這個微學程採計嗎？").selectOption("");
  await eventually(() => credits(page).innerText(), "4/10");
  await eventually(async () => (await stored(page)).decisions, []);
});

test("why a course is cross-domain or not is read without a mouse", async (t) => {
  const [, page] = await open(t);
  const row = page.locator(".course", { hasText: "綠建築概論" });
  await row.getByText("跨領域", { exact: true }).waitFor();
  assert.equal(await page.locator("main .tag[title]").count(), 0, "nothing is told to mice alone");
  await row.getByRole("button", { name: /為什麼/ }).press("Enter");
  await row.locator(".said").getByText(/^跨領域：不在你系 \d+ 入學課程科目表的專業課程中$/).waitFor();
});

test("a course in no list that the unit counts, and the question to it ready to send", async (t) => {
  const [site, page] = await open(t);
  await site.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByText("清單以外的課，主辦單位說可以算？").click();
  await page.getByLabel("你的哪一門課").selectOption({ label: "永續建築專論" });
  await page.getByLabel("算在哪一類").selectOption({ label: "核心" });
  await page.getByRole("button", { name: "記下來" }).click();
  await eventually(() => credits(page).innerText(), "7/10");
  const question = page.locator(".question", { hasText: "永續建築專論" });
  await question.getByRole("button", { name: "複製問題" }).click();
  await page.getByText("已複製，貼到信裡就能寄").waitFor();
  const letter = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(letter, /112 學年度入學的土木系學生[\s\S]*綠建築微學程[\s\S]*永續建築專論/);
  assert.match(await question.getByRole("link", { name: "去哪裡問" }).getAttribute("href"), /^https:/);
  await question.getByRole("combobox").first().selectOption("");
  await eventually(() => credits(page).innerText(), "4/10");
});

test("what is ticked or recorded leaves the page of the program standing", async (t) => {
  const [, page] = await open(t);
  await eventually(() => credits(page).innerText(), "4/10");
  await page.evaluate(() => {
    window.gone = 0;
    const lists = document.querySelectorAll("ul.course-list");
    new MutationObserver((changes) => {
      for (const { removedNodes } of changes) window.gone += [...removedNodes].filter((node) => node.matches?.("li, section, ul, details")).length;
    }).observe(lists[0].closest("section.card"), { childList: true, subtree: true });
  });
  await page.getByLabel("綠建築概論", { exact: false }).first().check();
  await page.getByRole("button", { name: /系辦說不一樣：測量學\(一\)/ }).click();
  await page.getByLabel("這個微學程採計嗎？").selectOption("no");
  await page.locator(".said").getByLabel("誰說的").waitFor();
  assert.equal(await page.evaluate(() => window.gone), 0);
});
