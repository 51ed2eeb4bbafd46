// What browsers do beside showing the page: translate it, offer to install it, be sent here by another app. Words in
// index.html.
//
// To the app:    event "kuayu:installable" on window, when the page can be put on the home screen.
//                document.documentElement.dataset.install = "ready" tells the same to whoever comes later.
// From the app:  event "kuayu:install" on window: ask the student, by the browser's own dialog.
// To the app:    event "kuayu:english" on window: speak English from now on.
(function () {
  "use strict";
  const root = document.documentElement;
  let offer;

  window.addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault(); // asked for in Settings, not in the middle of something
    offer = event;
    root.dataset.install = "ready";
    window.dispatchEvent(new Event("kuayu:installable"));
  });
  window.addEventListener("kuayu:install", () => offer?.prompt().catch(() => {}));

  // The query by which LINE was asked to open its links here has done its work.
  if (/[?&]openExternalBrowser=1/.test(location.search) && !/ Line\//.test(navigator.userAgent)) {
    history.replaceState(history.state, "", location.pathname + location.hash);
  }

  // A translation puts texts of its own in place of the app's, which then no longer follow what is ticked. Chromium and
  // Google's own mark the page with a class, Edge its texts with attributes, and most wrap texts in an element that this
  // page never has.
  const hint = document.getElementById("boot-translated");
  const isTranslated = () => /\btranslated-/.test(root.className) || document.querySelector("font, [_msttexthash]");
  const look = () => {
    if (!isTranslated()) return;
    hint.hidden = false;
    watch.disconnect();
    clearInterval(often);
  };
  const watch = new MutationObserver(look);
  watch.observe(root, { attributes: true });
  const often = setInterval(look, 3000);
  hint.querySelector("button").addEventListener("click", () => {
    window.dispatchEvent(new Event("kuayu:english"));
    location.reload();
  });
})();
