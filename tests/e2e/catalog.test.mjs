// programs.json on the host is edited by people: the app takes a good one, refuses a broken one, and says so.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, test } from "./runner.mjs";
import { closeBrowser, distFolder, offlineReady, openSite, started } from "./lib.mjs";

after(closeBrowser);

const shipped = await readFile(join(distFolder(), "programs.json"), "utf8");
/** A name that only the edited catalog has. */
const NEW_NAME = "改名後的微學程";

/** The catalog with its first program renamed. */
function edited() {
  const catalog = JSON.parse(shipped);
  catalog.editions[0].programs[0].name = NEW_NAME;
  return JSON.stringify(catalog, null, 1);
}

test("an edited programs.json is shown at the next visit, and kept for use without the host", async (t) => {
  const site = await openSite(t, { expected: [/ERR_CONNECTION_REFUSED/, /Failed to load resource/] });
  const page = await site.open("#/programs");
  await offlineReady(page);
  site.server.faults.set("programs.json", { body: edited() });
  await page.reload();
  await started(page);
  await kept(page, NEW_NAME);
  await site.server.close();
  await page.reload();
  await started(page);
  await kept(page, NEW_NAME);
  assert.equal(await page.getByText("課程資料讀不到").count(), 0);
  await site.server.restart();
});

for (const [kind, broken] of [
  ["cut off", shipped.slice(0, 1000)],
  ["with an unknown key", shipped.replace('"editions"', '"edition"')],
  ["that is a web page", "<!DOCTYPE html><p>moved</p>"],
]) {
  test(`a programs.json ${kind} is refused: an earlier one stands in, the mistake is shown`, async (t) => {
    const site = await openSite(t);
    site.server.faults.set("programs.json", { body: broken });
    const page = await site.open("#/programs");
    const notice = page.getByText("沒有採用");
    await notice.waitFor();
    assert.match(await notice.innerText(), /114-1/, "says which edition is shown");
    await notice.click();
    await page.getByText(/programs\.json:\d+/).first().waitFor();
  });
}

test("a host without programs.json: the app runs on the copy of the build", async (t) => {
  const site = await openSite(t, { expected: [/404/] });
  site.server.faults.set("programs.json", { status: 404 });
  const page = await site.open("#/programs");
  await offlineReady(page);
  await kept(page, JSON.parse(shipped).editions[0].programs[0].name);
  assert.equal(await page.getByText("課程資料讀不到").count(), 0);
});

/** Waits until the app has accepted a catalog with that text in it: only then does the service worker keep it. */
function kept(page, text) {
  return page.waitForFunction(async (part) => (await (await fetch("programs.json?kept")).text()).includes(part), text);
}
