// Registers the service worker and carries news of it between browser and app. Outside the app, so that a build that
// cannot start can still be replaced by one that can.
//
// To the app:    event "kuayu:update" on window, when a newer version lies ready (or another tab already took it).
//                document.documentElement.dataset.update = "ready" tells the same to whoever comes later.
// From the app:  event "kuayu:take-update" on window: the student agreed; switch and reload.
//                event "kuayu:catalog-accepted" with the text as detail: keep this programs.json for use offline.
(function () {
  "use strict";
  const container = navigator.serviceWorker;
  if (!container) return; // http without TLS, or a private window: the app works, only not offline
  /** How often a tab that stays open asks for a newer version. Milliseconds. */
  const CHECK_EVERY = 60 * 60 * 1000;
  let taking = false;
  const hadController = Boolean(container.controller);

  function announce() {
    document.documentElement.dataset.update = "ready";
    window.dispatchEvent(new CustomEvent("kuayu:update"));
  }

  function watch(registration) {
    if (!registration) return; // some browsers and tools refuse without an error
    // Without a controller this is the first visit: nothing is being replaced.
    if (registration.waiting && container.controller) announce();
    registration.addEventListener("updatefound", () => {
      const worker = registration.installing;
      worker?.addEventListener("statechange", () => {
        if (worker.state === "installed" && container.controller) announce();
      });
    });
    let last = Date.now();
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "visible" || Date.now() - last < CHECK_EVERY) return;
      last = Date.now();
      registration.update().catch(() => {}); // offline
    });
  }

  container.addEventListener("controllerchange", () => {
    if (taking) location.reload();
    // Another tab took the new version. This one goes on with the old files and may reload when it suits.
    else if (hadController) announce();
  });

  window.addEventListener("kuayu:take-update", async () => {
    const registration = await container.getRegistration();
    if (!registration?.waiting) return location.reload();
    taking = true;
    registration.waiting.postMessage({ type: "SKIP_WAITING" });
  });

  window.addEventListener("kuayu:catalog-accepted", async (event) => {
    const registration = await container.ready;
    registration.active?.postMessage({ type: "KEEP_CATALOG", text: event.detail });
  });

  // After the page's own load: the first visit belongs to the page.
  const register = () => container.register("sw.js", { updateViaCache: "none" }).then(watch, (error) => console.warn("offline use is not available:", error));
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register);
})();
