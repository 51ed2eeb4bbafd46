// WebKit for one journey: a browser with one tab, of which no more is asked than every engine's driver gives.
import { openDriver } from "./webkit/driver.mjs";

export { hasWebKit, until } from "./webkit/driver.mjs";

/** A browser with one tab: `version`, `goto(url)`, `evaluate(function, argument)`, `close()`. */
export async function openWebKit() {
  const { version, call, close } = await openDriver();
  return {
    version,
    goto: (url) => call("POST", "/url", { url }),
    evaluate(task, argument = null) {
      return call("POST", "/execute/sync", { script: `return (${task})(arguments[0])`, args: [argument] });
    },
    close,
  };
}
