// What the app stores, as the tests put it there and read it: the only file that knows under which keys.
//
// Everything here takes a page of any engine: of it only `evaluate(function, argument)` is used.

/** The two slots of the document, written in turn: src/saved/keeper.rs. */
export const SLOTS = ["kuayu.a", "kuayu.b"];
/** Where a document of version 1 was. Every version of the app reads it. */
export const OLDEST = "kuayu.v1";
/** Where what could not be read is kept. */
export const ASIDE = "kuayu.aside";

/** Puts texts under the app, by key, before it starts for the first time in this context; what it stores then stays. */
export function seedTexts(context, texts) {
  return context.addInitScript((texts) => {
    // Empty pages on the way have no storage.
    if (!location.protocol.startsWith("http") || localStorage.getItem("test.seeded")) return;
    for (const [key, text] of Object.entries({ "test.seeded": "1", ...texts })) localStorage.setItem(key, text);
  }, texts);
}

/** Puts a stored document under the app before it starts for the first time in this context. */
export function seed(site, document) {
  const whole = { version: 2, records: [], decisions: [], plans: [], settings: {}, ...document };
  return seedTexts(site.context, { [SLOTS[0]]: JSON.stringify(whole) });
}

/** Writes texts past the app, by key, while a page stands; the app reads them at its next start. */
export function write(page, texts) {
  return page.evaluate((texts) => {
    for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text);
  }, texts);
}

/** The texts under these keys, `null` where there is none. */
export function texts(page, keys = SLOTS) {
  return page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), keys);
}

/** Everything that is stored, of whatever kind, as one text. */
export function everything(page) {
  return page.evaluate(() => JSON.stringify(localStorage));
}

/** The key of the slot that was written last. */
export async function newestSlot(page) {
  return newest(await texts(page)).slot;
}

/** What is stored: the newer of the two slots. */
export async function stored(page) {
  return { records: [], decisions: [], plans: [], ...newest(await texts(page)).document };
}

function newest(texts) {
  const read = texts.map((text, at) => ({ slot: SLOTS[at], document: parsed(text) })).filter(({ document }) => document);
  const age = ({ document: { stamps } }) => [stamps?.era ?? 0, stamps?.clock ?? 0];
  return read.sort((a, b) => age(b)[0] - age(a)[0] || age(b)[1] - age(a)[1])[0] ?? {};
}

/** `null` for what is not there, or broken off. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
