// Firefox without a screen, driven by its own protocol (Marionette), which needs no program between. `cargo xtask`
// installs it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { until } from "./webkit.mjs";

const BROWSERS = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
/** How long the browser may take to be there, and a page to answer. Milliseconds. */
const PATIENCE = 60_000;
/** Any free port, no first-run pages, no requests of its own. */
const SETTINGS = {
  "marionette.port": 0,
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "intl.accept_languages": "zh-TW, zh",
};

/** True where it is installed. */
export const hasFirefox = () => BROWSERS.some(existsSync);

/** A browser with one tab: `version`, `goto(url)`, `evaluate(function, argument)`, `print(options)`, `close()`. */
export async function openFirefox() {
  const profile = await mkdtemp(join(tmpdir(), "kuayu-firefox-"));
  const lines = Object.entries(SETTINGS).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  await writeFile(join(profile, "user.js"), lines.join(""));
  const args = ["--headless", "--marionette", "--no-remote", "--profile", profile];
  // A home of its own: what the user of the machine has set is none of a test's business.
  const child = spawn(BROWSERS.find(existsSync), args, { stdio: "ignore", env: { ...process.env, HOME: profile, MOZ_HEADLESS_WIDTH: "800", MOZ_HEADLESS_HEIGHT: "900" } });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const end = () => child.kill();
  process.once("exit", end);
  const clear = async () => {
    process.off("exit", end);
    await gone;
    await rm(profile, { recursive: true, force: true });
  };
  try {
    const port = await until(async () => Number(await readFile(join(profile, "MarionetteActivePort"), "utf8")), PATIENCE);
    const call = await speak(port);
    const { capabilities } = await call("WebDriver:NewSession", { timeouts: { script: PATIENCE, pageLoad: PATIENCE } });
    return {
      version: `Firefox ${capabilities.browserVersion}`,
      goto: (url) => call("WebDriver:Navigate", { url }),
      evaluate: (task, argument = null) => call("WebDriver:ExecuteScript", { script: `return (${task})(arguments[0])`, args: [argument] }),
      /** The page on paper, a PDF file; `options` are those of the protocol (paper, orientation, scale). */
      print: async (options = {}) => Buffer.from(await call("WebDriver:Print", options), "base64"),
      async close() {
        await call("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => {});
        end();
        await clear();
      },
    };
  } catch (error) {
    end();
    await clear();
    throw error;
  }
}

/** A connection: messages are JSON with their length before them, `[kind, number, command or error, content]`. */
async function speak(port) {
  const socket = connect(port, "127.0.0.1");
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  const waiting = new Map();
  let received = Buffer.alloc(0);
  let asked = 0;
  socket.on("close", () => waiting.forEach(({ reject }) => reject(new Error("Firefox is gone"))));
  socket.on("error", () => {});
  socket.on("data", (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (;;) {
      const colon = received.indexOf(":");
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end));
      received = received.subarray(end);
      // The first one only greets.
      if (!Array.isArray(message)) continue;
      const [, number, error, content] = message;
      const { resolve, reject } = waiting.get(number);
      waiting.delete(number);
      if (error) reject(new Error(`${error.error}: ${error.message}`));
      else resolve(content && "value" in content ? content.value : content);
    }
  });
  return (command, content) =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, { resolve, reject });
      const text = JSON.stringify([0, asked, command, content]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}
