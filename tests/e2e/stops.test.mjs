// The app stops: a panic, or a trap of the WebAssembly module. What is stored is whole, the page starts again by itself,
// once, and then says what happened.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, letPass, openSite, seed, started, startServer, stored } from "./lib.mjs";
import { SLOTS, write } from "./stored.mjs";
import { hasWebKit, openWebKit, until } from "./webkit.mjs";

after(closeBrowser);

const record = (n) => ({ code: `390${1000 + n}`, name: `課${n}`, credits: 2, declared: "passed" });
const MINE = { profile: { group: "土木系", entry: 112, degree: "bachelor" }, records: [record(1), record(2), record(3)] };
/** What the panics and traps of these tests say. */
const expected = [/unreachable/i, /called `Result::unwrap\(\)`/, /by a test/];
const names = async (page) => (await stored(page)).records.map(({ name }) => name);
const dialog = (page) => page.getByRole("dialog").filter({ hasText: "程式停下來了" });
const note = (page) => page.getByRole("status").filter({ hasText: "已自動重新開始" });

/** Runs in the page: from now on the app panics where it next makes an element. */
function breakElements() {
  const fail = () => {
    throw new Error("broken by a test");
  };
  Document.prototype.createElement = Document.prototype.createElementNS = Node.prototype.cloneNode = fail;
}

/** Runs in the page: a module whose only function is the trap that a panic ends in. */
function trap() {
  const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
  setTimeout(() => exports.f());
}

/** Does something that stops the app, and waits until the page has started again by itself. */
async function startsAgain(page, stop) {
  await Promise.all([page.waitForEvent("load"), stop()]);
  await started(page);
}

test("a panic: starts again at the same page, tells so, and has everything that was stored", async (t) => {
  const site = await openSite(t, { expected });
  await seed(site, MINE);
  const page = await site.open("#/courses");
  await page.getByLabel("課1的狀態").selectOption("in_progress");
  const before = await stored(page);
  assert.equal(before.records.length, 3);
  await page.evaluate(breakElements);
  await startsAgain(page, () => page.evaluate(() => void (location.hash = "#/settings")));
  await page.getByRole("heading", { level: 1, name: "設定" }).waitFor();
  await note(page).waitFor();
  assert.equal(await dialog(page).count(), 0);
  assert.deepEqual(await stored(page), before);
  // Told once: not again after an ordinary reload.
  await page.reload();
  await started(page);
  assert.equal(await note(page).count(), 0);
});

test("a second stop soon after: the panel, with what the panic said", async (t) => {
  const site = await openSite(t, { expected });
  await seed(site, MINE);
  const page = await site.open("#/courses");
  await startsAgain(page, () => page.evaluate(trap));
  await page.evaluate(breakElements);
  await page.evaluate(() => void (location.hash = "#/settings"));
  await dialog(page).waitFor();
  const details = await page.locator("#boot-details").textContent();
  assert.match(details, /called `Result::unwrap\(\)` on an `Err` value/);
  assert.match(details, /broken by a test/);
  assert.match(details, /unreachable/i);
  assert.deepEqual(await names(page), ["課1", "課2", "課3"]);
});

test("a stop at every start: two starts and no more, then the panel", async (t) => {
  const site = await openSite(t, { expected });
  await seed(site, MINE);
  // Broken once the module is there, so after all that the boot script does, and before the app makes its first element.
  await site.context.addInitScript(`for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await original.apply(WebAssembly, args);
      (${breakElements})();
      return made;
    };
  }`);
  await site.context.addInitScript(() => {
    // Empty pages on the way have no storage.
    if (!location.protocol.startsWith("http")) return;
    sessionStorage.setItem("test.starts", Number(sessionStorage.getItem("test.starts")) + 1);
  });
  const page = await site.context.newPage();
  await page.goto(`${site.server.url}#/courses`, { waitUntil: "commit" });
  await dialog(page).waitFor({ timeout: 20_000 });
  await letPass(1500, "a third start");
  assert.equal(await page.evaluate(() => sessionStorage.getItem("test.starts")), "2");
  assert.deepEqual(await names(page), ["課1", "課2", "課3"]);
});

test("a stop long after the last one starts again, too", async (t) => {
  const site = await openSite(t, { expected });
  const page = await site.open();
  await startsAgain(page, () => page.evaluate(trap));
  await page.evaluate(() => {
    const last = JSON.parse(sessionStorage.getItem("kuayu.restarted"));
    sessionStorage.setItem("kuayu.restarted", JSON.stringify({ ...last, at: last.at - 3_600_000 }));
  });
  await startsAgain(page, () => page.evaluate(trap));
  assert.equal(await dialog(page).count(), 0);
});

test("where the tab can note nothing: the panel at once, as it could go round in circles", async (t) => {
  const site = await openSite(t, { expected });
  await site.context.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get() {
        throw new DOMException("refused by a test", "SecurityError");
      },
    });
  });
  const page = await site.open();
  await page.evaluate(trap);
  await dialog(page).waitFor();
});

test("without a network and without offline files: the panel, not the browser's own page of errors", async (t) => {
  const site = await openSite(t, { expected: [...expected, /ERR_INTERNET_DISCONNECTED/] });
  await site.context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
  const page = await site.open();
  await site.context.setOffline(true);
  await page.evaluate(trap);
  await dialog(page).waitFor();
});

test("what is stored in the very moment of the stop is stored whole, and nothing after it", async (t) => {
  const site = await openSite(t, { expected });
  await seed(site, MINE);
  const page = await site.open("#/courses");
  await startsAgain(page, () => page.evaluate(trap));
  // The text is written, but the app does not hear so, and falls while it tells of that.
  await page.evaluate(`{
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (...args) {
      setItem.apply(this, args);
      (${breakElements})();
      throw new Error("not stored, by a test");
    };
  }`);
  await page.getByLabel("課2的狀態").selectOption("in_progress");
  await dialog(page).waitFor();
  await write(page, { [SLOTS[0]]: "what a stopped program would write" });
  await page.reload();
  await started(page);
  const { records } = await stored(page);
  assert.deepEqual(records.map(({ name, declared }) => [name, declared]), [["課1", "passed"], ["課2", undefined], ["課3", "passed"]]);
});

test("exports what is stored, and nothing of other apps", async (t) => {
  const site = await openSite(t, { expected });
  const page = await site.open();
  await write(page, { "kuayu.test": "一筆資料", "someone-else": "not ours" });
  await startsAgain(page, () => page.evaluate(trap));
  await page.evaluate(trap);
  const [download] = await Promise.all([page.waitForEvent("download"), dialog(page).getByRole("button", { name: "匯出我的資料" }).click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  const rescue = JSON.parse(Buffer.concat(chunks).toString());
  assert.equal(rescue.stored["kuayu.test"], "一筆資料");
  assert.equal(rescue.stored["someone-else"], undefined);
});

test("WebKit, too: starts again, then shows what the panic said", { skip: !hasWebKit() && "not installed" }, async (t) => {
  const server = await startServer();
  const page = await openWebKit();
  t.after(() => Promise.all([page.close(), server.close()]));
  const stands = () =>
    until(async () => {
      assert.ok(await page.evaluate(() => !document.getElementById("shell") && document.querySelector("main h1") !== null));
    });
  const panic = () =>
    page.evaluate(`() => { (${breakElements})(); setTimeout(() => (location.hash = location.hash === "#/settings" ? "#/guide" : "#/settings")); }`);
  await page.goto(`${server.url}#/guide`);
  await stands();
  await panic();
  await until(async () => {
    const seen = await page.evaluate(() => [sessionStorage.getItem("kuayu.restarted"), document.getElementById("boot-restarted").hidden]);
    assert.match(seen[0], /broken by a test/);
    assert.equal(seen[1], false);
  });
  await stands();
  await panic();
  await until(async () => {
    const details = await page.evaluate(() => document.getElementById("boot-problem").open && document.getElementById("boot-details").textContent);
    assert.match(String(details), /called `Result::unwrap\(\)` on an `Err` value[^]*broken by a test[^]*RuntimeError/);
  });
});
