// What the suite needs in WebKit, tried on pages of no app: tests/e2e/webkit gives what playwright gives in Chromium.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { ENGINE } from "./lib.mjs";
import { test } from "./runner.mjs";
import { launchWebKit } from "./webkit/context.mjs";
import { engineSource } from "./webkit/inside.mjs";

/** A page with a policy of its own, as the app's has. */
const PAGE = `<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="script-src 'self'"></head>
<body><label>Name <input></label><button>Press</button><button hidden>Press</button><p>Nothing</p></body></html>`;

test("playwright's engine for selectors is where it is read from", () => {
  assert.match(engineSource(), /class InjectedScript|InjectedScript = class/);
});

const skip = ENGINE === "webkit" ? false : "another engine";
test("a page of WebKit is clicked, typed into, watched and refused like one of playwright's", { skip }, async (t) => {
  const host = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(PAGE));
  await new Promise((ready) => host.listen(0, "127.0.0.1", ready));
  const url = `http://localhost:${host.address().port}/`;
  const browser = await launchWebKit();
  t.after(async () => {
    await browser.close();
    host.close();
  });
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "zh-TW" });
  const asked = [];
  const errors = [];
  context.on("request", (request) => asked.push(request.url()));
  context.on("console", (message) => errors.push(message.text()));
  context.on("weberror", (error) => errors.push(error.error().message));
  await context.addInitScript((word) => (window.word = word), "first");
  await context.clock.setFixedTime("2026-03-04");
  await context.route("**/refused", (route) => route.abort());
  const page = await context.newPage();
  await page.goto(url);

  const seen = await page.evaluate(() => [window.word, navigator.language, innerWidth, innerHeight, document.hasFocus()]);
  assert.deepEqual(seen, ["first", "zh-TW", 360, 740, true]);
  assert.deepEqual(await page.evaluate(() => [Date.now(), undefined, NaN]), [Date.parse("2026-03-04"), undefined, NaN]);
  await page.evaluate(() => {
    document.querySelector("button").onclick = ({ isTrusted }) => (document.querySelector("p").innerText = `by hand: ${isTrusted}`);
  });
  await page.getByRole("button", { name: "Press" }).click();
  await page.getByText("by hand: true").waitFor();
  await page.getByLabel("Name").fill("土木");
  await page.getByLabel("Name").press("Shift+Tab");
  assert.equal(await page.getByLabel("Name").inputValue(), "土木");
  await assert.rejects(page.locator("button").click(), /strict mode violation/);
  await assert.rejects(page.getByText("not here").waitFor({ timeout: 200 }), /200 ms passed/);
  assert.equal(await page.evaluate(() => fetch("refused").then(String, () => "refused")), "refused");
  assert.ok(asked.includes(`${url}refused`), String(asked));
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("uncaught");
    });
    console.error("told");
  });
  await page.reload();
  assert.deepEqual(errors, ["told", "Error: uncaught"]);
  await context.setOffline(true);
  await assert.rejects(page.evaluate(() => fetch("x")));

  // Another context is another browser: nothing of this one is seen there.
  const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;
  assert.equal(await page.evaluate(dark), false);
  const other = await (await browser.newContext({ colorScheme: "dark" })).newPage();
  await other.goto(url);
  assert.deepEqual(await other.evaluate(() => [window.word, navigator.language, innerWidth]), [undefined, "en-US", 1280]);
  assert.equal(await other.evaluate(dark), true);
  assert.match(await other.locator("body").ariaSnapshot(), /- button "Press"/);
});
