// Whatever a page, a file, a backup or a link brings stays text: nothing of it is run, made an element, or followed.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import { closeBrowser, eventually, openSite, seed, started, stored } from "./lib.mjs";

after(closeBrowser);

/** What has worked elsewhere. Each would set `window.hostile`, or ask some other host, if it were taken for a page. */
const PAYLOADS = [
  `<img src=x onerror="window.hostile=1">`,
  `<script>window.hostile=1</script>`,
  `"><svg onload=window.hostile=1>`,
  `' onfocus=window.hostile=1 autofocus x='`,
  `<iframe srcdoc="<script>parent.hostile=1</script>"></iframe>`,
  `<a href="javascript:window.hostile=1">課</a>`,
  `{{constructor.constructor('window.hostile=1')()}}`,
  `</title></style></textarea><img src=//other.example/x onerror=window.hostile=1>`,
];
const ROUTES = ["", "#/courses", "#/programs", "#/programs/AVM", "#/programs/AVM/sheet", "#/plan", "#/credits", "#/settings"];
const FORBIDDEN = "script:not([src]):not([type]), iframe, img[src='x'], svg[onload], a[href^='javascript:'], [onerror], [onload], [onfocus]";

/** Nothing ran, and nothing became an element that was not one before. */
async function harmless(page, where, before) {
  assert.equal(await page.evaluate(() => window.hostile), undefined, `${where}: something ran`);
  assert.equal(await page.locator(FORBIDDEN).count(), before, `${where}: something became an element`);
}

/** How many elements of those kinds the page has of itself. */
const own = (page) => page.locator(FORBIDDEN).count();

test("stored text in every field of the document, on every page", async (t) => {
  const site = await openSite(t);
  const [a, b] = [PAYLOADS[0], PAYLOADS[2]];
  const records = PAYLOADS.map((name, at) => ({ code: at % 2 ? `A${100000 + at}` : undefined, name, credits: 2, term: "112-1", grade: { score: 70 + at }, note: name }));
  const course = (name) => ({ name, credits: 2, term: "115-2" });
  const plans = PAYLOADS.map((name, at) => ({ id: at + 1, name, targets: ["AVM", name], courses: [course(name)] }));
  const decisions = [{ program: "AVM", fact: { fact: "counts", course: { code: "3901416", name: a } }, holds: true, by: "program", date: "2026-11-20", note: b }];
  await seed(site, { version: 4, profile: { group: "土木系", entry: 112, degree: "bachelor" }, records, plans, active_plan: 1, decisions });
  const page = await site.open();
  const before = await own(page);
  for (const route of ROUTES) {
    await page.goto(site.url + route);
    await started(page);
    await page.locator("main h1").waitFor();
    await harmless(page, route, before);
  }
  await page.goto(`${site.url}#/courses`);
  // It is there, as what it says.
  await page.getByText(PAYLOADS[0], { exact: false }).first().waitFor();
});

test("a pasted table, a pasted page and a dropped file", async (t) => {
  const site = await openSite(t);
  const page = await site.open("#/import");
  const before = await own(page);
  const csv = ["課號,課名,學分,學期,成績", ...PAYLOADS.map((name, at) => `${3900000 + at},"${name.replaceAll('"', '""')}",2,112-1,${70 + at}`)].join("\n");
  await page.locator("#paste").fill(csv);
  await page.getByRole("button", { name: "讀取" }).first().click();
  await page.locator("#review").waitFor();
  await harmless(page, "review of a table", before);
  const rows = PAYLOADS.map((text, at) => `<tr><td>39900${at}</td><td>必</td><td>${text}</td><td>Sample</td><td>990100${at}</td><td>1</td><td>3.0</td><td>75</td><td>${text}</td></tr>`).join("");
  const html = `<html><body onload="window.hostile=1"><table><tr><th>課號</th><th>修</th><th>課程名稱</th><th>英文</th><th>課程編碼</th><th>階段</th><th>學分</th><th>成績</th><th>備註</th></tr>${rows}</table></body></html>`;
  await page.locator('input[type="file"]').first().setInputFiles({ name: "成績<img src=x onerror=window.hostile=1>.html", mimeType: "text/html", buffer: Buffer.from(html) });
  await page.getByText("成績<img", { exact: false }).first().waitFor();
  await harmless(page, "review of a page", before);
});

test("a plan's name typed by hand, and its link opened by somebody else", async (t) => {
  const site = await openSite(t);
  await seed(site, { profile: { group: "土木系", entry: 112, degree: "bachelor" } });
  const page = await site.open("#/plan");
  const before = await own(page);
  await page.getByRole("button", { name: "新增規劃" }).click();
  await page.getByRole("button", { name: "改名" }).click();
  await page.getByLabel("規劃名稱").fill(PAYLOADS[0]);
  await page.keyboard.press("Enter");
  await eventually(async () => (await stored(page)).plans.map(({ name }) => name).includes(PAYLOADS[0]), true);
  await harmless(page, "plan", before);
  await page.getByRole("button", { name: "做一個分享連結" }).click();
  await page.getByLabel("規劃的名稱").check();
  await page.waitForLoadState("networkidle");
  const link = await page.locator("#share-link").inputValue();
  const other = await openSite(t);
  const shown = await other.open(link.replace(site.url, ""));
  await shown.getByRole("heading", { level: 1 }).getByText(PAYLOADS[0], { exact: false }).waitFor();
  await harmless(shown, "shared plan", before);
});

test("a suggestion with all of it in its note and in the plan's name, looked at and taken over", async (t) => {
  const site = await openSite(t);
  await seed(site, { profile: { group: "土木系", entry: 112, degree: "bachelor" } });
  const page = await site.open("#/plan");
  await page.getByRole("button", { name: "新增規劃" }).click();
  await page.getByRole("button", { name: "做一個分享連結" }).click();
  await page.locator(".qr").waitFor();
  const link = (await page.locator("#share-link").inputValue()).replace(site.url, "");
  const advisor = await openSite(t);
  const theirs = await advisor.open(link);
  await theirs.getByRole("button", { name: "提建議" }).click();
  await theirs.getByRole("button", { name: "改名" }).click();
  await theirs.getByLabel("規劃名稱").fill(PAYLOADS[0]);
  await theirs.keyboard.press("Enter");
  const note = `${PAYLOADS.join("\n")}\u202e`;
  await theirs.getByLabel("給學生的留言").fill(note);
  await theirs.waitForLoadState("networkidle");
  const sent = (await theirs.locator("#share-link").inputValue()).replace(advisor.url, "");
  const before = await own(page);
  await page.goto(site.url + sent);
  await page.locator("#their-note").waitFor();
  assert.equal(await page.locator("#their-note").textContent(), note.replace("\u202e", "").slice(0, 500).trimEnd());
  await harmless(page, "suggestion", before);
  await page.getByRole("button", { name: "採用，加成新規劃" }).click();
  await page.getByText(PAYLOADS[0], { exact: false }).first().waitFor();
  await harmless(page, "plan taken over", before);
});
