// The last course of a program: whoever ticks it is congratulated, once, and without motion where motion is not wanted.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, seed } from "./lib.mjs";

after(closeBrowser);

const passed = (code, name, credits) => ({ code, name, credits, grade: { score: 80 } });
/** One course before 綠建築. */
const ALMOST = {
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [passed("3401007", "測量學(一)", 2), passed("3404016", "環境規劃與管理", 2), passed("3901416", "綠建築概論", 2), passed("3902019", "建築物理(一)", 2), passed("3903423", "建築節能設計", 2)],
};
const WORDS = "恭喜，這個微學程的學分都修滿了！";

for (const reducedMotion of ["no-preference", "reduce"]) test(`ticking the last course is congratulated (motion: ${reducedMotion})`, async (t) => {
  const site = await openSite(t, { context: { reducedMotion } });
  await seed(site, ALMOST);
  const page = await site.open("#/programs/AVM");
  await page.locator(".answer").first().waitFor();
  assert.equal(await page.getByText(WORDS).count(), 0);
  await page.getByRole("checkbox", { name: /循環經濟之建築設計/ }).first().check();
  await page.getByText(WORDS).waitFor();
  const moves = await page.locator(".answer-joy").evaluate((card) => getComputedStyle(card).animationName !== "none");
  assert.equal(moves, reducedMotion === "no-preference");
  // Once: who comes back finds the answer and no congratulation.
  await page.evaluate(() => (location.hash = "#/programs"));
  await page.locator(".program-card").first().waitFor();
  await page.evaluate(() => (location.hash = "#/programs/AVM"));
  await page.locator(".answer-met").first().waitFor();
  await eventually(() => page.getByText(WORDS).count(), 0);
});
