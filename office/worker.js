// A worker of the office's page: it has the module, and asks for what the module needs.
//
// In: { id, request, blobs }, the module's question (office/src/ask.rs) and the files beside it, as Blobs or bytes.
// Out: { id, answer, parts } (and whether the lines of a judged student are `packed`), or { id, trapped: true } where the module stopped: then the worker is of no use any more.
//
// The module's glue stands before this (`wasm_bindgen`). `cargo xtask build` puts in the names of both modules.
const MODULE = "office.wasm";
const READERS = "readers.wasm";
const BUILD = new URL(self.location.href).searchParams.get("v") ?? "";

const started = wasm_bindgen({ module_or_path: MODULE });
let readers;

/** What the readers say of a workbook or a PDF, as JSON; "" where they stop at it. */
async function open(bytes) {
  readers ??= fetch(READERS).then((answer) => answer.arrayBuffer()).then((module) => WebAssembly.compile(module));
  const { exports } = await WebAssembly.instantiate(await readers);
  try {
    const place = exports.room(bytes.byteLength) >>> 0;
    new Uint8Array(exports.memory.buffer, place, bytes.byteLength).set(bytes);
    const length = exports.look() >>> 0;
    return new TextDecoder().decode(new Uint8Array(exports.memory.buffer, exports.said() >>> 0, length));
  } catch (trap) {
    return "";
  }
}

/** A file of the site, of this build; none where the site has none. */
async function siteFile(name) {
  const address = name.includes("?") || !BUILD || name === "programs.json" ? name : `${name}?v=${BUILD}`;
  const answer = await fetch(address).catch(() => undefined);
  return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}

/** Asks the module until it wants nothing more. */
async function ask(request, parts) {
  for (;;) {
    const [text, ...bytes] = wasm_bindgen.ask(JSON.stringify(request), parts);
    const answer = JSON.parse(text);
    if (answer.is === "need") {
      for (const name of answer.files) {
        const file = await siteFile(name);
        wasm_bindgen.ask(JSON.stringify({ ask: "given", name, found: Boolean(file) }), file ? [file] : []);
      }
    } else if (answer.is === "readers") {
      for (const at of answer.files) await readFor(request, parts, at);
    } else {
      return { answer, parts: bytes };
    }
  }
}

/** Adds to a question what the readers say of one of its files. */
async function readFor(request, parts, at) {
  if (!request.files) {
    request.tables = await open(parts[0]);
    return;
  }
  const before = request.files.slice(0, at).filter((file) => !file.missing).length;
  request.files[at].tables = await open(parts[before]);
}

/** The bytes of the files; one that cannot be read is told as missing. */
async function bytesOf(request, blobs) {
  const sent = request.files?.filter((file) => !file.missing);
  const parts = [];
  for (const [at, blob] of blobs.entries()) {
    try {
      parts.push(new Uint8Array(blob instanceof Blob ? await blob.arrayBuffer() : blob));
    } catch (error) {
      if (!sent) throw error;
      sent[at].missing = String(error.message || error);
    }
  }
  return parts;
}

/** Packs the lines of a student, which take room until they are saved; whether the browser can. */
async function pack(parts) {
  if (!self.CompressionStream) return false;
  // Written into the stream and not a Blob's: each of ten thousand of these is a talk with another process of the browser.
  const { readable, writable } = new CompressionStream("gzip");
  const writer = writable.getWriter();
  const written = [writer.write(parts[0]), writer.close()];
  parts[0] = new Uint8Array(await new Response(readable).arrayBuffer());
  await Promise.all(written);
  return true;
}

let waiting = Promise.resolve();
self.onmessage = ({ data: { id, request, blobs } }) => {
  // The files of the next question are read while this one is answered; the module answers one after the other.
  const parts = bytesOf(request, blobs);
  waiting = waiting.then(async () => {
    try {
      await started;
      const done = await ask(request, await parts);
      if (done.answer.is === "judged") done.packed = await pack(done.parts);
      self.postMessage({ id, ...done }, done.parts.map((part) => part.buffer));
    } catch (error) {
      self.postMessage({ id, trapped: true, why: String(error) });
    }
  });
};
