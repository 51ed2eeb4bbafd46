// WebKit's programs: its small browser on a screen of its own, and the driver that speaks the WebDriver protocol for it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const DRIVER = "/usr/bin/WebKitWebDriver";
const SCREEN = "/usr/bin/Xvfb";
const FOLDERS = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"];
const BROWSERS = FOLDERS.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`);
/** How long a program may take to be there, and a page to answer. Milliseconds. */
const PATIENCE = 60_000;
/** What is said of an engine that hangs. */
export const NO_MORE = "the engine answers no more";
/** The screen. Its pointer stands in the middle: without a window manager the window under it has the focus. */
const WIDE = 1600;
const HIGH = 1100;
/** Where a window of whatever size has the pointer over it, near its corner. */
export const UNDER_POINTER = { x: WIDE / 2 - 100, y: HIGH / 2 - 100 };

/** Else the bar of the browser is broader than a phone. */
const NARROW = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }";

/** True where it is installed. */
export const hasWebKit = () => existsSync(DRIVER) && existsSync(SCREEN);

/**
 * One browser with nothing stored: `call(method, path, body)` within its session, `version`, `downloads` (the folder),
 * `close()`.
 *
 * @param {object} [options]
 * @param {number} [options.proxy] a port of this machine through which everything is fetched
 * @param {string} [options.userAgent] what it says it is
 * @param {boolean} [options.still] whether its user wants no movement
 * @param {boolean} [options.dark] whether its user wants dark colours
 * @param {string} [options.zone] the time zone
 */
export async function openDriver({ proxy, userAgent, still = false, dark = false, zone } = {}) {
  const home = await mkdtemp(join(tmpdir(), "webkit-"));
  const settings = join(home, "gtk-3.0");
  const downloads = join(home, "downloads");
  await Promise.all([settings, downloads].map((folder) => mkdir(folder)));
  await writeFile(join(settings, "gtk.css"), NARROW);
  await writeFile(join(settings, "settings.ini"), `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`);
  await writeFile(join(home, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);

  const screenArgs = ["-displayfd", "1", "-screen", "0", `${WIDE}x${HIGH}x24`, "-nolisten", "tcp"];
  const screen = spawn(SCREEN, screenArgs, { stdio: ["ignore", "pipe", "ignore"] });
  const display = await new Promise((resolve, reject) => {
    screen.once("error", reject);
    screen.stdout.once("data", (number) => resolve(`:${String(number).trim()}`));
  });
  const port = await freePort();
  const env = {
    ...process.env,
    DISPLAY: display,
    XDG_CONFIG_HOME: home,
    // The sandbox asks for rights that containers do not give; pictures are drawn by the processor alone.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    WEBKIT_DISABLE_COMPOSITING_MODE: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
    NO_AT_BRIDGE: "1",
    ...(zone && { TZ: zone }),
  };
  const driver = spawn(DRIVER, [`--port=${port}`], { stdio: "ignore", env });
  const end = () => [driver, screen].forEach((child) => child.kill());
  process.once("exit", end);

  const ask = async (method, path, body, patience = 1.5 * PATIENCE) => {
    const signal = AbortSignal.timeout(patience);
    const init = { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body), signal };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, init).catch((error) => {
      throw signal.aborted ? new Error(NO_MORE) : error;
    });
    const { value } = await response.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    await until(() => ask("GET", "/status"));
    const args = ["--automation", ...(dark ? ["--dark-mode"] : []), ...(userAgent ? [`--user-agent=${userAgent}`] : [])];
    const wanted = { "webkitgtk:browserOptions": { binary: BROWSERS.find(existsSync), args } };
    if (proxy) wanted.proxy = { proxyType: "manual", httpProxy: `127.0.0.1:${proxy}`, sslProxy: `127.0.0.1:${proxy}` };
    const { sessionId, capabilities } = await ask("POST", "/session", { capabilities: { alwaysMatch: wanted } });
    const session = `/session/${sessionId}`;
    await ask("POST", `${session}/timeouts`, { script: PATIENCE, pageLoad: PATIENCE });
    return {
      version: `WebKit ${capabilities.browserVersion}`,
      downloads,
      call: (method, path, body) => ask(method, session + path, body),
      async close() {
        // An engine that answers no more is left: without its screen it ends.
        await ask("DELETE", session, undefined, 5000).catch(() => {});
        process.off("exit", end);
        end();
        await rm(home, { recursive: true, force: true }).catch(() => {});
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** Tries again until it succeeds, for as long as there is patience. */
export async function until(attempt, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(25);
    }
  }
}

/** Lets time pass between two looks. Milliseconds. */
export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
