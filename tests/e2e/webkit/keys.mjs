// Keys as playwright names them, for the driver: a mouse and a keyboard of one page.

/** WebDriver's own characters for keys that write nothing. */
const KEYS = {
  Backspace: "\ue003",
  Tab: "\ue004",
  Enter: "\ue006",
  Shift: "\ue008",
  Control: "\ue009",
  Alt: "\ue00a",
  Escape: "\ue00c",
  Space: " ",
  PageUp: "\ue00e",
  PageDown: "\ue00f",
  End: "\ue010",
  Home: "\ue011",
  ArrowLeft: "\ue012",
  ArrowUp: "\ue013",
  ArrowRight: "\ue014",
  ArrowDown: "\ue015",
  Delete: "\ue017",
};

const code = (name) => KEYS[name] ?? (name.length === 1 ? name : undefined);

export class Keyboard {
  constructor(page) {
    this.page = page;
  }
  act(actions) {
    return this.page.act([{ type: "key", id: "keyboard", actions }]);
  }
  /** "Enter", "Shift+Tab", "Control+A". */
  press(combination) {
    const names = combination.split(/\+(?=.)/);
    const keys = names.map((name) => (names.length > 1 && name.length === 1 ? name.toLowerCase() : code(name)));
    if (keys.includes(undefined)) throw new Error(`no key ${combination}`);
    const down = keys.map((value) => ({ type: "keyDown", value }));
    return this.act([...down, ...keys.reverse().map((value) => ({ type: "keyUp", value }))]);
  }
  type(text) {
    return this.act([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  }
  down = (name) => this.act([{ type: "keyDown", value: code(name) }]);
  up = (name) => this.act([{ type: "keyUp", value: code(name) }]);
  /** As from a keyboard that writes what no key says. */
  insertText = (text) => this.page.evaluate(insert, text);
}

/**
 * Puts a text at the caret. Runs in the page. What is long is put there at once: typing thousands of lines takes WebKit a
 * minute.
 */
export function insert(text) {
  const box = document.activeElement;
  const typed = text.length < 200 || box.isContentEditable;
  if (typed) return void document.execCommand(text ? "insertText" : "delete", false, text);
  box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText", data: text }));
}

export class Mouse {
  constructor(page) {
    this.page = page;
  }
  act(actions) {
    return this.page.act([{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }]);
  }
  at = (x, y) => ({ type: "pointerMove", x: Math.floor(x), y: Math.floor(y) });
  move = (x, y) => this.act([this.at(x, y)]);
  down = () => this.act([{ type: "pointerDown", button: 0 }]);
  up = () => this.act([{ type: "pointerUp", button: 0 }]);
  click(x, y, { clickCount = 1 } = {}) {
    const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    return this.act([this.at(x, y), ...Array.from({ length: clickCount }, () => press).flat()]);
  }
  wheel = (deltaX, deltaY) => this.page.evaluate(([x, y]) => scrollBy(x, y), [deltaX, deltaY]);
}
