// What others put into the page, as the browsers inside other apps do, and what may fail on the way without need: the app
// starts, and no dialog stands over it.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite, started } from "./lib.mjs";
import { enter, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const dialog = (page) => page.locator("#boot-problem");

/** Runs in the page before the app: does this as soon as boot.js listens. */
const early = (act) => `(() => {
  const watch = new MutationObserver(() => {
    if (!document.documentElement?.hasAttribute("data-visit")) return;
    watch.disconnect();
    (${act})();
  });
  watch.observe(document, { childList: true, subtree: true, attributes: true });
})()`;

const INJECTED = {
  "a script of another site": () => Object.assign(document.head.appendChild(document.createElement("script")), { src: "https://other.invalid/x.js" }),
  "a style sheet of another site": () => Object.assign(document.head.appendChild(document.createElement("link")), { rel: "stylesheet", href: "https://other.invalid/x.css" }),
  "a script in the page": () => document.head.appendChild(document.createElement("script")).append("window.injected = 1"),
  "a style in the page": () => document.head.appendChild(document.createElement("style")).append("body { color: red }"),
  "a style of an element": () => document.documentElement.setAttribute("style", "color: red"),
  "an error": () => setTimeout(() => window._AutofillCallbackHandler.call()),
  "an error that names the page": () => window.dispatchEvent(new ErrorEvent("error", { message: "Script error.", filename: location.href, lineno: 1 })),
  "an error that is no error": () => window.dispatchEvent(new ErrorEvent("error", { message: "Java object is gone" })),
  "a rejection": () => void Promise.reject(new Error("injected")),
  "a rejection without a reason": () => void Promise.reject(),
  "a picture that is not there": () => Object.assign(document.head.appendChild(document.createElement("img")), { src: "no/such.png" }),
};

for (const [what, act] of Object.entries(INJECTED)) {
  test(`${what}: not the app's business`, async (t) => {
    const site = await openSite(t, { expected: [/./] });
    await site.context.route("https://other.invalid/**", (route) => route.abort());
    await site.context.addInitScript(early(act));
    const count = await countOpened(site.context);
    const page = await site.context.newPage();
    // Slow enough for what was put there to fail first.
    for (const path of await parts(site)) site.server.faults.set(path, { delay: 600 });
    await page.goto(site.url);
    await started(page);
    assert.equal(await dialog(page).isVisible(), false);
    assert.equal(count.opened, 0);
  });
}

/** The app's own scripts and programs, relative to the site. */
async function parts(site) {
  const html = await (await fetch(site.url)).text();
  return [...html.matchAll(/kuayu-app-\w+\.(?:js|wasm)/g)].map(([name]) => name);
}

/** Counts how often pages of a context open the dialog of a failure, from their start on. */
async function countOpened(context) {
  const count = { opened: 0 };
  await context.exposeFunction("opened", () => (count.opened += 1));
  await context.addInitScript(() => {
    const { showModal } = HTMLDialogElement.prototype;
    HTMLDialogElement.prototype.showModal = function () {
      window.opened();
      return showModal.call(this);
    };
  });
  return count;
}

test("programs.json: a connection that breaks off is told where it is missed, not as a failure of the page", async (t) => {
  const site = await openSite(t, { expected: [/./] });
  await withoutServiceWorker(site.context);
  await enter(site.context, "civil");
  site.server.faults.set("programs.json", "reset");
  const count = await countOpened(site.context);
  const page = await site.open("#/programs");
  // The copy that came with the build stands in.
  await page.locator(".program-card").nth(40).waitFor();
  await page.waitForLoadState("networkidle");
  assert.equal(await dialog(page).isVisible(), false);
  assert.equal(count.opened, 0);
});

test("without the script for use offline the app works", async (t) => {
  const site = await openSite(t, { expected: [/./] });
  const html = await (await fetch(site.url)).text();
  for (const [name] of html.matchAll(/(?:worker|browser)-\w+\.js/g)) site.server.faults.set(name, { status: 404 });
  const page = await site.open("#/programs");
  await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
  assert.equal(await dialog(page).isVisible(), false);
});

test("a network slower than patience: says that it still loads, and goes on by itself", async (t) => {
  const site = await openSite(t, { expected: [/./] });
  await withoutServiceWorker(site.context);
  for (const path of await parts(site)) if (path.endsWith(".wasm")) site.server.faults.set(path, { delay: 4000 });
  await site.context.addInitScript(() => {
    const { setTimeout } = window;
    // A second is as long as three quarters of a minute.
    window.setTimeout = (act, after, ...rest) => setTimeout(act, after === 45_000 ? 1000 : after, ...rest);
  });
  const page = await site.context.newPage();
  await page.goto(site.url, { waitUntil: "commit" });
  await dialog(page).getByText("可以再等一下").waitFor();
  assert.equal(await dialog(page).getByText("網頁無法啟動").isVisible(), false);
  await started(page);
  assert.equal(await dialog(page).isVisible(), false);
});
