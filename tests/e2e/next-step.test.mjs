// What to do next: home says it in a sentence with one button, and it follows what the student marks. The device's day
// is set, as everything here hangs on it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, siteOn, stored } from "./lib.mjs";
import { newestSlot, write } from "./stored.mjs";

after(closeBrowser);

/** Six days before the weeks of application of 115-1 begin. */
const NOVEMBER = new Date("2026-11-24T10:00:00+08:00");

const passed = (code, name, credits) => ({ code, name, credits, declared: "passed" });
/** Courses that finish 綠建築 by both editions, with six cross-domain credits for a 土木系 student. */
const GREEN = [
  passed("3401007", "測量學(一)", 2),
  passed("3404016", "環境規劃與管理", 2),
  passed("3901416", "綠建築概論", 2),
  passed("3902019", "建築物理(一)", 2),
  passed("3903423", "建築節能設計", 2),
  passed("3903446", "循環經濟之建築設計", 2),
];

const student = (t, document, day = NOVEMBER) => siteOn(t, day, document);

const next = (page) => page.locator("#next");
async function mark(page, label, term) {
  if (!(await page.locator(".marks").isVisible())) await page.locator(".marks-fold summary").click();
  await page.locator(".marks label", { hasText: label }).locator("select").selectOption(term);
}

test("registered, credits reached, applied, certified: the requirement is fulfilled only at the end", async (t) => {
  const site = await student(t, { profile: { group: "土木系", entry: 112 }, records: GREEN.slice(0, -2) });
  const page = await site.open();
  await next(page).getByText("微學程的登記期限（113 下學期加退選）已過", { exact: false }).waitFor();

  // Registered: judged by the edition of that term, and the next courses come next.
  await page.goto(`${site.url}#/programs/AVM`);
  await mark(page, "登記修讀的學期", "114-1");
  await page.getByText("你在 114-1 登記：依 114-1 版規定判斷（待教務處確認）。").waitFor();
  await page.locator("#steps").getByText("115 下學期初選 2026-12-07 到 2026-12-18（13 天後開始）", { exact: false }).first().waitFor();

  // Credits reached: the window that opens in six days, not that registration is over.
  const document = await stored(page);
  await write(page, { [await newestSlot(page)]: JSON.stringify({ ...document, records: GREEN }) });
  await page.reload();
  await page.goto(`${site.url}#/`);
  await next(page).getByText("「綠建築微學程」學分已修滿：2026-11-30 到 2027-01-09 申請證書（6 天後開始）。").waitFor();
  assert.equal(await page.getByText("已過", { exact: false }).count(), 0);
  await page.locator(".glance").getByText("學分已修滿，還沒申請證書 · 綠建築微學程").waitFor();
  assert.equal(await next(page).locator("a, button").count(), 1);
  await next(page).getByRole("link", { name: "怎麼申請、要交什麼" }).click();
  const answer = (title) => page.locator(".answer", { hasText: title });
  await page.getByText("申請書（表一到表四，填好並簽名）與歷年成績單", { exact: false }).waitFor();
  await answer("跨域畢業條件").getByText("拿到這張證書，就符合跨域畢業條件。").waitFor();

  await mark(page, "申請證書的學期", "115-1");
  await answer("跨域畢業條件").getByText("證書發下來，就符合跨域畢業條件。").waitFor();
  await page.locator("#steps").getByText("等審查", { exact: false }).waitFor();
  await mark(page, "拿到證書的學期", "115-1");
  await answer("跨域畢業條件").getByText("已符合跨域畢業條件。").waitFor();
  await page.goto(`${site.url}#/`);
  await next(page).getByText("拿到「綠建築微學程」證書了。跨域畢業條件完成了。").waitFor();
  const kept = await stored(page);
  assert.deepEqual([kept.version, kept.marks.length], [4, 3]);
});

test("a mark can be taken back", async (t) => {
  const site = await student(t, { profile: { group: "土木系", entry: 112 }, records: GREEN });
  const page = await site.open("#/programs/AVM");
  await mark(page, "申請證書的學期", "115-1");
  await page.getByRole("button", { name: "復原" }).click();
  await eventually(async () => (await stored(page)).marks ?? [], []);
  await page.locator("#steps").getByText("學分已修滿", { exact: false }).waitFor();
});

test("in a term that the calendar knows nobody is asked for its Monday, and the calendar file has alarms and stable names", async (t) => {
  const site = await student(t, { profile: { group: "土木系", entry: 112 }, records: GREEN });
  const page = await site.open("#/guide");
  await page.getByText("115 上學期申請證書：2026-11-30 到 2027-01-09（6 天後開始）").waitFor();
  assert.equal(await page.getByText("哪天？", { exact: false }).count(), 0);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "加到行事曆" }).click()]);
  const lines = (await readFile(await download.path(), "utf8")).split("\r\n");
  for (const line of ["UID:apply-115-1@kuayu", "DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20270110", "TRIGGER:-PT15H", "TRIGGER;RELATED=END:-P2DT15H"]) {
    assert.ok(lines.includes(line), `${line}\n${lines.join("\n")}`);
  }
});
