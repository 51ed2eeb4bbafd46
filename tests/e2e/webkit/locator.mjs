// Playwright's locators over a page of WebKit: what is found, asked and done by playwright's own engine inside the page, and
// clicked and typed by the driver as a person does.
import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import bundle from "playwright-core/lib/coreBundle";
import { pause } from "./driver.mjs";

const { escapeForAttributeSelector, escapeForTextSelector, getMimeTypeForPath } = bundle.iso;
/** How long what is waited for may take: three times what playwright gives, for a slow WebKit. Milliseconds. */
export const LIMIT = 90_000;
/** Between two looks. Milliseconds. */
const PAUSE = 40;
/** So often a click is tried that would meet something else. */
const TRIES = 5;
/** Larger files are chosen from the disk. Bytes. */
const IN_MEMORY = 5_000_000;
const READY = ["visible", "enabled", "stable"];

/** How playwright writes these as selectors. Shared by pages and locators, which differ in where they begin. */
export class Finding {
  getByRole(role, options = {}) {
    const { name, exact = false, includeHidden, ...rest } = options;
    const props = Object.entries(rest).map(([key, value]) => `[${key}=${value}]`);
    if (includeHidden !== undefined) props.push(`[include-hidden=${includeHidden}]`);
    if (name !== undefined) props.push(`[name=${escapeForAttributeSelector(name, exact)}]`);
    return this.locator(`internal:role=${role}${props.join("")}`);
  }

  getByText(text, { exact = false } = {}) {
    return this.locator(`internal:text=${escapeForTextSelector(text, exact)}`);
  }

  getByLabel(text, { exact = false } = {}) {
    return this.locator(`internal:label=${escapeForTextSelector(text, exact)}`);
  }

  getByPlaceholder(text, { exact = false } = {}) {
    return this.locator(`internal:attr=[placeholder=${escapeForAttributeSelector(text, exact)}]`);
  }

  getByTitle(text, { exact = false } = {}) {
    return this.locator(`internal:attr=[title=${escapeForAttributeSelector(text, exact)}]`);
  }
}

export class Locator extends Finding {
  constructor(page, selector, { has, hasNot, hasText, hasNotText, visible } = {}) {
    super();
    this.its = page;
    this.selector = selector;
    if (hasText) this.selector += ` >> internal:has-text=${escapeForTextSelector(hasText, false)}`;
    if (hasNotText) this.selector += ` >> internal:has-not-text=${escapeForTextSelector(hasNotText, false)}`;
    if (has) this.selector += ` >> internal:has=${JSON.stringify(has.selector)}`;
    if (hasNot) this.selector += ` >> internal:has-not=${JSON.stringify(hasNot.selector)}`;
    if (visible !== undefined) this.selector += ` >> visible=${visible}`;
  }

  page = () => this.its;
  locator(inner, options) {
    const more = typeof inner === "string" ? inner : `internal:chain=${JSON.stringify(inner.selector)}`;
    return new Locator(this.its, `${this.selector} >> ${more}`, options);
  }
  filter = (options) => new Locator(this.its, this.selector, options);
  first = () => this.nth(0);
  last = () => this.nth(-1);
  nth = (index) => new Locator(this.its, `${this.selector} >> nth=${index}`);
  and = (other) => new Locator(this.its, `${this.selector} >> internal:and=${JSON.stringify(other.selector)}`);
  or = (other) => new Locator(this.its, `${this.selector} >> internal:or=${JSON.stringify(other.selector)}`);

  /** Tries until the task, which runs in the page, gives anything but `{ again: why }`. */
  async until(task, values = [], { timeout = LIMIT } = {}) {
    const end = Date.now() + timeout;
    for (let why = "nothing like it"; ; ) {
      try {
        const result = await this.its.within(task, this.selector, ...values);
        if (!result?.again) return result;
        why = result.again;
      } catch (error) {
        // A page that goes away in between is looked at again when it is there.
        if (error.inPage || Date.now() > end) throw error;
      }
      if (Date.now() > end) throw new Error(`${timeout} ms passed for ${this.selector}: ${why}`);
      await pause(PAUSE);
    }
  }

  /** What the function gives for the one element, as soon as there is one. */
  evaluate(task, value, options) {
    const shown = typeof task === "string" ? `() => (${task})` : task;
    return this.until(`async (kit, selector, value) => {
      const element = kit.one(selector);
      return element ? { value: await (${shown})(element, value) } : { again: "nothing like it" };
    }`, [value], options).then(({ value }) => value);
  }
  evaluateAll(task, value) {
    return this.its.within(`(kit, selector, value) => (${task})(kit.all(selector), value)`, this.selector, value);
  }
  async all() {
    return Array.from({ length: await this.count() }, (_, at) => this.nth(at));
  }
  count = () => this.evaluateAll((all) => all.length);
  allInnerTexts = () => this.evaluateAll((all) => all.map((one) => one.innerText));
  allTextContents = () => this.evaluateAll((all) => all.map((one) => one.textContent ?? ""));
  innerText = (options) => this.evaluate((element) => element.innerText, null, options);
  innerHTML = (options) => this.evaluate((element) => element.innerHTML, null, options);
  textContent = (options) => this.evaluate((element) => element.textContent, null, options);
  getAttribute = (name, options) => this.evaluate((element, name) => element.getAttribute(name), name, options);
  inputValue(options) {
    return this.evaluate((element) => window.__kit.retarget(element, "follow-label").value, null, options);
  }
  /** What a screen reader meets, as playwright writes it. */
  ariaSnapshot(options) {
    return this.evaluate((element) => window.__kit.ariaSnapshot(element, { mode: "default" }), null, options);
  }
  focus = (options) => this.evaluate((element) => void window.__kit.focusNode(element), null, options);
  blur = (options) => this.evaluate((element) => void element.blur(), null, options);
  scrollIntoViewIfNeeded = (options) => this.evaluate((element) => element.scrollIntoViewIfNeeded(), null, options);
  dispatchEvent(type, init = {}, options = undefined) {
    const send = (element, [type, init]) => void window.__kit.dispatchEvent(element, type, init);
    return this.evaluate(send, [type, init], options);
  }
  boundingBox(options) {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    }, null, options);
  }

  is(state, options) {
    return this.evaluate((element, state) => window.__kit.elementState(element, state, true).matches, state, options);
  }
  isChecked = (options) => this.is("checked", options);
  isDisabled = (options) => this.is("disabled", options);
  isEnabled = (options) => this.is("enabled", options);
  isEditable = (options) => this.is("editable", options);
  isVisible() {
    const visible = (kit, selector) => {
      const element = kit.one(selector);
      return Boolean(element) && kit.elementState(element, "visible", true).matches;
    };
    return this.its.within(visible, this.selector);
  }
  isHidden = async () => !(await this.isVisible());

  async waitFor({ state = "visible", timeout } = {}) {
    await this.until((kit, selector, state) => {
      const element = kit.one(selector);
      const visible = Boolean(element) && kit.elementState(element, "visible", true).matches;
      const is = { visible, hidden: !visible, attached: Boolean(element), detached: !element }[state];
      return is ? {} : { again: `not ${state}` };
    }, [state], { timeout });
  }

  /** Where to press it, as soon as it can be: ready, in view, and nothing over it. */
  async point({ position, timeout, force = false, states = READY } = {}) {
    return this.until(async (kit, selector, states, position, force) => {
      const element = kit.one(selector);
      if (!element) return { again: "nothing like it" };
      const ready = force ? undefined : await kit.checkElementStates(element, states, true);
      if (ready) return { again: ready.missingState ? `not ${ready.missingState}` : ready };
      // Somewhere else in the view at each try: bars that stay in place may be over it.
      const tries = kit.pressing === selector ? kit.tries + 1 : 0;
      Object.assign(kit, { pressing: selector, tries });
      if (tries % 4 === 0) element.scrollIntoViewIfNeeded();
      else element.scrollIntoView({ block: ["end", "center", "start"][(tries % 4) - 1], behavior: "instant" });
      const inView = ({ width, height, right, bottom, left, top }) =>
        width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
      const box = [...element.getClientRects()].find(inView);
      if (!box) return { again: "outside the view" };
      const middle = (from, to, limit) => Math.floor((Math.max(from, 0) + Math.min(to, limit)) / 2);
      const point = position
        ? { x: box.left + position.x, y: box.top + position.y }
        : { x: middle(box.left, box.right, innerWidth), y: middle(box.top, box.bottom, innerHeight) };
      kit.pressed = element;
      if (force) return point;
      const hit = kit.setupHitTargetInterceptor(element, "mouse", point, false);
      if (typeof hit === "string") return { again: `${hit} is over it` };
      hit.stop();
      kit.pressing = undefined;
      return point;
    }, [states, position, force], { timeout });
  }

  /** A click that would meet something else, as the page has moved since it was looked at, is kept from it and tried again. */
  async click({ clickCount = 1, ...options } = {}) {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const point = await this.point(options);
      await this.evaluate((element, [point, force]) => {
        window.__hit = force ? undefined : window.__kit.setupHitTargetInterceptor(element, "mouse", point, false);
      }, [point, options.force]);
      await this.its.mouse.click(point.x, point.y, { clickCount });
      // A page that has gone since was met.
      const met = await this.its.evaluate(() => (window.__hit ? (window.__hit.stop?.() ?? window.__hit) : "done")).catch(() => "done");
      if (met === "done") return;
    }
    throw new Error(`${this.selector}: something else was in the way ${TRIES} times`);
  }
  dblclick = (options) => this.click({ ...options, clickCount: 2 });
  /** The driver has no fingers: a tap is a click. */
  tap = (options) => this.click(options);
  async hover(options) {
    const { x, y } = await this.point({ states: ["visible", "stable"], ...options });
    await this.its.mouse.move(x, y);
  }
  async dragTo(target, options) {
    const { x, y } = await this.point(options);
    await this.its.mouse.move(x, y);
    await this.its.mouse.down();
    const there = await target.point({ states: ["visible", "stable"], force: true });
    await this.its.mouse.move(there.x, there.y);
    await this.its.mouse.up();
  }

  async setChecked(checked, options) {
    const state = checked ? "checked" : "unchecked";
    if (await this.is(state, options)) return;
    await this.click(options);
    // The one that was clicked: what is found by not being checked is another one now.
    const is = await this.its.within((kit, selector, state) => {
      const element = kit.pressed?.isConnected ? kit.pressed : kit.one(selector);
      return Boolean(element) && kit.elementState(element, state, true).matches;
    }, this.selector, state);
    if (!is) throw new Error(`${this.selector} was clicked and is not ${state}`);
  }
  check = (options) => this.setChecked(true, options);
  uncheck = (options) => this.setChecked(false, options);

  async fill(text, options) {
    const { done } = await this.until(async (kit, selector, text) => {
      const element = kit.one(selector);
      if (!element) return { again: "nothing like it" };
      const ready = await kit.checkElementStates(element, ["visible", "enabled", "editable"], true);
      if (ready) return { again: ready.missingState ? `not ${ready.missingState}` : ready };
      return { done: kit.fill(element, text) === "done" };
    }, [text], options);
    // What is to be replaced is selected now.
    if (!done) await this.its.keyboard.insertText(text);
  }
  clear = (options) => this.fill("", options);

  async selectOption(wanted, options) {
    const list = [wanted].flat().map((one) => (typeof one === "string" ? { valueOrLabel: one } : one));
    const { values } = await this.until(async (kit, selector, list) => {
      const element = kit.one(selector);
      if (!element) return { again: "nothing like it" };
      const ready = await kit.checkElementStates(element, ["visible", "enabled"], true);
      if (ready) return { again: ready.missingState ? `not ${ready.missingState}` : ready };
      const values = kit.selectOptions(element, list);
      return typeof values === "string" ? { again: values } : { values };
    }, [list], options);
    return values;
  }

  async press(key, options) {
    await this.focus(options);
    await this.its.keyboard.press(key);
  }
  async pressSequentially(text, options) {
    await this.focus(options);
    await this.its.keyboard.type(text);
  }

  async setInputFiles(given) {
    const files = (Array.isArray(given) ? given : [given]).flat();
    const ready = await Promise.all(files.map(async (file) => {
      if (typeof file !== "string") return { file, size: file.buffer.length };
      const buffer = await readFile(file);
      const mimeType = getMimeTypeForPath(file) ?? `application/${extname(file).slice(1)}`;
      return { path: file, size: buffer.length, file: { name: basename(file), mimeType, buffer } };
    }));
    if (ready.some(({ size, path }) => path && size > IN_MEMORY)) return this.its.choose(this, files);
    const payloads = ready.map(({ file }) => ({ ...file, buffer: Buffer.from(file.buffer).toString("base64") }));
    const wrong = await this.evaluate((element, payloads) => window.__kit.setInputFiles(element, payloads), payloads);
    if (wrong) throw new Error(`${this.selector}: ${wrong}`);
  }

  /** A picture, as a PNG file. */
  async screenshot() {
    await this.scrollIntoViewIfNeeded();
    return this.its.picture(this);
  }
}
