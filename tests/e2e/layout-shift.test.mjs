// Nothing moves under the reader's eyes while the app starts: the cumulative layout shift from the first paint on.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, openSite, started } from "./lib.mjs";
import { PAGES, enter, withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

/** The design's limit for CLS. */
const LIMIT = 0.02;
const VIEWPORTS = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } };

/** Frames in a row in which nothing on the page has moved: as many as half a second has. */
const STILL = 30;

/** Waits until the page stands still, with the fonts that it asked for. */
const standsStill = (page) =>
  page.evaluate(async (frames) => {
    await document.fonts.ready;
    const places = () => JSON.stringify([...document.querySelectorAll("body *")].map((one) => one.getBoundingClientRect()));
    for (let still = 0, before; still < frames; ) {
      await new Promise(requestAnimationFrame);
      const now = places();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  }, STILL);

for (const [size, viewport] of Object.entries(VIEWPORTS)) {
  for (const listed of PAGES.filter(({ name }) => ["home-first-visit", "home", "courses", "programs", "program-met", "guide", "plan"].includes(name))) {
    test(`${listed.name}, ${size}: nothing moves`, async (t) => {
      const site = await openSite(t, { context: { viewport } });
      await withoutServiceWorker(site.context);
      await enter(site.context, listed.student);
      await site.context.addInitScript(() => {
        window.shifts = [];
        const rect = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(" ");
        const told = ({ node, previousRect, currentRect }) => `${node?.nodeName}.${node?.className ?? ""}#${node?.id ?? ""}: ${rect(previousRect)} to ${rect(currentRect)}`;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) window.shifts.push([entry.value, ...entry.sources.map(told)]);
        }).observe({ type: "layout-shift", buffered: true });
      });
      // As over a network: the page is painted before the catalog and the curriculum are here.
      for (const path of ["programs.json", "curricula/112.json"]) site.server.faults.set(path, { status: 200, delay: 400 });
      const page = await site.open(listed.route);
      await started(page);
      await page.waitForLoadState("networkidle");
      await page.waitForFunction(() => document.querySelector("main h1") && !document.querySelector(".skeleton"));
      await standsStill(page);
      const shifts = await page.evaluate(() => window.shifts);
      const sum = shifts.reduce((all, [value]) => all + value, 0);
      t.diagnostic(`CLS ${sum.toFixed(4)}`);
      assert.ok(sum <= LIMIT, `CLS ${sum.toFixed(4)}\n${shifts.map((one) => one.join("\n  ")).join("\n")}`);
    });
  }
}
