// A page as it is heard: a virtual screen reader in the real browser, moved as a student moves it.
//
// It stands for no particular screen reader. It says the role, name, value and states of what it comes to, what gets the
// focus, and what live regions tell. Keys go through the browser, as a student's do.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { letPass } from "./lib.mjs";

const FILE = createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js");
/** When nothing was said for so long, nothing more is coming. Milliseconds. */
const SILENCE = 200;
/** Steps within which what is wanted must come. */
const STEPS = 800;
/** Where these begin and end is said by no screen reader, or only if they have a name. */
const PLAIN = "paragraph|rowgroup|row|article|group|status|term|definition|document";
const UNSAID = new RegExp(`^(?:(?:${PLAIN})|end|end of (?!(?:list|table|main|navigation|dialog)\\b)\\w+(?:,.*)?)$`);

/**
 * A screen reader on this page from now on, and what it said.
 *
 * Each command writes down what was done and what was heard. `until` waits for what the page does in answer.
 */
export async function listen(page) {
  const source = await readFile(FILE, "utf8");
  // A module's last words become a variable: the page's policy forbids an address to import it from.
  const script = source.replace(/export\s*\{[^}]*?([\w$]+) as virtual\s*\};?/, "globalThis.reader = $1;");
  await page.evaluate(`(() => { ${script}\n })()`);
  await page.evaluate(begin);
  const lines = [];
  const command = async (title, act, until, looks) => {
    await act();
    await until?.();
    const said = await heard(page);
    if (looks) {
      await page.evaluate(look);
      said.push(...(await heard(page, true)));
    }
    lines.push(`> ${title}`, ...said.map((one) => `  ${one}`), "");
  };
  await heard(page);
  return {
    /** Everything that was done and heard. */
    transcript: () => `${lines.join("\n").trim()}\n`,
    /** From heading to heading until one has these words. */
    heading: (words) => command(`heading to heading, to “${words}”`, () => move(page, "moveToNextHeading", words)),
    /** On and on until something has these words. */
    read: (words) => command(`reading on, to “${words}”`, () => move(page, "next", words)),
    /** Straight to a control, as from a list of links, buttons or fields. */
    find: (role, words) => command(`${role} “${words}”`, () => move(page, "next", words, role)),
    /** A key where the reader is. */
    press: (key, until) => command(key, () => here(page, () => page.keyboard.press(key)), until, true),
    /** A text typed or pasted where the reader is. */
    insert: (what, text, until) => command(what, () => here(page, () => page.keyboard.insertText(text)), until),
    /** Arrow keys in a list until that option is chosen. */
    choose: (option, until) => command(`arrow keys, to “${option}”`, () => here(page, () => choose(page, option)), until),

  };
}

/** In the page: what no screen reader comes to is hidden from this one, too; then the reader begins. */
function begin() {
  const real = window.getComputedStyle;
  const said = { display: "none", visibility: "hidden" };
  const gone = { ...said, getPropertyValue: (name) => said[name] ?? "" };
  // The reader does not know what is folded in, and reads the choices of a list that is not open.
  const hidden = (element) =>
    element.matches("option, optgroup") || (!element.checkVisibility() && real.call(window, element).display !== "contents");
  window.getComputedStyle = (element, pseudo) => (!pseudo && hidden(element) ? gone : real.call(window, element, pseudo));
  // What is chosen is heard in words.
  const words = { get() { return this.text; }, set(value) { this.setAttribute("value", value); } };
  Object.defineProperty(HTMLOptionElement.prototype, "value", words);
  /** Where lines of text break: the parts of one are heard in one breath. */
  const block = (node) => {
    let element = node.parentElement;
    while (/^(?:inline|contents)$/.test(real.call(window, element).display)) element = element.parentElement;
    return element;
  };
  const told = [];
  let seen = 0;
  let last;
  /** Where the reader is: in which line, and what is heard of it. */
  const place = (phrase) => {
    const node = globalThis.reader.activeNode;
    const text = node.nodeType === Node.TEXT_NODE;
    // Said already, with the control, heading, cell or group whose name it is.
    const part = text || node.matches("span, b, i");
    if (part && node.parentElement.closest("a[href], button, label, h1, h2, h3, h4, td, th")) return { line: null, phrase: "" };
    if ((text ? node.parentElement : node).closest("legend, caption")) return { line: null, phrase: "" };
    // The reader knows how a box was when the page was made, not how it is.
    if (!text && node.matches("[type=checkbox], [type=radio]")) phrase = phrase.replace(/, (?:not )?checked/, node.checked ? ", checked" : ", not checked");
    const summary = (text ? node.parentElement : node).closest("summary");
    if (summary) return { line: summary, phrase: `summary, ${summary.parentElement.open ? "expanded" : "collapsed"}, ${phrase}`, more: phrase };
    return { line: text ? block(node) : null, phrase, more: phrase };
  };
  globalThis.ear = {
    told,
    place,
    /** Writes down what was said since; `moved` when the last of it is where the reader is now. */
    async write(moved) {
      const log = await globalThis.reader.spokenPhraseLog();
      const fresh = log.slice(seen);
      seen = log.length;
      fresh.forEach((said, at) => {
        const here = moved && at === fresh.length - 1 && !/^(?:polite|assertive): /.test(said);
        const { line, phrase, more } = here ? place(said) : { line: null, phrase: said };
        if (line && line === last) told[told.length - 1] += ` ${more}`;
        else if (phrase) told.push(phrase);
        last = line;
      });
    },
    /** Forgets what was said since, where somebody went past it. */
    async skip() {
      seen = (await globalThis.reader.spokenPhraseLog()).length;
    },
  };
  // Of each change the reader asks all that is around it whether it is told at once: here only of what is.
  const live = "[aria-live], [role=status], [role=alert]";
  const isTold = ({ target }) => (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(live);
  class Changes extends MutationObserver {
    constructor(tell) {
      super((changes, observer) => tell(changes.filter(isTold), observer));
    }
  }
  return globalThis.reader.start({ container: document.body, window: { document, MutationObserver: Changes } });
}

/** What was heard since it was asked last, once it is quiet; `looked` when the last of it is where the reader is. */
async function heard(page, looked = false) {
  for (let count = -1; ; ) {
    const now = await page.evaluate(async (looked) => {
      await globalThis.ear.write(looked);
      return globalThis.ear.told.length;
    }, looked);
    if (now === count) break;
    count = now;
    await letPass(SILENCE, "what is said comes a moment after what happened");
  }
  const told = await page.evaluate(() => globalThis.ear.told.splice(0));
  return told.filter((said) => !UNSAID.test(said)).map(short);
}

/** The same in fewer words. */
function short(said) {
  return said.replace(/^listitem, level \d+, position (\d+), set size (\d+)/, "listitem $1 of $2").replace(", has popup listbox, not expanded", "").replace(/http:\/\/localhost:\S+/, "http://…");
}

/** Moves until what is said has the words; with a role, silently until it is a control of that role. */
async function move(page, how, words, role) {
  const found = await page.evaluate(async ({ how, words, role, steps }) => {
    const { reader, ear } = globalThis;
    for (let step = 0; step < steps; step += 1) {
      await (how === "next" ? reader.next() : reader.perform(how));
      const said = ear.place(await reader.lastSpokenPhrase()).phrase;
      const there = said.includes(words) && (!role || said.startsWith(role));
      if (role && !there) await ear.skip();
      else await ear.write(true);
      if (there) return true;
    }
    return false;
  }, { how, words, role, steps: STEPS });
  if (!found) throw new Error(`no ${role ?? ""} “${words}” in ${STEPS} steps of ${how}:\n${(await heard(page)).join("\n")}`);
}

/** Does something with the focus where the reader is. */
async function here(page, act) {
  await page.evaluate(() => {
    const node = globalThis.reader.activeNode;
    const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    const control = element.closest("label")?.control ?? element.closest("a, button, input, select, textarea, summary, [tabindex]");
    if (control !== document.activeElement) control?.focus();
  });
  await act();
}

/** In the page: what the step did to where the focus is, is heard; a reader that lost it finds it again. */
function look() {
  const { activeElement } = document;
  const { told } = globalThis.ear;
  if (activeElement.matches("summary")) told.push(activeElement.parentElement.open ? "expanded" : "collapsed");
  if (activeElement.matches("[type=checkbox], [type=radio]")) told.push(activeElement.checked ? "checked" : "not checked");
  if (activeElement !== document.body) activeElement.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
}

/** Arrow keys in the list that has the focus; what an arrow key chose may be drawn anew, with the focus, a moment later. */
async function choose(page, option) {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement.matches("select"));
    const now = await page.evaluate(() => document.activeElement.selectedOptions?.[0].text);
    if (now?.includes(option)) return page.evaluate((now) => globalThis.ear.told.push(now), now);
  }
  throw new Error(`no option ${option}`);
}
