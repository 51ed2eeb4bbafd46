// WebKit, the engine of every iPhone: WebKitGTK's small browser without a screen, driven by the WebDriver protocol, which
// playwright-core does not speak. `cargo xtask` installs what it needs.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";

const DRIVER = "/usr/bin/WebKitWebDriver";
const BROWSERS = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"].map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`);
/** How long a program may take to be there, and a page to answer. Milliseconds. */
const PATIENCE = 60_000;

/** True where it is installed. */
export const hasWebKit = () => existsSync(DRIVER) && existsSync("/usr/bin/Xvfb");

/** A browser with one tab: `version`, `goto(url)`, `evaluate(function, argument)`, `close()`. */
export async function openWebKit() {
  const screen = spawn("/usr/bin/Xvfb", ["-displayfd", "1", "-screen", "0", "800x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const display = await new Promise((resolve, reject) => {
    screen.once("error", reject);
    screen.stdout.once("data", (number) => resolve(`:${String(number).trim()}`));
  });
  const port = await freePort();
  // The sandbox asks for rights that containers do not give; pictures are drawn by the processor alone.
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1", NO_AT_BRIDGE: "1" };
  const driver = spawn(DRIVER, [`--port=${port}`], { stdio: "ignore", env });
  const end = () => [driver, screen].forEach((child) => child.kill());
  process.once("exit", end);

  const call = async (method, path, body) => {
    const init = { method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body) };
    const { value } = await (await fetch(`http://127.0.0.1:${port}${path}`, init)).json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    await until(() => call("GET", "/status"));
    const options = { binary: BROWSERS.find(existsSync), args: ["--automation"] };
    const { sessionId, capabilities } = await call("POST", "/session", { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } });
    const session = `/session/${sessionId}`;
    await call("POST", `${session}/timeouts`, { script: PATIENCE, pageLoad: PATIENCE });
    return {
      version: `WebKit ${capabilities.browserVersion}`,
      goto: (url) => call("POST", `${session}/url`, { url }),
      evaluate: (task, argument = null) => call("POST", `${session}/execute/sync`, { script: `return (${task})(arguments[0])`, args: [argument] }),
      async close() {
        await call("DELETE", session).catch(() => {});
        process.off("exit", end);
        end();
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
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
