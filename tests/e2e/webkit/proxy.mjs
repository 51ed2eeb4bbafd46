// What stands between a browser and its hosts, for what WebDriver has no commands for: scripts that run before a page's own,
// requests watched, answered or refused, and a network that is not there.
import { createServer, request as ask } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const DECODERS = { gzip: gunzipSync, br: brotliDecompressSync };

/**
 * Serves one browser until `close()`.
 *
 * @param {object} options
 * @param {() => string} options.script what every page runs first
 * @param {(request: { url: string, method: string, worker?: string }) => void} options.seen hears of every request, and
 *     by its address of the service worker that asks
 * @param {(url: string) => ((route: object) => unknown) | undefined} options.route what answers in place of the host
 */
export async function openProxy({ script, seen, route }) {
  const state = { offline: false, pending: 0, quietSince: Date.now(), port: 0, close };
  const workers = new Set();

  const server = createServer(async (request, response) => {
    state.pending += 1;
    response.once("close", () => {
      state.pending -= 1;
      state.quietSince = Date.now();
    });
    const { url, method } = request;
    const { referer, "service-worker": kind } = request.headers;
    if (kind === "script") workers.add(url);
    seen({ url, method, worker: workers.has(referer) ? referer : undefined });
    if (state.offline) return request.socket.destroy();
    const other = route(url);
    if (!other) return forward(request, response);
    const abort = () => request.socket.destroy();
    const fulfill = ({ status = 200, body = "", contentType = "text/plain", headers = {} }) =>
      response.writeHead(status, { "Content-Type": contentType, ...headers }).end(body);
    const goOn = () => forward(request, response);
    return other({ request: () => ({ url: () => url, method: () => method }), abort, fulfill, continue: goOn });
  });
  // Of a request that would be encrypted only its host is known. There is none: no test leaves this machine.
  server.on("connect", ({ url }, socket) => {
    seen({ url: `https://${url}/`, method: "CONNECT" });
    socket.destroy();
  });

  function forward(request, response) {
    const refuse = () => request.socket.destroy();
    const { host, ...headers } = request.headers;
    delete headers["proxy-connection"];
    const onward = ask(request.url, { method: request.method, headers: { ...headers, host }, agent: false }, (answer) => {
      answer.on("error", refuse).on("aborted", refuse);
      const isPage = /text\/html/.test(answer.headers["content-type"]) && answer.statusCode === 200;
      if (!isPage) {
        response.writeHead(answer.statusCode, answer.headers);
        return answer.pipe(response);
      }
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk)).on("end", () => {
        const decode = DECODERS[answer.headers["content-encoding"]] ?? ((bytes) => bytes);
        const page = withScript(decode(Buffer.concat(chunks)).toString(), script());
        const { "content-encoding": _, "content-length": __, "transfer-encoding": ___, ...rest } = answer.headers;
        response.writeHead(answer.statusCode, rest).end(page);
      });
    });
    onward.on("error", refuse);
    request.pipe(onward);
  }

  /** Before the page's own policy, which stands in its head and forbids scripts in the page from there on. */
  function withScript(page, text) {
    const head = /<head[^>]*>/i.exec(page);
    if (!head) return page;
    const at = head.index + head[0].length;
    return `${page.slice(0, at)}<script>${text.replaceAll("</script", "<\\/script")}</script>${page.slice(at)}`;
  }

  function close() {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  }

  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  state.port = server.address().port;
  return state;
}
