// WebKit for the suite: a browser as playwright's `chromium.launch` gives one, over WebDriver. A context is a browser of its
// own, with nothing stored, behind a proxy of its own. What it cannot do it says, by an error, where a test asks for it.
import bundle from "playwright-core/lib/coreBundle";
import { NO_MORE, openDriver } from "./driver.mjs";
import { called } from "./inside.mjs";
import { Page } from "./page.mjs";
import { openProxy } from "./proxy.mjs";

/** What a context may be told. The driver has no fingers: `hasTouch` and `isMobile` change nothing. It grants nothing. */
const KNOWN = ["viewport", "locale", "timezoneId", "userAgent", "reducedMotion", "colorScheme", "serviceWorkers"];
const IN_VAIN = ["hasTouch", "isMobile"];
/** Between two looks for calls out of the page. Milliseconds. */
const LISTEN = 50;

/** What WebKitGTK on x86-64 stops WebAssembly programs with by a fault of its own (docs/stops.md). */
const OWN_FAULT = /Out of bounds memory access/;
let faults = 0;

/** How often the engine has failed by a fault of its own. */
export const engineFaults = () => faults;

/** Keeps errors for `gather`, through a new start of the page too. Runs first in every page. */
function keepProblems() {
  const key = "test.problems";
  let problems = [];
  try {
    problems = JSON.parse(sessionStorage.getItem(key)) ?? [];
  } catch {
    // A page without storage.
  }
  const keep = (...problem) => {
    problems.push(problem);
    try {
      sessionStorage.setItem(key, JSON.stringify(problems));
    } catch {
      // Full, by the test.
    }
  };
  const take = () => {
    sessionStorage.removeItem(key);
    return problems.splice(0);
  };
  Object.defineProperty(window, "__takeProblems", { value: take });
  const { error } = console;
  console.error = (...parts) => {
    keep("console", parts.map(String).join(" "));
    return error.apply(console, parts);
  };
  // What the page has dealt with is no problem.
  const uncaught = (event, what) => setTimeout(() => event.defaultPrevented || keep("uncaught", String(what)));
  addEventListener("error", (event) => event instanceof ErrorEvent && uncaught(event, event.error ?? event.message));
  addEventListener("unhandledrejection", (event) => uncaught(event, event.reason));
}

/** The language of the browser. Runs in every page. */
function speak(locale) {
  Object.defineProperty(Navigator.prototype, "language", { get: () => locale });
  Object.defineProperty(Navigator.prototype, "languages", { get: () => [locale] });
}

/** A day that does not pass. Runs in every page. */
function stopClock(time) {
  const Real = Date;
  window.Date = new Proxy(Real, {
    construct: (target, given, self) => Reflect.construct(target, given.length ? given : [time], self),
    apply: () => new Real(time).toString(),
    get: (target, key) => (key === "now" ? () => time : Reflect.get(target, key)),
  });
}

/** A function of the test's own, for the page to call. Runs in every page. */
function expose(name) {
  if (!window.__calls) Object.defineProperty(window, "__calls", { value: [] });
  window[name] = (...values) => new Promise((answer) => window.__calls.push({ name, values, answer }));
}

/** A browser: `newContext(options)` and `close()`. */
export async function launchWebKit() {
  const contexts = new Set();
  return {
    async newContext(options = {}) {
      const context = await openContext(options, () => contexts.delete(context));
      contexts.add(context);
      return context;
    },
    contexts: () => [...contexts],
    close: () => Promise.all([...contexts].map((context) => context.close())),
  };
}

async function openContext(options, closed) {
  const { permissions = [], ...others } = options;
  const strange = Object.keys(others).filter((name) => ![...KNOWN, ...IN_VAIN].includes(name)).concat(permissions);
  if (strange.length > 0) throw new Error(`WebKit's driver gives no context with ${strange}`);
  const scripts = [];
  const listeners = [];
  const routes = [];
  const exposed = new Map();
  const pages = [];
  const tell = (name, what) => listeners.filter(([wanted]) => wanted === name).forEach(([, task]) => task(what));
  const matches = (url, wanted) => bundle.iso.urlMatches(undefined, url, wanted);

  const proxy = await openProxy({
    script: () => scripts.map((script) => `try { ${script} } catch (error) { console.error(error); }`).join("\n"),
    seen({ url, method, worker }) {
      const serviceWorker = () => (worker ? { url: () => worker } : null);
      tell("request", { url: () => url, method: () => method, serviceWorker });
    },
    route: (url) => routes.find(([wanted]) => matches(url, wanted))?.[1],
  });
  const { userAgent, reducedMotion, colorScheme, timezoneId: zone } = options;
  const wishes = { still: reducedMotion === "reduce", dark: colorScheme === "dark" };
  const driver = await openDriver({ proxy: proxy.port, userAgent, zone, ...wishes });

  // One command at a time: each goes to the window that was chosen last.
  let last = Promise.resolve();
  let front;
  let listening;

  const context = {
    proxy,
    downloads: driver.downloads,
    matches,
    pages: () => [...pages],
    clock: { setFixedTime: (day) => context.addInitScript(stopClock, new Date(day).getTime()) },
    async addInitScript(task, value) {
      scripts.push(called(task, value));
    },
    on(name, task) {
      listeners.push([name, task]);
    },
    async route(wanted, task) {
      routes.unshift([wanted, task]);
    },
    async unroute(wanted) {
      routes.splice(0, routes.length, ...routes.filter(([one]) => one !== wanted));
    },
    async setOffline(offline) {
      proxy.offline = offline;
    },
    async exposeFunction(name, task) {
      exposed.set(name, task);
      await context.addInitScript(expose, name);
      for (const page of pages) await page.evaluate(expose, name);
      listening ??= setInterval(() => pages.forEach((page) => void answer(page).catch(() => {})), LISTEN);
    },
    async grantPermissions(names) {
      throw new Error(`WebKit's driver does not grant ${names}`);
    },
    call(page, method, path, body) {
      const ask = async () => {
        if (front !== page) await driver.call("POST", "/window", { handle: page.handle });
        front = page;
        return driver.call(method, path, body).catch((error) => {
          if (error.message === NO_MORE) faults += 1;
          throw error;
        });
      };
      const next = last.then(ask, ask);
      last = next.catch(() => {});
      return next;
    },
    async newPage() {
      const handle = pages.length
        ? (await context.call(pages[0], "POST", "/window/new", { type: "window" })).handle
        : await driver.call("GET", "/window");
      const page = new Page(context, handle);
      pages.push(page);
      await page.setViewportSize(options.viewport ?? { width: 1280, height: 720 });
      tell("page", page);
      return page;
    },
    /** What a page has met, for those who listen, before it goes. */
    async gather(page) {
      const problems = await page.evaluate(() => window.__takeProblems?.() ?? []).catch(() => []);
      for (const [kind, text] of problems) {
        if (OWN_FAULT.test(text)) faults += 1;
        if (kind === "console") tell("console", { type: () => "error", text: () => text });
        else tell("weberror", { error: () => new Error(text) });
      }
    },
    async leave(page) {
      pages.splice(pages.indexOf(page), 1);
      // The last window of a browser stays until the browser goes.
      if (pages.length > 0) await context.call(page, "DELETE", "/window");
      front = undefined;
    },
    async close() {
      clearInterval(listening);
      for (const page of pages) await context.gather(page);
      await driver.close();
      await proxy.close();
      closed();
    },
  };

  /** Calls what the page has called. */
  async function answer(page) {
    const calls = await page.evaluate(() => {
      const calls = window.__calls?.filter((call) => !call.taken) ?? [];
      return calls.map((call) => ((call.taken = true), [window.__calls.indexOf(call), call.name, call.values]));
    });
    for (const [at, name, values] of calls) {
      const result = await exposed.get(name)(...values);
      await page.evaluate(([at, result]) => window.__calls[at].answer(result), [at, result]);
    }
  }

  await context.addInitScript(keepProblems);
  await context.addInitScript(speak, options.locale ?? "en-US");
  if (options.serviceWorkers === "block") {
    await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
  }
  return context;
}
