// The guide: the procedure with a student's own dates, and the calendar file of them. The device's day is set.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { closeBrowser, siteOn } from "./lib.mjs";

after(closeBrowser);

/** In the registration window of 114-1. */
const SEPTEMBER = new Date("2025-09-10T10:00:00");

async function guide(t, profile, day = SEPTEMBER) {
  const site = await siteOn(t, day, { profile });
  const page = await site.open("#/guide");
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

test("a first-year student is told the window, and what is still open after it", async (t) => {
  const page = await guide(t, { group: "土木系", entry: 114 });
  await page.getByText("現在可以登記修讀，到 2025-09-26 為止", { exact: true }).waitFor();
  await page.getByText("我的最後申請學期（四年畢業）").waitFor();
});

test("before the window its days are told; after it, the latest semester", async (t) => {
  const before = await guide(t, { group: "土木系", entry: 114 }, new Date("2025-09-01T10:00:00"));
  await before.getByText("2025-09-08 到 2025-09-26 登記修讀", { exact: true }).waitFor();
  const later = await guide(t, { group: "土木系", entry: 114 }, new Date("2025-10-01T10:00:00"));
  await later.getByText("最晚在 115 下學期的加退選期間登記修讀").waitFor();
});

test("whose last window is over is told so, and whom to ask", async (t) => {
  const page = await guide(t, { group: "土木系", entry: 112 });
  await page.getByText("登記期限（113 下學期加退選）已過；還沒登記請洽教務處").waitFor();
});

test("the first Monday turns weeks 13 to 18 into dates, and all dates into a calendar file", async (t) => {
  const page = await guide(t, { group: "土木系", entry: 114 });
  await page.getByLabel("這學期第 1 週的星期一是哪天？").fill("2025-09-08");
  await page.getByText("2025-12-01 到 2026-01-11").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "加到行事曆" }).click()]);
  assert.equal(download.suggestedFilename(), "kuayu.ics");
  const file = await readFile(await download.path(), "utf8");
  const lines = file.split("\r\n");
  for (const line of ["DTSTART;VALUE=DATE:20250908", "DTEND;VALUE=DATE:20250927", "DTSTART;VALUE=DATE:20251201", "DTEND;VALUE=DATE:20260112"]) {
    assert.ok(lines.includes(line), `${line}\n${file}`);
  }
  assert.equal(lines.filter((line) => line === "BEGIN:VEVENT").length, 2);
});
