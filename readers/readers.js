// Opens workbooks and PDF files for the page, each in a worker of its own: a fault of a library ends the worker and not the
// page, and a file that takes too long is left by ending it. This script is both: the page loads it when the first such
// file is chosen (src/platform/readers.rs), and it loads itself as the worker.
//
// In the page: kuayuReaders(file) gives what readers/src/lib.rs answers, as text; "" where the module trapped or took too
// long; null where it could not be fetched.
//
// `cargo xtask build` puts the module's name with its hash here.
const MODULE = "readers.wasm";
/** How long a file may take. Milliseconds. */
const PATIENCE = 30000;

async function look(bytes) {
  const answer = await fetch(MODULE);
  if (!answer.ok) return null;
  const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer());
  try {
    const { memory, room, look, said } = instance.exports;
    const place = room(bytes.byteLength) >>> 0;
    new Uint8Array(memory.buffer, place, bytes.byteLength).set(new Uint8Array(bytes));
    const length = look() >>> 0;
    return new TextDecoder().decode(new Uint8Array(memory.buffer, said() >>> 0, length));
  } catch (trap) {
    return "";
  }
}

if (self.document) {
  const script = document.currentScript.src;
  self.kuayuReaders = async (file) => {
    const bytes = await file.arrayBuffer();
    const worker = new Worker(script);
    const answer = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => {
        event.preventDefault();
        resolve(null);
      };
      setTimeout(resolve, PATIENCE, "");
      worker.postMessage(bytes, [bytes]);
    });
    worker.terminate();
    return answer;
  };
} else {
  self.onmessage = ({ data }) => look(data).catch(() => null).then((answer) => self.postMessage(answer));
}
