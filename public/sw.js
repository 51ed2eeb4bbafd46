// The service worker: the whole site in one cache per build.
//
// Invariants
// - A build is taken only when all its files are there and are its own: each is checked against the hash in FILES.
// - A page gets files of its own build only. Names carry a hash, or the request carries ?v=<build>; a cache stays as
//   long as a window that may want it is open.
// - A new build waits until the student agrees (SKIP_WAITING) or every window is closed.
// - programs.json is the exception: the host may change it alone, so the network is asked first.
//
// - The office's part is kept only where the office's page was opened: no student's phone fetches it.
//
// `cargo xtask finish` fills in the next three lines.
const BUILD = "development";
const FILES = [];
/** The office's part. */
const OFFICE = [];

const SCOPE = new URL(self.registration.scope);
/** Caches are shared by the whole origin: the name tells the app and the folder it is in. */
const PREFIX = `kuayu ${SCOPE.pathname} `;
const CACHE = PREFIX + BUILD;
const KEPT = PREFIX + "catalog";
const CATALOG = "programs.json";
/** The same catalog as it was when the site was built: never edited, so always of this build. */
const SHIPPED = "programs.shipped.json";
/** How long the host may take to answer for the catalog when there is one to show already. Milliseconds. */
const CATALOG_PATIENCE = 3000;

/** The packings that browsers undo, the smaller first: the end of a file's name, and their word for it. */
const PACKINGS = [["br", "brotli"], ["gz", "gzip"]];

/** A file of the program, fetched packed: the page has it so already, and many hosts send it as large as it is. */
async function fetchPacked(path, integrity) {
  const able = PACKINGS.filter(([, word]) => {
    try {
      return new DecompressionStream(word);
    } catch {
      return false;
    }
  });
  const [ending, word] = able[0];
  const response = await fetch(`${path}.${ending}`);
  let bytes = await response.arrayBuffer();
  // Every module begins with a nought, and nothing that is packed does: then the browser has undone it for the host.
  if (new Uint8Array(bytes)[0] !== 0) {
    bytes = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream(word))).arrayBuffer();
  }
  const hash = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))));
  if (`sha256-${hash}` !== integrity) throw new Error(`${path} is not of build ${BUILD}`);
  return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
}

async function fetchOwn([path, integrity, isPacked]) {
  const unpacked = isPacked && (await fetchPacked(path, integrity).catch(() => undefined));
  if (unpacked) return [path, unpacked];
  // The page itself has no hash in the list: hosts may add to it. It must name this build and be whole.
  const response = await fetch(new Request(path, { cache: "no-cache", ...(integrity && { integrity }) }));
  const page = integrity ? "" : await response.clone().text();
  if (!response.ok || response.redirected || (!integrity && !(page.includes(BUILD) && page.includes("</html>")))) {
    throw new Error(`${path} is not of build ${BUILD}`);
  }
  return [path, response];
}

/** So many files are asked for at once: a page that is opened meanwhile asks for its own, too. */
const AT_ONCE = 4;

/** Fetches the named files in their order and stores them; all or none. */
async function take(files) {
  const fetched = [];
  const waiting = [...files];
  const one = async () => {
    for (let file; (file = waiting.shift()); ) fetched.push(await fetchOwn(file));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  const cache = await caches.open(CACHE);
  await Promise.all(fetched.map(([path, response]) => cache.put(path, response)));
}

/** Whether a build that is kept has the office's part: then its user wants it of the next build, too. */
async function hasOffice() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const kept = await (await caches.open(name)).keys();
    if (kept.some(({ url }) => /\/kuayu-office-[^/]*$/.test(url))) return true;
  }
  return false;
}

async function missing() {
  const keys = await (await caches.open(CACHE)).keys();
  const have = new Set(keys.map((request) => request.url));
  return FILES.filter(([path]) => !have.has(new URL(path, SCOPE).href));
}

/** Drops the caches of other builds, when nothing can be using them. */
async function tidy() {
  if (self.registration.installing || self.registration.waiting) return;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (windows.some((client) => client.url.startsWith(SCOPE.href))) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE && name !== KEPT);
  await Promise.all(names.map((name) => caches.delete(name)));
}

async function page(request) {
  // A browser short of space may have dropped files. A page without its files would not start: mend first, else ask
  // the host for a page of whichever build it has.
  const lost = await missing().catch(() => []);
  const whole = lost.length === 0 || (await take(lost).then(() => true, () => false));
  const cached = await caches.match("./", { cacheName: CACHE });
  if (whole && cached) return cached;
  return fetch(request).catch(() => cached ?? Response.error());
}

async function file(request, path, build) {
  // Of the build that the page names; else of this one; else of an older one, whose names carry hashes.
  // A build whose cache does not exist here (another build's page, or none yet) has nothing kept.
  const own = await caches.match(path, { cacheName: build ? PREFIX + build : CACHE }).catch(() => undefined);
  if (!own && OFFICE.some(([name]) => name === path)) return office(path, request);
  return own ?? (build ? undefined : await caches.match(path).catch(() => undefined)) ?? fetch(request);
}

/** A file of the office's part: all of it is kept from now on, since its page is open. */
async function office(path, request) {
  if (!(await take(OFFICE).then(() => true, () => false))) return fetch(request);
  return (await caches.match(path, { cacheName: CACHE })) ?? fetch(request);
}

async function catalog(url) {
  const kept = await caches.match(CATALOG, { cacheName: KEPT });
  const shipped = await caches.match(SHIPPED, { cacheName: CACHE });
  const fallback = kept ?? shipped;
  if (url.searchParams.has("kept")) return fallback ?? Response.error();
  const answer = fetch(new Request(CATALOG, { cache: "no-cache" })).then((response) => (response.ok || !fallback ? response : fallback));
  if (!fallback) return answer;
  const late = new Promise((resolve) => setTimeout(resolve, CATALOG_PATIENCE, fallback));
  return Promise.race([answer, late]).catch(() => fallback);
}

self.addEventListener("install", (event) => {
  event.waitUntil(hasOffice().then((wanted) => take(wanted ? [...FILES, ...OFFICE] : FILES)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  if (event.data?.type === "SKIP_WAITING") self.skipWaiting();
  if (event.data?.type === "KEEP_CATALOG") {
    const copy = new Response(event.data.text, { headers: { "Content-Type": "application/json" } });
    event.waitUntil(caches.open(KEPT).then((cache) => cache.put(CATALOG, copy)));
  }
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(SCOPE.href)) return;
  const path = url.pathname.slice(SCOPE.pathname.length);
  if (request.mode === "navigate") {
    if (path !== "" && path !== "index.html") return;
    event.respondWith(page(request));
    event.waitUntil(tidy());
  } else if (path === CATALOG) {
    event.respondWith(catalog(url));
  } else {
    event.respondWith(file(request, path || "./", url.searchParams.get("v")));
  }
});
