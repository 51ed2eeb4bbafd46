// After the first visit everything works without the host; a new version comes whole or not at all.
import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "./runner.mjs";
import { buildOf, closeBrowser, distFolder, offlineReady, openSite, started, updateReady } from "./lib.mjs";

after(closeBrowser);

/** What the network says when the host is gone: provoked on purpose here. */
const HOST_GONE = [/ERR_CONNECTION_REFUSED/, /Failed to load resource/, /Failed to fetch/, /update/];

test("works with the host gone, every file of the site included", async (t) => {
  const site = await openSite(t, { base: "/p/412-1008/app/", expected: HOST_GONE });
  const page = await site.open();
  await offlineReady(page);
  await site.server.close();
  await page.reload();
  await started(page);
  const files = await shippedFiles();
  const failed = await page.evaluate(async (paths) => {
    const failures = [];
    for (const path of paths) {
      const answer = await fetch(path).catch((error) => ({ ok: false, status: String(error) }));
      if (!answer.ok) failures.push(`${path}: ${answer.status}`);
    }
    return failures;
  }, files);
  assert.deepEqual(failed, []);
  await site.server.restart();
});

test("a new version waits; the old tab goes on with its own files until the student takes it", async (t) => {
  const site = await openSite(t);
  const old = await site.open();
  await offlineReady(old);
  const before = await buildOf(old);
  site.server.root = await newVersion(t);

  const tab = await site.open();
  assert.equal(await buildOf(tab), before, "a second tab still gets the whole old version");
  await updateReady(tab);
  await updateReady(old);

  await Promise.all([tab.waitForEvent("load"), tab.getByRole("button", { name: "更新", exact: true }).click()]);
  await started(tab);
  const after = await buildOf(tab);
  assert.notEqual(after, before);
  assert.equal(await buildOf(old), before, "the other tab is not reloaded under the student's hands");

  // The old tab, now under the new worker, still gets data of its own build, the new one of its own.
  const marker = (page, build) => page.evaluate(async (v) => (await (await fetch(`manifest.webmanifest?v=${v}`)).json()).marker ?? "none", build);
  assert.equal(await marker(old, before), "none");
  assert.equal(await marker(tab, after), "new version");
});

test("a version that arrives in part is not taken, and the old one stays whole", async (t) => {
  const site = await openSite(t, { expected: [/Failed to load resource/, /ServiceWorker/] });
  const page = await site.open();
  await offlineReady(page);
  const before = await buildOf(page);
  site.server.root = await newVersion(t);
  // The web staff are still copying: this file is the old one yet.
  site.server.faults.set("manifest.webmanifest", { body: await readFile(join(distFolder(), "manifest.webmanifest"), "utf8") });
  const installed = await tryUpdate(page);
  assert.equal(installed, "redundant");
  await page.reload();
  await started(page);
  assert.equal(await buildOf(page), before);

  // The copying is done.
  site.server.faults.clear();
  assert.equal(await tryUpdate(page), "installed");
  await updateReady(page);
});

test("a cache that lost files mends itself while the host is there", async (t) => {
  const site = await openSite(t, { expected: HOST_GONE });
  const page = await site.open();
  await offlineReady(page);
  const lost = await dropHalfOfTheCache(page);
  assert.ok(lost > 0);
  await page.reload();
  await started(page);
  await site.server.close();
  await page.reload();
  await started(page);
  await site.server.restart();
});

test("a cache that lost files is no trap when the host has moved on: the new version starts", async (t) => {
  const site = await openSite(t, { expected: [/Failed to load resource/] });
  const page = await site.open();
  await offlineReady(page);
  const before = await buildOf(page);
  await dropHalfOfTheCache(page);
  site.server.root = await newVersion(t);
  await page.reload();
  await started(page);
  const build = await buildOf(page);
  assert.notEqual(build, before);
  // The older build's worker, which is there until the student agrees, has nothing of the newer: it asks the host.
  assert.equal(await page.evaluate(async (build) => (await fetch(`departments.json?v=${build}`)).ok, build), true);
});

test("an edited programs.json reaches the app without a new build; without the host the accepted one is kept", async (t) => {
  const site = await openSite(t, { expected: HOST_GONE });
  const page = await site.open();
  await offlineReady(page);
  const edited = JSON.stringify({ edited: "on the host" });
  site.server.faults.set("programs.json", { body: edited });
  const read = (query = "") => page.evaluate(async (q) => (await fetch(`programs.json${q}`)).text(), query);
  assert.equal(await read(), edited);
  assert.notEqual(await read("?kept"), edited, "not kept before the app has accepted it");
  await page.evaluate((text) => window.dispatchEvent(new CustomEvent("kuayu:catalog-accepted", { detail: text })), edited);
  await page.waitForFunction(async (text) => (await (await fetch("programs.json?kept")).text()) === text, edited);
  await site.server.close();
  assert.equal(await read(), edited);
  await site.server.restart();
  // A host that does not answer in time is as good as none.
  site.server.faults.set("programs.json", "hang");
  assert.equal(await read(), edited);
});

/** The paths in the worker's own list. */
async function shippedFiles() {
  const worker = await readFile(join(distFolder(), "sw.js"), "utf8");
  const list = JSON.parse(/const FILES = (\[[\s\S]*?\]);\n/.exec(worker)[1]);
  assert.ok(list.length > 5, "the worker lists the site's files");
  return list.map(([path]) => path);
}

/** A copy of the site with another build id and one file changed, as if built from newer sources. */
async function newVersion(t) {
  const folder = await mkdtemp(join(tmpdir(), "kuayu-new-"));
  t.after(() => rm(folder, { recursive: true }));
  await cp(distFolder(), folder, { recursive: true });
  const edit = async (path, change) => {
    const file = join(folder, path);
    const before = await readFile(file, "utf8");
    const after = change(before);
    assert.notEqual(after, before, `${path} is edited`);
    await writeFile(file, after);
    return after;
  };
  const manifest = await edit("manifest.webmanifest", (text) => JSON.stringify({ ...JSON.parse(text), marker: "new version" }));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(manifest)));
  const integrity = `sha256-${Buffer.from(digest).toString("base64")}`;
  const build = /const BUILD = "(\w+)"/.exec(await readFile(join(folder, "sw.js"), "utf8"))[1];
  const next = [...build].reverse().join("") === build ? "0123456789abcdef" : [...build].reverse().join("");
  await edit("sw.js", (text) => text.replace(build, next).replace(/("manifest\.webmanifest",\s*)"[^"]+"/, `$1"${integrity}"`));
  await edit("index.html", (text) => text.replace(build, next));
  return folder;
}

/** Asks for a newer worker and tells how its installation ended. */
function tryUpdate(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const worker = registration.installing ?? registration.waiting;
    if (!worker) return "redundant";
    while (worker.state === "installing") await new Promise((resolve) => worker.addEventListener("statechange", resolve, { once: true }));
    return worker.state;
  });
}

/** As a browser short of space might. Tells how many files went. */
function dropHalfOfTheCache(page) {
  return page.evaluate(async () => {
    let dropped = 0;
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      const keys = await cache.keys();
      for (const key of keys.filter((request) => /\.(wasm|js|css|webmanifest)$/.test(new URL(request.url).pathname))) {
        if (await cache.delete(key)) dropped += 1;
      }
    }
    return dropped;
  });
}
