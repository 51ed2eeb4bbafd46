// What every browser test needs: a host, a phone, and a record of everything that went wrong in it.
//
//   const site = await openSite(t, { base: "/p/app/" });    server + browser context, both closed after the test
//   const page = await site.open("#/programs");             a started app at 360x740
//   assert.deepEqual(site.problems, []);                    openSite checks this itself after the test
import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { launchGecko } from "./gecko.mjs";
import { startServer } from "./server.mjs";
import { seed } from "./stored.mjs";
import { launchWebKit } from "./webkit/context.mjs";

export { distFolder, startServer } from "./server.mjs";
export { everything, seed, stored } from "./stored.mjs";

/** Without these Chromium as root does not start, or looks for hosts that a closed network refuses. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The phone that the design begins with, in CSS pixels. */
export const PHONE = { width: 360, height: 740 };
/** How each engine is opened: by what gives a browser as playwright knows it. */
const LAUNCH = {
  // Without the variable, which xtask sets, playwright's own browser.
  chromium: () => chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS }),
  firefox: launchGecko,
  webkit: launchWebKit,
};
/** The engine of this run. */
export const ENGINE = process.env.ENGINE || "chromium";
/** How much longer things may take: Debian's WebKitGTK runs WebAssembly several times more slowly than the others. */
const PATIENCE = ENGINE === "webkit" ? 4 : 1;
/** How long the app may take to start on a busy test machine. Milliseconds. */
const START_LIMIT = PATIENCE * 30_000;
/** How long a page may take to draw what was done. Milliseconds. */
const DRAW_LIMIT = PATIENCE * 5000;

let shared;
let chrome;

/** One browser for a test file; contexts keep tests apart. `$ENGINE` says of which engine, Chromium unless told. */
export async function browser() {
  assert.ok(LAUNCH[ENGINE], `no engine ${ENGINE}; there are ${Object.keys(LAUNCH)}`);
  shared ??= await LAUNCH[ENGINE]();
  return shared;
}

/** What makes the PDF files which a test reads is Chromium: WebKit's driver does not print, and Firefox loses letters of this font. */
export async function printer() {
  if (ENGINE === "chromium") return browser();
  chrome ??= await LAUNCH.chromium();
  return chrome;
}

/** To be called once in each test file: `after(closeBrowser)`. */
export async function closeBrowser() {
  await Promise.all([shared?.close(), chrome?.close()]);
  shared = chrome = undefined;
}

/**
 * A host with the built site and a browser context for it, for the length of one test.
 *
 * @param {import("node:test").TestContext} t
 * @param {object} [options] those of startServer, and:
 * @param {object} [options.context] playwright's context options (viewport, locale, colorScheme, ...)
 * @param {(string | RegExp)[]} [options.expected] problems that this test provokes on purpose
 */
export async function openSite(t, { context: contextOptions = {}, expected = [], ...serverOptions } = {}) {
  const server = await startServer(serverOptions);
  const context = await (await browser()).newContext({ viewport: PHONE, locale: "zh-TW", timezoneId: "Asia/Taipei", ...contextOptions });
  const problems = [];
  watch(context, new URL(server.url).origin, problems);
  const site = {
    server,
    context,
    url: server.url,
    /** Console errors, uncaught errors, failed requests, policy violations, requests to other origins. */
    problems,
    /** Opens a route and waits until the app has started. */
    async open(route = "") {
      const page = await context.newPage();
      await page.goto(server.url + route);
      await started(page);
      return page;
    },
  };
  t.after(async () => {
    await context.close();
    await server.close();
    const surprising = problems.filter((problem) => !expected.some((known) => problem.match(known)));
    assert.deepEqual(surprising, [], "the browser met problems");
  });
  return site;
}

/** A site with this document stored, on this day. `options` are those of `openSite`. */
export async function siteOn(t, day, document, options = {}) {
  const site = await openSite(t, options);
  await seed(site, document);
  await site.context.clock.setFixedTime(day);
  return site;
}

/** Holds that what is read is, or soon becomes, what is expected: pages draw after a click, not during it. */
export async function eventually(read, expected) {
  const until = Date.now() + DRAW_LIMIT;
  for (;;) {
    try {
      return assert.deepEqual(await read(), expected);
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}

/** Lets time pass where that is what a test is about. `why` says what would have come by then. Milliseconds. */
export async function letPass(milliseconds, why) {
  assert.ok(why, "a test that waits says for what");
  await new Promise((done) => setTimeout(done, milliseconds));
}

/** Waits until the app runs: boot.js has removed the static shell. */
export async function started(page) {
  await page.waitForFunction(() => !document.getElementById("shell"), null, { timeout: START_LIMIT });
}

/** Waits until everything is stored for offline use and this page is under the service worker. */
export async function offlineReady(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated", null, { timeout: START_LIMIT });
}

/** Waits until a newer version lies ready. */
export async function updateReady(page) {
  await page.waitForFunction(() => document.documentElement.dataset.update === "ready", null, { timeout: START_LIMIT });
}

/** The build id that a page was made from. */
export function buildOf(page) {
  return page.locator('meta[name="kuayu-build"]').getAttribute("content");
}

function watch(context, origin, problems) {
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    const local = ["data:", "blob:", "about:"].includes(url.protocol);
    if (!local && url.origin !== origin) problems.push(`other origin: ${url.href}`);
  });
  // Chromium reports violations on the console too; the event says which directive.
  context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
}
