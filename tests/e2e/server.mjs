// A static host for tests: any sub-path, any fault. What it can be told to do is what real hosts do to a site.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

export const MIME = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
const ENCODERS = { gzip: gzipSync, br: brotliCompressSync };

/**
 * Serves a folder under a sub-path of http://localhost (localhost counts as secure: service workers run).
 *
 * @param {object} options
 * @param {string} [options.root] the folder; `$DIST` by default
 * @param {string} [options.base] the sub-path, beginning and ending with a slash
 * @param {Record<string, string>} [options.mime] MIME types by extension that differ from the right ones
 * @param {"gzip" | "br"} [options.encoding] how answers are compressed; not at all by default
 * @param {boolean} [options.told] whether it says of packed copies (`.br`, `.gz`) how they are packed; then browsers unpack them
 * @param {Record<string, string>} [options.headers] headers of every answer, beside those that it needs
 * @param {number} [options.port] any free one by default
 */
export async function startServer({ root = distFolder(), base = "/", mime = {}, encoding, told = false, headers: always = {}, port = 0 } = {}) {
  const types = { ...MIME, ...mime };
  const compressed = new Map();
  const state = {
    /** The folder that is served. May be changed: that is a new version put on the host. */
    root,
    /**
     * Path (relative to the site) to an answer that differs from the file: `{ status, body, type, delay }`, `{ cut }` (the
     * connection ends after so many bytes), `"reset"` (at once), or `"hang"`.
     */
    faults: new Map(),
    /** Every path asked for, relative to the site, in order. */
    requests: [],
    url: "",
    close,
    restart: () => listen(state.port),
  };
  let server;

  async function answer(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    if (!pathname.startsWith(base)) return send(response, 404, "text/plain", "outside the site");
    const path = decodeURIComponent(pathname.slice(base.length)) || "index.html";
    state.requests.push(path);
    // What happens to a file happens to its packed copies, where nothing else is said of those.
    const fault = state.faults.get(path) ?? state.faults.get(path.replace(/\.(br|gz)$/, ""));
    if (fault === "hang") return;
    if (fault === "reset") return request.socket.destroy();
    if (fault?.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
    if (fault?.status && fault.status !== 200) return send(response, fault.status, "text/plain", fault.body ?? "fault");
    const file = normalize(join(state.root, path));
    if (!file.startsWith(normalize(state.root + sep))) return send(response, 404, "text/plain", "not found");
    try {
      if (!(await stat(file)).isFile()) throw new Error("a folder");
      const body = fault?.body ?? (await readFile(file));
      const headers = {};
      if (encodingOf(file)) headers["Content-Encoding"] = encodingOf(file);
      const type = fault?.type ?? types[extname(file)] ?? "application/octet-stream";
      if (fault?.cut === undefined) return send(response, 200, type, encode(file, body), headers);
      response.writeHead(200, { "Content-Type": type, "Content-Length": body.length, ...always });
      response.write(body.subarray(0, fault.cut), () => request.socket.end());
    } catch {
      send(response, 404, "text/plain", "not found");
    }
  }

  /** How an answer is encoded: copies that are packed already are sent as they are, under their encoding or none. */
  function encodingOf(file) {
    if (/\.(br|gz)$/.test(file)) return told ? { br: "br", gz: "gzip" }[extname(file).slice(1)] : undefined;
    return encoding;
  }

  function encode(file, body) {
    if (!encoding || /\.(br|gz)$/.test(file)) return body;
    if (typeof body === "string") return ENCODERS[encoding](body);
    if (!compressed.has(file)) compressed.set(file, ENCODERS[encoding](body));
    return compressed.get(file);
  }

  function send(response, status, type, body, headers = {}) {
    response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-cache", ...always, ...headers }).end(body);
  }

  function listen(onPort) {
    server = createServer((request, response) => void answer(request, response));
    return new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(onPort, "127.0.0.1", () => {
        state.port = server.address().port;
        state.url = `http://localhost:${state.port}${base}`;
        resolve(state);
      });
    });
  }

  /** Stops at once, open connections too. */
  function close() {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  }

  return listen(port);
}

/** The built site. */
export function distFolder() {
  return process.env.DIST ?? new URL("../../dist", import.meta.url).pathname;
}
