// Hosts that change the page, and places where it cannot run: each is told what it is, within seconds.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { after, test } from "./runner.mjs";
import { pathToFileURL } from "node:url";
import { closeBrowser, distFolder, openSite } from "./lib.mjs";

after(closeBrowser);

/** Longer than it may take until something is said. Milliseconds. */
const SECONDS = 8000;
const dialog = (page) => page.locator("#boot-problem");
/** What style sheets alone show. */
const line = (page) => page.locator("#boot-missing");

async function opened(t, options = {}, prepare = () => {}) {
  const site = await openSite(t, { expected: [/./], ...options });
  const html = await readFile(`${distFolder()}/index.html`, "utf8");
  await prepare(site.server.faults, (stem) => new RegExp(`${stem}-\\w+\\.\\w+`).exec(html)[0], html);
  const page = await site.context.newPage();
  await page.goto(site.url, { waitUntil: "commit" });
  return page;
}

const says = (locator, text) => locator.getByText(text).first().waitFor({ timeout: SECONDS });

const POLICIES = {
  "own policy": "default-src 'self'",
  "policy without WebAssembly": "script-src 'self' 'unsafe-inline'; connect-src 'self'",
  "policy that lets nothing be fetched": "default-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
  "Trusted Types": "require-trusted-types-for 'script'",
};
for (const [name, policy] of Object.entries(POLICIES)) {
  test(`a host's ${name}: says that the site's settings block it`, async (t) => {
    const page = await opened(t, { headers: { "Content-Security-Policy": policy } });
    await says(dialog(page), "這個網站的安全設定擋下了程式");
    assert.equal(await dialog(page).getByText("網路可能中斷了").isVisible(), false);
  });
}

test("a policy that lets no script run: the line without scripts", async (t) => {
  const page = await opened(t, { headers: { "Content-Security-Policy": "script-src 'none'" } });
  await page.getByText("請用 Chrome、Safari 或 Firefox 直接開啟").or(page.getByText("這個網頁需要 JavaScript")).first().waitFor({ timeout: SECONDS });
});

test("a policy that lets neither scripts nor style sheets load: the same, unstyled", async (t) => {
  const page = await opened(t, { headers: { "Content-Security-Policy": "default-src 'none'" } });
  await page.getByText("請用 Chrome、Safari 或 Firefox 直接開啟").first().waitFor({ timeout: SECONDS });
});

for (const [name, sandbox, text] of [
  ["that may run scripts and store nothing", "allow-scripts", "這個網頁被放進別的網頁裡"],
  ["that may run none", "", "如果它在別的網頁裡"],
]) {
  test(`a sandboxed frame ${name}: says to open the page itself`, async (t) => {
    const site = await openSite(t, { expected: [/./] });
    const outer = createServer((_, response) => {
      response.writeHead(200, { "Content-Type": "text/html" }).end(`<iframe width="340" height="700" sandbox="${sandbox}" src="${site.url}"></iframe>`);
    });
    await new Promise((resolve) => outer.listen(0, "127.0.0.1", resolve));
    t.after(() => new Promise((resolve) => outer.close(resolve)));
    const page = await site.context.newPage();
    await page.goto(`http://localhost:${outer.address().port}/`, { waitUntil: "commit" });
    const told = page.frameLocator("iframe").locator("noscript p, dialog p").filter({ hasText: text }).first();
    await told.waitFor({ timeout: SECONDS });
    assert.ok((await told.boundingBox()).y < 700, "below the edge");
  });
}

test("opened as a file: says that it must be on a web site", async (t) => {
  const site = await openSite(t, { expected: [/./] });
  const page = await site.context.newPage();
  await page.goto(pathToFileURL(`${distFolder()}/index.html`).href, { waitUntil: "commit" });
  await says(dialog(page), "這個網頁不能從檔案開啟");
});

const HTML = "<!DOCTYPE html><title>Log in</title><p>Log in to this network</p>";
const BROKEN = {
  missing: { status: 404 },
  "a login page": { body: HTML, type: "text/html" },
  "a login page that passes for a script": { body: HTML },
  empty: { body: "" },
  "cut short": { cut: 60 },
};
for (const [how, fault] of Object.entries(BROKEN)) {
  test(`the boot script is ${how}: a line by style sheets alone`, async (t) => {
    const page = await opened(t, {}, (faults, named) => faults.set(named("boot"), fault));
    await says(line(page), "網頁沒有載入完整");
    await line(page).and(page.locator(":visible")).waitFor({ timeout: SECONDS });
  });

  for (const stem of ["start", "kuayu-app"]) {
    test(`the script ${stem} is ${how}: says so`, async (t) => {
      const page = await opened(t, {}, (faults, named) => faults.set(named(stem), fault));
      await says(dialog(page), "網路可能中斷了");
    });
  }
}

test("a program that is cut short: says so", async (t) => {
  for (const fault of [{ cut: 5000 }, { body: HTML, type: "text/html" }, { body: "" }]) {
    const page = await opened(t, {}, (faults, _, html) => faults.set(/kuayu-app-\w+_bg\.wasm/.exec(html)[0], fault));
    await says(dialog(page), "網路可能中斷了");
  }
});

test("a page of which only a part is there: starts, or says so", async (t) => {
  const html = await readFile(`${distFolder()}/index.html`, "utf8");
  const at = (mark, more = 0) => html.indexOf(mark) + more;
  const ends = { "after the boot script": at("</script>", 9), "at the end of the head": at("</head>", -40), "before the dialog": at("boot-translated"), "in the dialog": at("boot-details"), "in the shell": at('data-first="en"'), "at the end": html.length - 20 };
  for (const [where, end] of Object.entries(ends)) {
    const fault = { body: html.slice(0, end) };
    const page = await opened(t, {}, (faults) => faults.set("index.html", fault));
    const texts = ["網頁只來了一部分", "網路可能中斷了", "網頁沒有載入完整", "這個網頁需要 JavaScript"];
    const told = page.locator("p:visible", { hasText: new RegExp(texts.join("|")) }).first().waitFor({ timeout: SECONDS });
    const begun = page.waitForFunction(() => document.querySelector("main h1") && !document.getElementById("shell"), null, { timeout: SECONDS });
    await assert.doesNotReject(Promise.any([told, begun]), where);
    await page.close();
  }
});

test("without https nobody promises use offline", async (t) => {
  const site = await openSite(t, { context: { permissions: [] } });
  await site.context.addInitScript(() => Object.defineProperty(window, "isSecureContext", { get: () => false }));
  const page = await site.open();
  await page.getByText("不用登入").waitFor();
  assert.doesNotMatch(await page.locator("main").innerText(), /離線/);
  const secure = await (await openSite(t)).open();
  assert.match(await secure.locator("main").innerText(), /不用登入、離線也能用。/);
});

test("in another site's frame: where the data is, and a way to the page itself", async (t) => {
  const site = await openSite(t);
  const outer = createServer((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" }).end(`<link rel="icon" href="data:,"><iframe width="340" height="700" src="${site.url}#/guide"></iframe>`);
  });
  await new Promise((resolve) => outer.listen(0, "127.0.0.1", resolve));
  t.after(() => new Promise((resolve) => outer.close(resolve)));
  site.problems.length = 0;
  const page = await site.context.newPage();
  await page.goto(`http://127.0.0.1:${outer.address().port}/`);
  const frame = page.frameLocator("iframe");
  const notice = frame.getByRole("status").filter({ hasText: "和直接開啟網址時的資料是分開的" });
  await notice.waitFor();
  assert.equal(await notice.getByRole("link", { name: "直接開啟" }).getAttribute("href"), `${site.url}#/guide`);
  site.problems.splice(0, site.problems.length, ...site.problems.filter((problem) => !problem.includes(`127.0.0.1:${outer.address().port}`)));
});
