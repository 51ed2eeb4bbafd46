// The app starts on whatever static host it is put.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, stored } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

test("starts from the root of a host", async (t) => {
  const site = await openSite(t);
  const page = await site.open();
  assert.match(await page.title(), /跨域/);
  assert.notEqual((await page.locator("body").innerText()).trim(), "");
});

test("starts from a folder deep inside a host, and asks for nothing outside it", async (t) => {
  const site = await openSite(t, { base: "/p/412-1008/app/" });
  const page = await site.open("#/programs");
  await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
  assert.ok(site.server.requests.includes("index.html"));
});

test("starts where the host calls .wasm a plain file, both parts of it", async (t) => {
  const site = await openSite(t, { mime: { ".wasm": "application/octet-stream" } });
  const page = await site.open("#/programs");
  await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
});

test("starts where the program's script comes at the second time of asking", async (t) => {
  const site = await openSite(t, { expected: [/Failed to load resource/, /net::ERR/, /integrity attribute/] });
  await withoutServiceWorker(site.context);
  let asked = 0;
  await site.context.route(/kuayu-app-\w+\.js/, (route) => ((asked += 1) === 1 ? route.abort() : route.continue()));
  const page = await site.open("#/programs");
  await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
  assert.equal(asked, 2);
  assert.equal(await page.locator("#boot-problem[open]").count(), 0);
});

for (const encoding of ["gzip", "br"]) {
  test(`starts where the host compresses with ${encoding}`, async (t) => {
    const site = await openSite(t, { encoding });
    const page = await site.open("#/programs");
    await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
  });
}

test("a first visit asks for the rest of the program at the first sign of somebody", async (t) => {
  // The service worker fetches everything anyway, for use offline.
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const page = await site.open();
  await page.getByRole("combobox", { name: "系所" }).locator("option", { hasText: "土木系" }).waitFor({ state: "attached" });
  const later = () => site.server.requests.filter((path) => path.startsWith("kuayu-later"));
  assert.deepEqual(later(), []);
  await page.mouse.move(100, 100);
  await page.getByRole("heading", { name: "你的期限" }).waitFor();
  assert.equal(later().length, 1);
});

test("what is chosen before the rest of the program is here counts once it is", async (t) => {
  const site = await openSite(t);
  await withoutServiceWorker(site.context);
  const later = await laterName(site.server);
  site.server.faults.set(later, { delay: 2500 });
  const page = await site.open();
  const department = page.getByRole("combobox", { name: "系所" });
  await department.locator("option", { hasText: "土木系" }).waitFor({ state: "attached" });
  await department.selectOption("土木系");
  await page.getByRole("combobox", { name: "入學年度" }).selectOption("112");
  await eventually(async () => (await stored(page)).profile.group, "土木系");
  await page.getByRole("heading", { name: "離你最近的微學程" }).waitFor();
  assert.equal(await department.inputValue(), await department.locator("option", { hasText: "土木系" }).getAttribute("value"));
});

test("where the rest of the program does not arrive: says so, and takes it when it is asked again", async (t) => {
  const site = await openSite(t, { expected: [/./] });
  await withoutServiceWorker(site.context);
  const later = await laterName(site.server);
  site.server.faults.set(later, { status: 503 });
  const page = await site.open("#/programs");
  const alert = page.getByRole("alert");
  await alert.getByText("這個網頁沒有載入完整").waitFor();
  // Not the program at all: a login page, for one.
  site.server.faults.set(later, { status: 200, body: "<html>" });
  await alert.getByRole("button", { name: "再試一次" }).click();
  await alert.getByText("這個網頁沒有載入完整").waitFor();
  site.server.faults.clear();
  await alert.getByRole("button", { name: "再試一次" }).click();
  await page.getByRole("heading", { level: 1, name: "微學程" }).waitFor();
});

test("says so and offers to retry when a file does not load", async (t) => {
  const site = await openSite(t, { expected: [/./] });
  const wasm = await wasmName(site.server);
  site.server.faults.set(wasm, { status: 503 });
  const page = await site.context.newPage();
  await page.goto(site.url);
  const dialog = page.getByRole("dialog");
  await dialog.getByText("網頁沒有載入完成").waitFor();
  site.server.faults.clear();
  await dialog.getByRole("button", { name: "再試一次" }).click();
  await page.waitForFunction(() => !document.getElementById("shell"));
});

test("says so when WebAssembly is turned off", async (t) => {
  const site = await openSite(t, { expected: [/./] });
  await site.context.addInitScript(() => delete globalThis.WebAssembly);
  const page = await site.context.newPage();
  await page.goto(site.url);
  await page.getByRole("dialog").getByText("沒有開放 WebAssembly").waitFor();
});

test("says so when scripts are turned off", async (t) => {
  const site = await openSite(t, { context: { javaScriptEnabled: false } });
  const page = await site.context.newPage();
  await page.goto(site.url);
  assert.match(await page.locator("body").innerText(), /需要 JavaScript/);
});

/** The second part, by the script that joins it to the first. */
async function laterName(server) {
  const html = await (await fetch(server.url)).text();
  return /kuayu-later-\w+\.wasm/.exec(html)[0];
}

async function wasmName(server) {
  const html = await (await fetch(server.url)).text();
  return /kuayu-app-\w+\.wasm/.exec(html)[0];
}

test("Settings say which version and build the page is of", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/settings");
  const build = await page.locator("meta[name=kuayu-build]").getAttribute("content");
  assert.match(build, /^[0-9a-f]{16}$/);
  const told = await page.getByText(build).innerText();
  assert.match(told, /版本 \d+\.\d+\.\d+/);
});
