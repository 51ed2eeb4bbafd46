// The other two engines: a student's first journey in WebKit (every iPhone) and in Firefox. `$ENGINE` names one of them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { startServer } from "./lib.mjs";
import { paper } from "./pdf.mjs";
import { texts } from "./stored.mjs";
import { hasFirefox, openFirefox } from "./firefox.mjs";
import { hasWebKit, openWebKit, until } from "./webkit.mjs";

const ENGINES = { webkit: [hasWebKit, openWebKit], firefox: [hasFirefox, openFirefox] };
/** How long a page may take to stand on a busy test machine, with one restart of its own. Milliseconds. */
const PATIENCE = 45_000;

/** How often the journey is tried. WebKitGTK on this processor stops programs by a fault of its own (docs/stops.md). */
const TRIES = { webkit: 3, firefox: 1 };
/** How long one try may take: an engine that answers no more is left. Milliseconds. */
const ONE_TRY = 180_000;

const wanted = Object.entries(ENGINES).filter(([name]) => [undefined, "", name].includes(process.env.ENGINE));
for (const [name, [isHere, open]] of wanted) {
  test(`${name}: first use, import by paste, storage, sheet, and all of it without the host`, { skip: !isHere() && "not installed" }, async (t) => {
    for (let left = TRIES[name] - 1; ; left -= 1) {
      const server = await startServer();
      const page = await open();
      let late;
      try {
        t.diagnostic(page.version);
        const limit = new Promise((_, fail) => (late = setTimeout(fail, ONE_TRY, new Error("the engine answers no more"))));
        return await Promise.race([journey(page, server), limit]);
      } catch (error) {
        if (left === 0) throw error;
        t.diagnostic(`tried once more, for: ${String(error).slice(0, 200)}`);
      } finally {
        clearTimeout(late);
        await Promise.allSettled([page.close(), server.close()]);
      }
    }
  });
}

async function journey(page, server) {
  // A page that starts again by itself (docs/stops.md) answers in the end: what was done before is done anew.
  const sees = (look, argument) => until(async () => assert.ok(await page.evaluate(look, argument), String(look)), PATIENCE);
  const stands = (heading) =>
    sees((heading) => !document.getElementById("shell") && new RegExp(heading).test(document.querySelector("main h1")?.innerText), heading);
  const at = async (route, heading) => {
    // Another fragment alone is no new page.
    await page.goto("about:blank");
    await page.goto(server.url + route);
    await stands(heading);
  };

  // In the language of the machine.
  await at("", "你離哪個最近|which one are you closest");
  assert.equal(await page.evaluate(() => document.getElementById("boot-problem").open), false);
  await page.evaluate(() => window.dispatchEvent(new Event("pointermove")));
  await sees(() => [...document.querySelectorAll("main option")].some((option) => option.value === "土木系"));
  await page.evaluate(() => {
    const choose = (select, value) => {
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const [department] = document.querySelectorAll("main select");
    choose(department, "土木系");
    choose([...document.querySelectorAll("main select")].find((select) => [...select.options].some(({ value }) => value === "112")), "112");
  });
  const keeps = (word, patience) => until(async () => assert.ok((await texts(page)).some((text) => text?.includes(word)), word), patience);
  await keeps("土木系", PATIENCE);

  const text = await readFile(new URL("../fixtures/transcripts/portal-pasted.txt", import.meta.url), "utf8");
  await at("#/import", "匯入|Import");
  // Done again where the page has started again meanwhile.
  await until(async () => {
    await page.evaluate((text) => {
      const box = document.getElementById("paste");
      box.value = text;
      box.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector(".entrance .button.primary").click();
    }, text);
    await until(async () => assert.ok(await page.evaluate(() => document.querySelector(".source .course"))), 5000);
    await page.evaluate(() => document.querySelector(".review-bar .primary").click());
    await keeps("機器學習", 5000);
  }, PATIENCE);

  await sees(() => navigator.serviceWorker.controller?.state === "activated");
  await server.close();
  await at("#/courses", "修課|My courses");
  await sees(() => document.querySelector(".mine")?.innerText.includes("機器學習"));
  assert.equal(await page.evaluate(() => document.getElementById("boot-problem").open), false);

  await at("#/programs/AVM/sheet", "綠建築");
  await sees(() => document.querySelector(".sheet-sign li"));
  // The driver of WebKit does not print.
  if (page.print) assert.equal(paper(await page.print()).pages, 1);
  await server.restart();
}
