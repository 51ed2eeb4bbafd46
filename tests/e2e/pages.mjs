// Every page of the app, for whatever must hold on each of them: the checks in every/, the screenshots, the speed.
// A new page is one line here.
//
//   name       of its screenshot
//   route      what stands after the address of the site
//   student    who looks at it; see STUDENTS
import { OLDEST, seedTexts } from "./stored.mjs";

export const PAGES = [
  { name: "home-first-visit", route: "", student: "nobody" },
  { name: "home", route: "", student: "civil" },
  { name: "courses-empty", route: "#/courses", student: "nobody" },
  { name: "courses", route: "#/courses", student: "civil" },
  { name: "import-first-visit", route: "#/import", student: "nobody" },
  { name: "import", route: "#/import", student: "civil" },
  { name: "programs", route: "#/programs", student: "civil" },
  { name: "compare", route: "#/compare/AVM~AVB~AVX", student: "civil" },
  { name: "program-met", route: "#/programs/AVM", student: "done" },
  { name: "program", route: "#/programs/AVM", student: "civil" },
  { name: "sheet", route: "#/programs/AVM/sheet", student: "done" },
  { name: "plan-empty", route: "#/plan", student: "nobody" },
  { name: "plan", route: "#/plan", student: "civil" },
  { name: "guide", route: "#/guide", student: "civil" },
  { name: "credits", route: "#/credits", student: "civil" },
  { name: "settings", route: "#/settings", student: "civil" },
  { name: "office", route: "#/office", student: "nobody" },
  { name: "editor", route: "#/office/catalog", student: "nobody" },
  { name: "open-link", route: "#/share", student: "nobody" },
  { name: "not-found", route: "#/no/such/page", student: "nobody" },
];

/** The oldest form of the stored document, which every version of the app reads. */
const VERSION = 1;

const passed = (code, name, credits, score) => ({ code, name, credits, grade: { score } });
const inProgress = (code, name, credits) => ({ code, name, credits, declared: "in_progress" });

/** A civil-engineering student whom one course separates from 綠建築. */
const ALMOST = [
  passed("3401007", "測量學(一)", 2, 81),
  passed("3404016", "環境規劃與管理", 2, 79),
  passed("3901416", "綠建築概論", 2, 90),
  passed("3902019", "建築物理(一)", 2, 84),
  passed("3903423", "建築節能設計", 2, 77),
];
const civil = (records) => ({ profile: { group: "土木系", entry: 112, degree: "bachelor" }, records, decisions: [], plans: [] });

/** What each of them has stored. Invented. */
const STUDENTS = {
  nobody: null,
  // Third year of civil engineering, close to 綠建築; one course failed, two in progress.
  civil: civil([
    passed("3401007", "測量學(一)", 2, 81),
    passed("3402006", "結構學(一)", 3, 67),
    passed("3403008", "水文學", 2, 74),
    passed("3404016", "環境規劃與管理", 2, 79),
    passed("3901416", "綠建築概論", 2, 90),
    passed("3902019", "建築物理(一)", 2, 84),
    passed("3903481", "BIM建築資訊系統概論", 3, 77),
    passed("3602064", "信號與系統", 3, 52),
    inProgress("3903423", "建築節能設計", 2),
    inProgress("3903446", "循環經濟之建築設計", 2),
  ]),
  // The same later: one course is left to 綠建築; and when it is finished.
  almost: civil(ALMOST),
  done: civil([...ALMOST, passed("3903446", "循環經濟之建築設計", 2, 85)]),
};

/** Makes a context's pages start with what the student has stored. `settings` are the document's (lang, theme). */
export async function enter(context, student, settings = {}) {
  const own = STUDENTS[student];
  if (!own && Object.keys(settings).length === 0) return;
  await seedTexts(context, { [OLDEST]: JSON.stringify({ version: VERSION, ...own, settings }) });
}

/** Leaves the service worker out. It fetches the whole site after the first visit, which is another test's matter. */
export async function withoutServiceWorker(context) {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
}

/** Opens a page of the list and waits until it shows what it has to show. */
export async function visit(context, url, { route }) {
  const page = await context.newPage();
  await page.goto(url + route, { waitUntil: "networkidle" });
  await shown(page);
  return page;
}

/** Waits until a page shows what it has to show. */
export async function shown(page) {
  await page.waitForFunction(() => !document.getElementById("shell") && document.querySelector("main h1") && !document.querySelector(".skeleton"));
  await page.evaluate(() => document.fonts.ready);
}
