// Workbooks and PDF files: opened by a worker that only they load, read like any other table, refused with a reason.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { after, test } from "./runner.mjs";
import { printed, workbook, zip } from "./invented.mjs";
import { closeBrowser, offlineReady, openSite, printer } from "./lib.mjs";
import { withoutServiceWorker } from "./pages.mjs";

after(closeBrowser);

const fixture = (path) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url));
const choose = (page, files) => page.locator('input[type="file"]').setInputFiles(files);
const sources = (page) => page.locator(".source");

async function importPage(t, options) {
  const site = await openSite(t, options);
  await withoutServiceWorker(site.context);
  return [site, await site.open("#/import")];
}

test("a workbook with two sheets: the first is read, the other one when it is chosen", async (t) => {
  const [site, page] = await importPage(t);
  const asked = [];
  site.context.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await choose(page, fixture("odd/two-sheets.xlsx"));
  await page.getByText("新增 2 門、更新 0 門、已有 0 門").waitFor();
  await sources(page).getByText("示範資料科學").waitFor();
  assert.equal(new Set(asked.filter((path) => path.includes("kuayu-readers"))).size, 2, "script and module");
  await page.getByLabel("工作表").selectOption("113 學年");
  await sources(page).getByText("樣本微積分").waitFor();
  await page.getByText("新增 1 門、更新 0 門、已有 0 門").waitFor();
});

test("an OpenDocument sheet: what the spreadsheet spoilt is doubted", async (t) => {
  const [, page] = await importPage(t);
  await choose(page, fixture("odd/cells.ods"));
  await sources(page).getByText("課程編碼被試算表改成數字").first().waitFor();
  await sources(page).getByText("前面的零不見了").waitFor();
});

test("a PDF printed just now is read to the last row", async (t) => {
  const [, page] = await importPage(t);
  const paper = await (await (await printer()).newContext()).newPage();
  await paper.setContent(await readFile(fixture("portal-page.html"), "utf8"));
  const pdf = await paper.pdf({ format: "A4", displayHeaderFooter: true, margin: { top: "1cm", bottom: "1cm" } });
  await paper.context().close();
  const start = Date.now();
  await choose(page, { name: "scores.pdf", mimeType: "application/pdf", buffer: pdf });
  await page.getByText("新增 57 門").or(page.getByText("新增 58 門")).first().waitFor();
  t.diagnostic(`${Date.now() - start} ms for ${pdf.length} bytes`);
  await sources(page).getByText("深度學習TensorFlow實務").first().waitFor();
  await sources(page).getByText("讀到 58 列，略過 0 列").waitFor();
});

test("a whole study of 150 rows, as a workbook and printed, is read to the last row", async (t) => {
  const [, page] = await importPage(t);
  for (const [name, buffer] of [["study.xlsx", workbook(150)], ["study.pdf", await printed(150)]]) {
    await choose(page, { name, mimeType: "", buffer });
    const source = sources(page).filter({ hasText: name });
    await source.getByText("讀到 150 列，略過 0 列").waitFor();
    await source.locator("li.course").nth(149).waitFor();
    assert.equal(await source.locator("li.course").count(), 150);
  }
});

test("a zip bomb, a scan, a password, unknown letters and a broken file each say so, and the page goes on", async (t) => {
  const [, page] = await importPage(t);
  const bomb = zip({ "xl/workbook.xml": Buffer.alloc(150_000_000) });
  const cut = (await readFile(fixture("odd/plain.pdf"))).subarray(0, 60);
  for (const [file, words] of [
    [{ name: "bomb.xlsx", mimeType: "", buffer: bomb }, "檔案裡的東西太多"],
    [fixture("odd/scan.pdf"), "這個 PDF 裡只有圖片"],
    [fixture("odd/password.pdf"), "這個檔案有密碼"],
    [fixture("odd/garbled.pdf"), "這個 PDF 的文字讀不出來"],
    [{ name: "cut.pdf", mimeType: "", buffer: cut }, "這個 PDF 打不開"],
  ]) {
    await choose(page, file);
    await page.locator(".notice-bad", { hasText: words }).waitFor();
  }
  await choose(page, fixture("odd/plain.pdf"));
  await sources(page).getByText("Sample Mechanics").waitFor();
});

test("without the readers the page says what to do", async (t) => {
  const [site, page] = await importPage(t, { expected: [/kuayu-readers/, /Failed to load resource/] });
  await site.context.route(/kuayu-readers.*wasm/, (route) => route.abort());
  await choose(page, fixture("odd/plain.pdf"));
  await page.locator(".notice-bad", { hasText: "讀試算表與 PDF 的程式沒有載入" }).waitFor();
});

test("a home page asks for no readers, and without a network they are here", async (t) => {
  const site = await openSite(t);
  const asked = [];
  site.context.on("request", (request) => request.serviceWorker() ?? asked.push(request.url()));
  const page = await site.open("");
  await offlineReady(page);
  assert.deepEqual(asked.filter((url) => url.includes("kuayu-readers")), []);
  await site.server.close();
  await page.goto(`${site.url}#/import`);
  await page.reload();
  await page.locator("#paste").waitFor();
  await choose(page, fixture("odd/plain.pdf"));
  await sources(page).getByText("Sample Mechanics").waitFor();
});
