// A page of WebKit as playwright knows pages: what the suite uses of it, over the driver's commands.
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pause, UNDER_POINTER } from "./driver.mjs";
import { answering, called, engineSource, literal, unpack } from "./inside.mjs";
import { Keyboard, Mouse } from "./keys.mjs";
import { Finding, LIMIT, Locator } from "./locator.mjs";

/** Between two looks. Milliseconds. */
const PAUSE = 40;
/** For how long nothing may have been fetched where playwright calls the network idle. Milliseconds. */
const IDLE = 500;
/** How WebDriver writes an element of a page. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

export class Page extends Finding {
  keyboard = new Keyboard(this);
  mouse = new Mouse(this);

  /** @param handle the driver's name for the window */
  constructor(context, handle) {
    super();
    this.its = context;
    this.handle = handle;
  }

  context = () => this.its;
  call = (method, path, body) => this.its.call(this, method, path, body);
  act = (actions) => this.call("POST", "/actions", { actions });
  locator = (selector, options) => new Locator(this, selector, options);

  /** What an expression comes to in the page. */
  async run(expression, withKit = false) {
    const execute = (script) => this.call("POST", "/execute/async", { script, args: [] });
    let answer = await execute(answering(expression, withKit));
    if (answer?.[0] === "kit") {
      await execute(`${engineSource()}; arguments[arguments.length - 1]();`);
      answer = await execute(answering(expression, withKit));
    }
    const [kind, text, address = this.address] = answer ?? ["none", "the page gave no answer"];
    this.address = address;
    if (kind === "value") return unpack(JSON.parse(text));
    throw Object.assign(new Error(text), { inPage: kind === "error" });
  }
  evaluate = (task, value) => this.run(called(task, value));
  /** A task that gets playwright's engine first. */
  within = (task, ...values) => this.run(`(${task})(${["window.__kit", ...values.map(literal)].join(", ")})`, true);

  /** Tries again, where the page has gone away in between too. */
  async until(attempt, what, timeout = LIMIT) {
    const end = Date.now() + timeout;
    for (;;) {
      const result = await attempt().catch((error) => {
        if (error.inPage || Date.now() > end) throw error;
      });
      if (result) return result;
      if (Date.now() > end) throw new Error(`${timeout} ms passed for ${what}`);
      await pause(PAUSE);
    }
  }
  waitForFunction(task, value, { timeout } = {}) {
    return this.until(() => this.evaluate(task, value), String(task), timeout);
  }

  async goto(url, { waitUntil = "load" } = {}) {
    await this.its.gather(this);
    if (waitUntil === "commit" || waitUntil === "domcontentloaded") {
      await this.evaluate((url) => void setTimeout(() => (location.href = url)), url);
      return;
    }
    await this.call("POST", "/url", { url });
    if (waitUntil === "networkidle") await this.waitForLoadState(waitUntil);
  }
  async reload() {
    await this.its.gather(this);
    await this.call("POST", "/refresh", {});
  }
  async goBack() {
    await this.its.gather(this);
    await this.call("POST", "/back", {});
  }
  async goForward() {
    await this.its.gather(this);
    await this.call("POST", "/forward", {});
  }
  async setContent(html) {
    await this.evaluate((html) => {
      document.open();
      document.write(html);
      document.close();
    }, html);
  }
  waitForLoadState(state = "load", { timeout } = {}) {
    const { proxy } = this.its;
    const idle = async () => proxy.pending === 0 && Date.now() - proxy.quietSince > IDLE;
    const loaded = () => this.evaluate(() => document.readyState === "complete");
    return this.until(state === "networkidle" ? idle : loaded, state, timeout);
  }
  async waitForURL(wanted) {
    const there = async () => this.its.matches(await this.evaluate(() => location.href), wanted);
    await this.until(there, `the address ${wanted}`);
  }

  /** The address when the page answered last: playwright's `url` is no promise. Who asks again hears the news. */
  url() {
    void this.evaluate(() => {}).catch(() => {});
    return this.address;
  }
  title = () => this.evaluate(() => document.title);
  content = () => this.evaluate(() => document.documentElement.outerHTML);
  innerText = (selector) => this.locator(selector).innerText();
  click = (selector, options) => this.locator(selector).click(options);
  fill = (selector, text) => this.locator(selector).fill(text);

  async waitForEvent(name, { timeout } = {}) {
    if (name === "download") return this.download(timeout);
    if (name !== "load") throw new Error(`WebKit's driver does not tell of the event ${name}`);
    await this.evaluate(() => void (window.__before = true));
    const loaded = () => !window.__before && document.readyState === "complete";
    return this.until(() => this.evaluate(loaded), name, timeout);
  }
  async download(timeout) {
    const folder = this.its.downloads;
    const files = async () => (await readdir(folder)).filter((name) => !name.endsWith(".wkdownload"));
    const before = await files();
    const isNew = async () => (await files()).find((name) => !before.includes(name));
    const name = await this.until(isNew, "a download", timeout);
    const path = join(folder, name);
    return { suggestedFilename: () => name, path: async () => path, createReadStream: async () => createReadStream(path) };
  }

  /** Chooses files of the disk, which need not go through the page. */
  async choose(locator, files) {
    const element = await this.element(locator);
    await this.call("POST", `/element/${element}/value`, { text: files.join("\n") });
  }
  async picture(locator) {
    return Buffer.from(await this.call("GET", `/element/${await this.element(locator)}/screenshot`), "base64");
  }
  screenshot = async () => Buffer.from(await this.call("GET", "/screenshot"), "base64");
  /** The driver's name for what a locator finds. */
  async element(locator) {
    await locator.waitFor({ state: "attached" });
    const script = `return window.__kit.one(arguments[0])`;
    return (await this.call("POST", "/execute/sync", { script, args: [locator.selector] }))[ELEMENT];
  }

  /** The size inside, by the window's. */
  async setViewportSize({ width, height }) {
    const inside = () => this.evaluate(() => [innerWidth, innerHeight]);
    const rect = await this.call("GET", "/window/rect");
    let [dx, dy] = await inside();
    [dx, dy] = [rect.width - dx, rect.height - dy];
    await this.call("POST", "/window/rect", { ...UNDER_POINTER, width: width + dx, height: height + dy });
    await this.until(async () => {
      const [now, high] = await inside();
      return now === width && high === height;
    }, `a window of ${width}x${height}`);
  }
  /** The window that the pointer is over, and so the one with the focus. */
  async bringToFront() {
    for (const page of this.its.pages()) {
      if (page !== this) await page.call("POST", "/window/rect", { x: UNDER_POINTER.x, y: -3000 });
    }
    await this.call("POST", "/window/rect", UNDER_POINTER);
  }

  route = (wanted, task) => this.its.route(wanted, task);
  addInitScript = (task, value) => this.its.addInitScript(task, value);
  exposeFunction = (name, task) => this.its.exposeFunction(name, task);
  on(name) {
    throw new Error(`WebKit's driver does not tell of the event ${name}`);
  }
  emulateMedia() {
    throw new Error("WebKit's driver shows no other medium");
  }
  pdf() {
    throw new Error("WebKit's driver does not print");
  }
  async close() {
    await this.its.gather(this);
    await this.its.leave(this);
  }
}
