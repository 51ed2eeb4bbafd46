// Firefox for the whole suite: an ordinary one, which playwright-core speaks to by the protocol that browsers share
// (WebDriver BiDi). What that protocol cannot yet do in a released Firefox is done here with the browser's own means.
import { existsSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { firefox } from "playwright-core";

const BROWSERS = ["/usr/bin/firefox-esr", "/usr/bin/firefox"];
/** No requests of its own, and nothing that comes over a page. */
const SETTINGS = {
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  // The clipboard without being asked, for which Chromium has a permission.
  "dom.events.testing.asyncClipboard": true,
  "network.captive-portal-service.enabled": false,
  "services.settings.server": "data:,",
};

/** Longer texts are not typed. */
const LONG = 200;

/** A browser as playwright's `chromium.launch` gives one. */
export async function launchGecko() {
  const executablePath = BROWSERS.find(existsSync);
  if (!executablePath) throw new Error("Firefox is not installed");
  // The rights over the whole browser are for `look` alone.
  const browser = await firefox.launch({ channel: "moz-firefox", executablePath, firefoxUserPrefs: SETTINGS, args: ["--remote-allow-system-access"] });
  const inside = (object) => firefox._connection.toImpl(object);
  const session = inside(browser)._browserSession;
  let downloads = 0;
  // Playwright asks every context for a colour scheme by a command that no released Firefox knows; it would open none.
  const prototype = Object.getPrototypeOf(session);
  const { send } = prototype;
  prototype.send = function (method, parameters) {
    return method === "emulation.setMediaFeaturesOverride" ? Promise.resolve({}) : send.call(this, method, parameters);
  };

  /** Shows a page as somebody with these wishes sees it, or on paper. */
  async function look(page, { colorScheme, reducedMotion, forcedColors, media, hasTouch, javaScriptEnabled }) {
    const { contexts } = await session.send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    const wishes = {
      prefersColorSchemeOverride: colorScheme ?? "none",
      prefersReducedMotionOverride: reducedMotion ?? "none",
      forcedColorsOverride: forcedColors ?? "none",
      mediumOverride: media ?? "",
      touchEventsOverride: hasTouch ? "enabled" : "none",
      allowJavascript: javaScriptEnabled ?? true,
    };
    const { type, exceptionDetails } = await session.send("script.callFunction", {
      functionDeclaration: String((id, wishes) => {
        const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
        const context = NavigableManager.getBrowsingContextById(id);
        Object.assign(context, JSON.parse(wishes));
        // Without the browser's own bars: Tab goes round in the page, as in the other browsers without a screen.
        context.topChromeWindow.document.getElementById("navigator-toolbox").hidden = true;
      }),
      arguments: [inside(page).delegate._session.sessionId, JSON.stringify(wishes)].map((value) => ({ type: "string", value })),
      target: { context: contexts[0].context },
      awaitPromise: false,
    });
    if (type === "exception") throw new Error(exceptionDetails.text);
  }

  /** Lets a page be tapped, which playwright leaves out: its own tap is nothing at all. And photographed as it is. */
  function feel(page) {
    const { delegate } = inside(page);
    // Playwright puts an empty style into a page before the photograph, which a page's policy refuses and tells.
    delegate.shouldToggleStyleSheetToSyncAnimations = () => false;
    delegate.rawTouchscreen.tap = async (_, x, y) => {
      const actions = [{ type: "pointerMove", x: Math.round(x), y: Math.round(y) }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
      const finger = { type: "pointer", id: "finger", parameters: { pointerType: "touch" }, actions };
      await session.send("input.performActions", { context: delegate._session.sessionId, actions: [finger] });
    };
  }

  /** Types into a field: what is put there at once is no edit of somebody's to Firefox, and leaving the field tells of none. */
  function type(page) {
    const { delegate } = inside(page);
    const { rawKeyboard } = delegate;
    const atOnce = rawKeyboard.sendText.bind(rawKeyboard);
    rawKeyboard.sendText = async (progress, text) => {
      if (text.length > LONG || text.includes("\n")) return atOnce(progress, text);
      const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
      await session.send("input.performActions", { context: delegate._session.sessionId, actions: [{ type: "key", id: "typing", actions }] });
    };
  }

  /** Tells of what a page downloads: playwright passes over a download that is no navigation, as that of a link to a blob. */
  function collect(page) {
    const { delegate } = inside(page);
    const names = new Map();
    delegate._session.on("browsingContext.downloadWillBegin", ({ navigation, url, suggestedFilename }) => {
      if (!navigation) names.set(url, suggestedFilename);
    });
    delegate._session.on("browsingContext.downloadEnd", ({ navigation, url, status, filepath }) => {
      if (navigation) return;
      const id = `download-${(downloads += 1)}`;
      // Under a name of its own, where playwright looks for it, and the next of the same name is not called "(1)".
      if (filepath) renameSync(filepath, join(dirname(filepath), id));
      inside(browser).downloadCreated(inside(page), id, url, names.get(url));
      inside(browser).downloadFinished(id, status === "complete" ? undefined : status);
    });
  }

  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options = {}) => {
    const wishes = { colorScheme: "light", reducedMotion: "no-preference", forcedColors: "none", ...options };
    const context = await newContext(options);
    const newPage = context.newPage.bind(context);
    // The clipboard is granted by the settings, and no test asks for anything else.
    context.grantPermissions = async () => {};
    context.newPage = async () => {
      const page = await newPage();
      let now = wishes;
      page.emulateMedia = (changes) => look(page, (now = { ...now, ...changes }));
      feel(page);
      type(page);
      collect(page);
      await look(page, now);
      return page;
    };
    return context;
  };
  return browser;
}
