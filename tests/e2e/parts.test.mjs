// The program comes in parts, each when a page of its is opened, and as small as the browser can take it.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { brotliDecompressSync } from "node:zlib";
import { closeBrowser, eventually, offlineReady, openSite, seed } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const CIVIL = { profile: { group: "土木系", entry: 112, degree: "bachelor" }, records: [{ code: "3401007", name: "測量學(一)", credits: 2, term: "112-1", grade: { score: 81 } }] };
/** Every page but home, and what it shows first. */
const HEADINGS = {
  "#/courses": /課/,
  "#/import": /./,
  "#/programs": /微學程/,
  "#/programs/AVM": /綠建築/,
  "#/programs/AVM/sheet": /綠建築|審核/,
  "#/plan": /規劃/,
  "#/guide": /./,
  "#/credits": /學分/,
  "#/settings": /設定/,
  "#/share": /看學生的規劃/,
};
/** The files of the program that were asked for, by part, in order. */
const parts = (site) => site.server.requests.flatMap((path) => /^kuayu-(app|later|part-\w+)-\w+\.wasm/.exec(path)?.[1] ?? []);
const heading = (page, route) => page.getByRole("heading", { level: 1, name: HEADINGS[route] });

async function student(t, options = {}) {
  const site = await openSite(t, options);
  await seed(site, CIVIL);
  return site;
}

/** The name of a part's file. */
async function fileOf(site, name) {
  const html = await (await fetch(site.server.url)).text();
  return new RegExp(`\\b${name}=(kuayu-part-\\S+\\.wasm)`).exec(html)[1];
}

test("home is answered by two parts; a page's own comes when it is opened, once", async (t) => {
  const site = await student(t);
  await withoutServiceWorker(site.context);
  const page = await site.open();
  await page.getByRole("heading", { name: "離你最近的微學程" }).waitFor();
  assert.deepEqual(parts(site).sort(), ["app", "later"]);
  for (const route of ["#/plan", "#/courses", "#/plan"]) {
    await page.goto(site.url + route);
    await heading(page, route).waitFor();
  }
  assert.deepEqual(parts(site).slice(2).sort(), ["part-common", "part-courses", "part-plan"]);
});

test("nothing is asked for twice, though it is asked for early", async (t) => {
  for (const route of ["#/programs/AVM", "#/plan"]) {
    const site = await student(t);
    await withoutServiceWorker(site.context);
    const page = await site.open(route);
    await heading(page, route).waitFor();
    await page.waitForLoadState("networkidle");
    const { requests } = site.server;
    assert.ok(requests.includes("programs.json"), String(requests));
    assert.deepEqual(requests.filter((path, at) => requests.indexOf(path) !== at), [], route);
  }
});

test("who comes for another page gets its part beside the others, not after them", async (t) => {
  for (const route of Object.keys(HEADINGS)) {
    const site = await student(t);
    await withoutServiceWorker(site.context);
    const later = /kuayu-later-\w+\.wasm/.exec(await (await fetch(site.server.url)).text())[0];
    site.server.faults.set(later, { delay: 1500 });
    const page = await site.context.newPage();
    await page.goto(site.url + route);
    const drawing = () => parts(site).filter((name) => name.startsWith("part-"));
    await eventually(() => drawing().length, 2);
    assert.equal(await heading(page, route).count(), 0, `${route}: not drawn before what answers is here`);
    await heading(page, route).waitFor();
    assert.equal(drawing().length, 2, `${route}: what pages share, and its own`);
    await page.close();
  }
});

test("where a page's part does not arrive: says so, goes on elsewhere, and takes it when it is asked again", async (t) => {
  const site = await student(t, { expected: [/./] });
  await withoutServiceWorker(site.context);
  site.server.faults.set(await fileOf(site, "plan"), { status: 503 });
  const page = await site.open("#/plan");
  const alert = page.getByRole("alert");
  await alert.getByText("這個網頁沒有載入完整").waitFor();
  await page.goto(`${site.url}#/programs`);
  await heading(page, "#/programs").waitFor();
  site.server.faults.clear();
  await page.goto(`${site.url}#/plan`);
  await heading(page, "#/plan").waitFor();
});

test("every page works offline after only the home page was ever opened", async (t) => {
  const site = await student(t);
  const page = await site.open();
  await offlineReady(page);
  await site.server.close();
  for (const route of Object.keys(HEADINGS)) {
    await page.goto(site.url + route);
    await heading(page, route).waitFor();
    await page.reload();
    await heading(page, route).waitFor();
  }
});

/** A browser that can undo these packings, and no others. This one may not know brotli yet: then Node undoes it. */
async function unpacks(context, able) {
  await context.exposeFunction("unbrotli", (text) => brotliDecompressSync(Buffer.from(text, "base64")).toString("base64"));
  await context.addInitScript((able) => {
    const Real = window.DecompressionStream;
    window.DecompressionStream = able.length === 0 ? undefined : function (word) {
      if (!able.includes(word)) throw new TypeError(`no ${word}`);
      if (word !== "brotli") return new Real(word);
      const letters = [];
      return new TransformStream({
        transform: (chunk) => void chunk.forEach((byte) => letters.push(String.fromCharCode(byte))),
        flush: async (to) => to.enqueue(Uint8Array.from(atob(await window.unbrotli(btoa(letters.join("")))), (letter) => letter.charCodeAt(0))),
      });
    };
  }, able);
}

/** What was asked for of the program's files, by how they end. */
const endings = (site) => [...new Set(site.server.requests.flatMap((path) => /^kuayu-(?:app|later|part).*?\.wasm(.*)$/.exec(path)?.[1] ?? []))];

for (const [name, options, able, expected] of [
  ["packs nothing", {}, ["brotli", "gzip"], [".br"]],
  ["packs by gzip as it sends", { encoding: "gzip" }, ["brotli", "gzip"], [".br"]],
  ["says how the copies are packed", { told: true }, ["brotli", "gzip"], [".br"]],
  ["packs nothing, for a browser without brotli", {}, ["gzip"], [".gz"]],
  ["says how the copies are packed, for a browser without brotli", { told: true }, ["gzip"], [".gz"]],
  ["packs nothing, for a browser that cannot unpack", {}, [], [""]],
]) {
  test(`a host that ${name}: the program comes as small as can be`, async (t) => {
    const site = await student(t, options);
    await unpacks(site.context, able);
    await withoutServiceWorker(site.context);
    const page = await site.open("#/plan");
    await heading(page, "#/plan").waitFor();
    assert.deepEqual(endings(site), expected);
    assert.deepEqual(parts(site).sort(), ["app", "later", "part-common", "part-plan"], "each once");
  });
}

test("a host that has no packed copies, or something else in their place, sends the files as they are", async (t) => {
  for (const fault of [{ status: 404 }, { body: "<html>sign in</html>", type: "text/html" }, { cut: 1000 }]) {
    const site = await student(t, { expected: [/./] });
    await unpacks(site.context, ["brotli", "gzip"]);
    await withoutServiceWorker(site.context);
    const html = await (await fetch(site.server.url)).text();
    const copies = [...html.matchAll(/kuayu-[\w-]+\.wasm/g)].flatMap(([name]) => [`${name}.br`, `${name}.gz`]);
    copies.forEach((name) => site.server.faults.set(name, fault));
    const page = await site.open("#/plan");
    await heading(page, "#/plan").waitFor();
    assert.deepEqual(endings(site).sort(), ["", ".br"]);
  }
});

test("the service worker takes packed copies too, and keeps what they hold", async (t) => {
  const site = await student(t);
  const page = await site.open();
  await offlineReady(page);
  const knows = await page.evaluate(() => { try { return Boolean(new DecompressionStream("brotli")); } catch { return false; } });
  assert.deepEqual(endings(site), [knows ? ".br" : ".gz"]);
  const kept = await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.endsWith("catalog"));
    const cache = await caches.open(names[0]);
    const files = (await cache.keys()).filter(({ url }) => url.endsWith(".wasm"));
    return Promise.all(files.map(async (file) => new Uint8Array(await (await cache.match(file)).arrayBuffer()).slice(0, 4).join(" ")));
  });
  assert.ok(kept.length >= 8, `${kept.length} modules`);
  assert.deepEqual([...new Set(kept)], ["0 97 115 109"]);
});
