// A student shares a link, an advisor suggests changes on a copy and sends a link back, the student takes it over or not.
import assert from "node:assert/strict";
import { after, test } from "./runner.mjs";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { buildOf, closeBrowser, eventually, openSite, siteOn, started, stored } from "./lib.mjs";

after(closeBrowser);

const passed = (code, name, credits, score) => ({ code, name, credits, term: "113-1", grade: { score } });
const PLANNED = { code: "3903446", name: "循環經濟之建築設計", credits: 2, term: "116-1" };
const STUDENT = {
  version: 4,
  profile: { group: "土木系", entry: 112, degree: "bachelor" },
  records: [
    passed("3404016", "環境規劃與管理", 2, 79),
    passed("3901416", "綠建築概論", 2, 90),
    passed("3902019", "建築物理(一)", 2, 84),
    passed("3903423", "建築節能設計", 2, 77),
  ],
  plans: [{ id: 5, name: "我的規劃", targets: ["AVM"], courses: [{ code: "3903481", name: "BIM建築資訊系統概論", credits: 3, term: "116-1" }] }],
  active_plan: 5,
};
const ADVISOR = { profile: { group: "電子系", entry: 113, degree: "bachelor" }, records: [passed("3602064", "信號與系統", 3, 88)] };

/** A site with this document, in the first half of the student's fourth year. */
const on = (t, document) => siteOn(t, "2026-11-30T10:00:00+08:00", document);

/** The link that the section on the page holds. */
async function link(page, site) {
  await page.locator(".qr").waitFor();
  // The list of all courses arrives a moment later and may shorten the link.
  await page.waitForLoadState("networkidle");
  return (await page.locator("#share-link").inputValue()).replace(site.url, "");
}

/** The link of a student, and their page. */
async function shared(t, document = STUDENT) {
  const site = await on(t, document);
  const page = await site.open("#/plan");
  await page.getByRole("button", { name: "做一個分享連結" }).click();
  return { site, page, link: await link(page, site) };
}

/** An advisor with data of their own, who has begun a suggestion on that link. */
async function begun(t, theirs) {
  const site = await on(t, ADVISOR);
  const page = await site.open(theirs);
  await page.getByRole("button", { name: "提建議" }).click();
  await page.locator("#suggest").waitFor();
  return { site, page };
}

const slot = (page, name) => page.locator(".slot").filter({ hasText: name });
const changes = (page, place) => page.locator(`${place} .differences li`);

test("the whole round: shared, changed in a copy, sent back, taken over beside the own plan, and undone", async (t) => {
  const { site, page, link: theirs } = await shared(t);
  const advisor = await begun(t, theirs);
  const before = await stored(advisor.page);

  // The advisor moves one course, adds one, and writes a note. Every page says that it is a suggestion.
  await slot(advisor.page, "BIM建築資訊系統概論").locator("select").selectOption("116-2");
  await advisor.page.locator("#add-target").selectOption("AVB");
  await advisor.page.locator(".target[data-program=AVM]").getByRole("button", { name: "把這些課加入規劃" }).click();
  await eventually(() => changes(advisor.page, "#suggest").count(), 3);
  await advisor.page.getByLabel("給學生的留言").fill("先修建築設計的課。<b>王老師</b>");
  for (const word of ["修課", "微學程", "規劃"]) {
    await advisor.page.getByRole("link", { name: word, exact: true }).click();
    await advisor.page.getByText("你正在學生的規劃上提建議").waitFor();
  }
  await advisor.page.locator("#suggest").waitFor();
  const table = advisor.page.locator("#suggest table[data-program=AVM]");
  await table.waitFor();
  const sent = await link(advisor.page, advisor.site);
  const { data, width, height } = PNG.sync.read(await advisor.page.locator(".qr").screenshot());
  assert.equal(jsQR(new Uint8ClampedArray(data), width, height)?.data.replace(advisor.site.url, ""), sent);
  assert.deepEqual(await stored(advisor.page), before, "the advisor's own data is as it was");

  // The student opens it beside the own plan.
  await page.goto(site.url + sent);
  await page.getByRole("heading", { level: 1, name: "給你的規劃建議" }).waitFor();
  assert.equal(await page.locator("#their-note").innerText(), "先修建築設計的課。<b>王老師</b>");
  await eventually(() => changes(page, "#changes").count(), 3);
  const told = (await changes(page, "#changes").allInnerTexts()).join("\n");
  for (const part of ["加入目標", "加上", "換時間", "從 116-1（大五上） 改為 116-2（大五下）"]) assert.ok(told.includes(part), told);
  assert.equal(await page.locator("#whose").count(), 0, "nothing to warn of");
  assert.ok((await page.locator("#made-by").innerText()).includes(await buildOf(page)));
  // What it gains: the certificate, which the own plan does not reach.
  const row = page.locator("#changes table[data-program=AVM] tbody tr").first();
  const [own, suggested] = await row.locator("td").allInnerTexts();
  assert.notEqual(own, suggested);
  await page.getByRole("button", { name: "採用，加成新規劃" }).click();
  await page.getByText("已加成新規劃，原本的規劃還在").waitFor();
  let now = await stored(page);
  assert.deepEqual(now.plans[0], STUDENT.plans[0], "the own plan is as it was");
  assert.equal(now.plans.length, 2);
  assert.deepEqual(now.plans[1].targets.toSorted(), ["AVB", "AVM"]);
  assert.equal(now.active_plan, now.plans[1].id);
  assert.deepEqual(now.records, STUDENT.records);
  await page.getByRole("button", { name: "復原" }).click();
  await eventually(async () => (await stored(page)).plans, STUDENT.plans);
});

test("of what is the student's nothing can be changed but the plan", async (t) => {
  const { link: theirs } = await shared(t);
  const { page } = await begun(t, theirs);
  await page.getByRole("link", { name: "修課", exact: true }).click();
  const status = page.locator(".course select").first();
  await status.selectOption("not_passed");
  await page.getByText("只能改規劃；修課紀錄等其他資料是學生的").waitFor();
  assert.notEqual(await page.locator(".course select").first().inputValue(), "not_passed");
});

test("a suggestion outlives a reload and going back to one's own data, and can be given up", async (t) => {
  const { link: theirs } = await shared(t);
  const { site, page } = await begun(t, theirs);
  await page.locator("#add-target").selectOption("AVB");
  await page.getByLabel("給學生的留言").fill("再看看");
  await page.reload();
  await started(page);
  await page.locator("#suggest").waitFor();
  await page.getByText("你正在學生的規劃上提建議").waitFor();
  assert.equal(await page.getByLabel("給學生的留言").inputValue(), "再看看");
  await eventually(() => changes(page, "#suggest").count(), 1);

  await page.getByRole("button", { name: "用我自己的資料" }).click();
  await page.getByText("你有一份還沒傳回學生的建議").waitFor();
  await page.getByRole("link", { name: "修課", exact: true }).click();
  await page.getByText("信號與系統").first().waitFor();
  // Another tab has none of it.
  const other = await site.open("#/share");
  await other.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await other.locator("#unfinished").count(), 0);
  await page.goto(`${site.url}#/share`);
  await page.locator("#unfinished").getByText("土木系").waitFor();
  await page.locator("#unfinished").getByRole("button", { name: "繼續提建議" }).click();
  await eventually(() => changes(page, "#suggest").count(), 1);

  await page.getByRole("button", { name: "用我自己的資料" }).click();
  await page.locator(".notices").getByRole("button", { name: "丟掉這份建議" }).click();
  await page.getByText("已丟掉這份建議").waitFor();
  await page.reload();
  await started(page);
  await page.getByText("信號與系統").or(page.locator("main h1")).first().waitFor();
  assert.equal(await page.getByText("還沒傳回學生的建議").count(), 0);
});

test("before unsent work goes with its tab, the browser asks", async (t) => {
  const { link: theirs } = await shared(t);
  const { page } = await begun(t, theirs);
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    dialog.accept();
  });
  await page.reload();
  await started(page);
  await page.locator("#suggest").waitFor();
  assert.deepEqual(asked, [], "nothing was changed yet");
  await page.locator("#add-target").selectOption("AVB");
  await eventually(() => changes(page, "#suggest").count(), 1);
  // Browsers ask only where somebody has touched the page.
  await page.locator("h1").click();
  await page.reload();
  await started(page);
  assert.deepEqual(asked, ["beforeunload"]);
});

test("whose suggestion it is: another's, one after the plan was changed, and on a device without data", async (t) => {
  const { site, page, link: theirs } = await shared(t);
  const advisor = await begun(t, theirs);
  await advisor.page.locator("#add-target").selectOption("AVB");
  await eventually(() => changes(advisor.page, "#suggest").count(), 1);
  const sent = await link(advisor.page, advisor.site);

  // The student has moved a course since.
  await slot(page, "BIM建築資訊系統概論").locator("select").selectOption("115-2");
  await page.goto(site.url + sent);
  await page.locator("#whose").getByText("你分享之後，自己的規劃也改過").waitFor();
  await eventually(() => changes(page, "#changes").count(), 2);

  const other = await on(t, ADVISOR);
  const elsewhere = await other.open(sent);
  await elsewhere.locator("#whose").getByText("不是照你的資料寫的").waitFor();

  const nobody = await openSite(t);
  const empty = await nobody.open(sent);
  await empty.locator("#whose").getByText("這台裝置上沒有你的資料").waitFor();
  await eventually(() => changes(empty, "#changes").count(), 1);
  assert.equal(await empty.locator("#changes table").count(), 0, "no answers without courses");
});

test("taken over twice it is one plan, and a class that the student chose stays chosen", async (t) => {
  const chosen = structuredClone(STUDENT);
  chosen.plans[0].courses.push({ ...PLANNED, class: "301234" });
  const { site, page, link: theirs } = await shared(t, chosen);
  const advisor = await begun(t, theirs);
  await slot(advisor.page, "BIM建築資訊系統概論").getByRole("button", { name: "移出規劃" }).click();
  await eventually(() => changes(advisor.page, "#suggest").count(), 1);
  const sent = await link(advisor.page, advisor.site);
  for (const _ of [1, 2]) {
    await page.goto(site.url + sent);
    await page.getByRole("button", { name: "採用，加成新規劃" }).click();
    await page.getByText("已加成新規劃").waitFor();
  }
  const { plans } = await stored(page);
  assert.equal(plans.length, 2);
  assert.deepEqual(plans[1].courses.map(({ code, class: number }) => [code, number]), [["3903446", "301234"]]);
});

test("a link is opened from a message, a picture, the camera; without a reader of codes the page says what else there is", async (t) => {
  const { link: theirs } = await shared(t);
  const site = await openSite(t);
  // A reader that reads what the test says; this browser has none of its own.
  const page = await site.context.newPage();
  await page.goto(`${site.url}#/share`);
  await started(page);
  await page.getByLabel("貼上學生給的連結").fill("老師好，我的規劃在附件");
  await page.getByRole("button", { name: "開啟" }).click();
  await page.getByText("這裡面沒有分享連結").waitFor();
  await page.getByLabel("貼上學生給的連結").fill(`老師好：https://other.example/app/${theirs}，謝謝`);
  await page.getByRole("button", { name: "開啟" }).click();
  await page.getByRole("heading", { level: 1, name: "別人的規劃" }).waitFor();
  assert.ok(page.url().startsWith(site.url), "only the data is taken, never the address");

  await site.context.addInitScript((text) => {
    window.BarcodeDetector = class {
      static getSupportedFormats = async () => ["qr_code"];
      detect = async (source) => (source.width === 1 ? [] : [{ rawValue: text }]);
    };
    window.opened = 0;
    window.stopped = 0;
    Object.defineProperty(navigator, "mediaDevices", {
      get: () => ({
        getUserMedia: async () => {
          const canvas = document.createElement("canvas");
          const drawn = canvas.getContext("2d");
          setInterval(() => drawn.fillRect(0, 0, 9, 9), 50);
          window.opened++;
          const stream = canvas.captureStream();
          for (const track of stream.getTracks()) {
            const stop = track.stop.bind(track);
            track.stop = () => (window.stopped++, stop());
          }
          return stream;
        },
      }),
    });
  }, theirs);
  const scanning = await site.open("#/share");
  await scanning.getByRole("button", { name: "用相機掃" }).click();
  await scanning.getByRole("heading", { level: 1, name: "別人的規劃" }).waitFor();
  await eventually(() => scanning.evaluate(() => [window.opened, window.stopped]), [1, 1]);

  await scanning.goto(`${site.url}#/share`);
  const dot = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
  await scanning.locator("#scan input[type=file]").setInputFiles({ name: "dot.png", mimeType: "image/png", buffer: dot });
  await scanning.getByText("這張圖片裡讀不到分享連結").waitFor();
  const code = PNG.sync.write(new PNG({ width: 4, height: 4 }));
  await scanning.locator("#scan input[type=file]").setInputFiles({ name: "code.png", mimeType: "image/png", buffer: code });
  await scanning.getByRole("heading", { level: 1, name: "別人的規劃" }).waitFor();

  // No reader at all.
  const plain = await openSite(t);
  await plain.context.addInitScript(() => delete window.BarcodeDetector);
  const without = await plain.open("#/share");
  await without.locator("#scan").getByText("這個瀏覽器不會讀 QR code").waitFor();
  assert.equal(await without.locator("#scan button, #scan input").count(), 0);
});
