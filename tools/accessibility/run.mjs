// IBM's checker and Siteimprove's Alfa on every page of the built site, in both themes: `cargo xtask accessibility`.
// Apart from the browser tests, which have axe: these two are many packages, and take minutes.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Device, Display, Preference, Scripting, Viewport } from "@siteimprove/alfa-device";
import { Node } from "@siteimprove/alfa-dom";
import { Native } from "@siteimprove/alfa-dom/native";
import { Request, Response } from "@siteimprove/alfa-http";
import rules from "@siteimprove/alfa-rules";
import { Criterion } from "@siteimprove/alfa-wcag";
import { Page } from "@siteimprove/alfa-web";
import { PHONE, browser, closeBrowser, startServer } from "../../tests/e2e/lib.mjs";
import { PAGES, enter, visit, withoutServiceWorker } from "../../tests/e2e/pages.mjs";
import { EXCEPTIONS } from "./exceptions.mjs";

/** What IBM's checker goes by: WCAG 2.2, levels A and AA. */
const POLICY = "WCAG_2_2";
/** Of Alfa those rules that are of A or AA, or of no level: good practice. */
const RULES = [...rules].filter((rule) => {
  const levels = [...rule.requirements].filter(Criterion.isCriterion).map(({ level }) => level.toJSON().map(([name]) => name));
  return levels.length === 0 || levels.flat().some((level) => level !== "AAA");
});

const ibm = await readFile(createRequire(import.meta.url).resolve("accessibility-checker-engine/ace.js"), "utf8");
const server = await startServer();
/** Named on the command line: checkers, pages, or nothing for all. */
const named = process.argv.slice(2);
const CHECKERS = { ibm: byIbm, alfa: byAlfa };
const chosen = Object.keys(CHECKERS).filter((name) => named.includes(name)).map((name) => CHECKERS[name]);
if (chosen.length === 0) chosen.push(...Object.values(CHECKERS));
const only = named.filter((name) => !CHECKERS[name]);
const used = new Set();
let count = 0;
for (const theme of ["light", "dark"]) {
  for (const listed of PAGES.filter(({ name }) => only.length === 0 || only.includes(name))) {
    const context = await (await browser()).newContext({ viewport: PHONE, locale: "zh-TW", timezoneId: "Asia/Taipei", colorScheme: theme });
    await withoutServiceWorker(context);
    await enter(context, listed.student);
    const page = await visit(context, server.url, listed);
    const found = [];
    for (const check of chosen) found.push(...(await check(page, theme)));
    await context.close();
    const left = found.filter((one) => !excepted(listed.name, one));
    count += left.length;
    console.log(`${theme} ${listed.name}: ${left.length === 0 ? "nothing" : ""}`);
    for (const { rule, where, told } of left) console.log(`  ${rule}: ${where}: ${told}`);
  }
}
await server.close();
await closeBrowser();
const idle = named.length === 0 ? EXCEPTIONS.filter((one) => !used.has(one)) : [];
for (const { rule } of idle) console.log(`no page needs the exception for ${rule} any more`);
console.log(`\n${count} findings; ${used.size} exceptions, each with its reason in tools/accessibility/exceptions.mjs`);
if (count + idle.length > 0) process.exitCode = 1;

/** Whether the list of exceptions names it. */
function excepted(page, { rule, where, told }) {
  const known = EXCEPTIONS.find((one) => one.rule === rule && (!one.pages || one.pages.includes(page)) && one.where.test(`${where} ${told}`));
  if (known) used.add(known);
  return Boolean(known);
}

/** What IBM's checker holds for a violation, or for a recommendation that is not kept. What a person has to look at is not told. */
async function byIbm(page) {
  await page.evaluate(`${ibm}; globalThis.ace = ace;`);
  return page.evaluate(async (policy) => {
    const { results } = await new globalThis.ace.Checker().check(document, [policy]);
    const failed = results.filter(({ value }) => value[1] === "FAIL");
    return failed.map(({ ruleId, message, snippet, path }) => ({ rule: `ibm ${ruleId}`, where: snippet.slice(0, 160) || path.dom, told: message }));
  }, POLICY);
}

/** What Alfa holds for failed. It judges a copy of the page: elements, boxes and style sheets. */
async function byAlfa(page, theme) {
  // What is folded in is not drawn, which the copy does not show.
  await page.evaluate(() => document.querySelectorAll("details:not([open]) > :not(summary)").forEach((one) => (one.style.display = "none")));
  const copy = await page.evaluate(Native.fromNode);
  const screen = Device.of(Device.Type.Screen, Viewport.of(PHONE.width, PHONE.height, Viewport.Orientation.Portrait), Display.of(1), Scripting.of(true), [Preference.of("prefers-color-scheme", theme)]);
  const whole = Page.of(Request.empty(), Response.empty(), Node.from(copy, screen), screen);
  const outcomes = [...(await Audit.of(whole, RULES).evaluate())];
  return outcomes.filter(Outcome.isFailed).map((outcome) => ({
    rule: `alfa ${outcome.rule.uri.split("/").at(-1)}`,
    where: String(outcome.target).replace(/\s+/g, " ").slice(0, 160),
    told: [...outcome.expectations].map(([, one]) => one.toJSON().error?.message ?? "").filter(Boolean).join("; "),
  }));
}
