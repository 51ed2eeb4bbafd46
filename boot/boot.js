// Watches over the start of the app and over its end. Runs before everything else, knows nothing of the app itself, and
// is written in old syntax: it must also run where the app cannot.
//
// - A first visitor reads what this is while the program is on its way; for others its second part is asked for at once.
// - The app started: the static shell goes.
// - Something did not load, or WebAssembly or modules are missing: says which, offers to retry.
// - The app stopped (a panic, or any trap of the WebAssembly module): nothing more is stored, and the page is loaded anew
//   by itself, once. Where it stops again soon, says so with the message, offers to export what is stored and to reload.
(function () {
  "use strict";
  /** Longer than the slowest network on which waiting still makes sense. Milliseconds. */
  var PATIENCE = 45000;
  /** Every storage key of the app begins so. Other apps of the same origin use the same storage. */
  var STORAGE_PREFIX = "kuayu";
  /** Where this tab notes, for as long as it is open, the stop after which it was last loaded anew by itself. */
  var RESTARTED = STORAGE_PREFIX + ".restarted";
  /** After a stop sooner than this since that one, the student is asked. Milliseconds. */
  var SOON = 10 * 60 * 1000;
  var started = false;
  var shown = false;
  /** What the panic said: a trap in its wake says only that there was one. */
  var said = "";

  function byId(id) {
    return document.getElementById(id);
  }

  /** Opens the dialog with the parts whose data-when names the reason. */
  function show(reason, details) {
    if (shown) return;
    var dialog = byId("boot-problem");
    if (!dialog) {
      document.addEventListener("DOMContentLoaded", function () { show(reason, details); });
      return;
    }
    shown = true;
    var parts = dialog.querySelectorAll("[data-when]");
    for (var i = 0; i < parts.length; i++) {
      parts[i].hidden = (" " + parts[i].getAttribute("data-when") + " ").indexOf(" " + reason + " ") < 0;
    }
    byId("boot-details").textContent = details || "";
    byId("boot-retry").onclick = function () { location.reload(); };
    byId("boot-export").onclick = exportStored;
    byId("boot-reset").onclick = discardOfflineFiles;
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
  }

  /** A file with everything the app stored, as it is: for the backup import, or for whoever mends the fault. */
  function exportStored() {
    var stored = {};
    for (var i = 0; i < localStorage.length; i++) {
      var key = localStorage.key(i);
      if (key.indexOf(STORAGE_PREFIX) === 0) stored[key] = localStorage.getItem(key);
    }
    var text = JSON.stringify({ app: "kuayu", kind: "rescue", stored: stored }, null, 2);
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = "kuayu-rescue.json";
    link.click();
  }

  /** Offline files may be what is broken. What the student entered lies elsewhere and stays. */
  function discardOfflineFiles() {
    var work = [];
    var scope = new URL("./", location.href).href;
    if (navigator.serviceWorker) {
      work.push(navigator.serviceWorker.getRegistrations().then(function (all) {
        return Promise.all(all.filter(function (r) { return r.scope === scope; }).map(function (r) { return r.unregister(); }));
      }));
    }
    if (window.caches) {
      var prefix = "kuayu " + new URL(scope).pathname + " ";
      work.push(caches.keys().then(function (names) {
        return Promise.all(names.filter(function (n) { return n.indexOf(prefix) === 0; }).map(function (n) { return caches.delete(n); }));
      }));
    }
    var reload = function () { location.reload(); };
    Promise.all(work).then(reload, reload);
  }

  /** Errors in which a WebAssembly module ends. A stack that has run out is a RangeError, like many an honest one. */
  function isTrap(error) {
    if (typeof WebAssembly !== "object" || !error) return false;
    return error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /wasm/.test(error.stack));
  }

  /** Message and stack. Chromium's stacks begin with the message, those of others have only places. */
  function describe(error, fallback) {
    var text = String(error || fallback);
    var stack = String((error && error.stack) || "");
    return [said, stack.indexOf(text) < 0 ? text : "", stack].filter(Boolean).join("\n");
  }

  function onFailure(error, fallback) {
    if (isTrap(error)) stop(describe(error));
    // Before the start every failure is fatal. Afterwards an ordinary script error (an extension's, say) is not.
    else if (!started) show("load", describe(error, fallback));
  }

  /** What is stored is whole: the browser replaces a text at once or not at all, and a stopped app replaces none. */
  function stop(details) {
    if (shown) return;
    if (mayRestart(details)) {
      shown = true;
      location.reload();
    } else show("panic", details);
    Storage.prototype.setItem = Storage.prototype.removeItem = Storage.prototype.clear = function () {};
  }

  /** Whether this page may be loaded anew by itself; notes that it will be, so that it cannot go round in circles. */
  function mayRestart(details) {
    // Without its own files the page would not come back.
    if (navigator.onLine === false && !(navigator.serviceWorker && navigator.serviceWorker.controller)) return false;
    try {
      var last = JSON.parse(sessionStorage.getItem(RESTARTED));
      if (last && Math.abs(Date.now() - last.at) < SOON) return false;
      sessionStorage.setItem(RESTARTED, JSON.stringify({ at: Date.now(), used: started, details: details }));
      return true;
    } catch (blocked) {
      return false;
    }
  }

  /** Where somebody saw the page go and come back, a line says why, once. */
  function tellOfRestart() {
    try {
      var last = JSON.parse(sessionStorage.getItem(RESTARTED));
      if (!last || !last.used) return;
      last.used = false;
      sessionStorage.setItem(RESTARTED, JSON.stringify(last));
      byId("boot-restarted").hidden = false;
    } catch (blocked) { /* then it was not loaded anew by itself */ }
  }

  // Capturing: a script or style sheet that does not load tells only its own element.
  window.addEventListener("error", function (event) {
    var target = event.target;
    if (target && target !== window && (target.tagName === "SCRIPT" || target.tagName === "LINK")) {
      // A missing icon is no reason to stop. A preload that fails is asked for again by whoever needs it.
      var vital = target.tagName === "SCRIPT" || target.rel === "stylesheet";
      if (vital && !started) show("load", target.src || target.href || "inline script");
      return;
    }
    onFailure(event.error, event.message);
  }, true);
  window.addEventListener("unhandledrejection", function (event) { onFailure(event.reason, "rejected"); });

  /** The language that the app will choose for a first visitor on its first page; "" for everybody else. */
  function firstVisit() {
    if (!/^(#\/?)?$/.test(location.hash)) return "";
    try {
      for (var i = 0; i < localStorage.length; i++) if (localStorage.key(i).indexOf(STORAGE_PREFIX) === 0) return "";
    } catch (blocked) { /* then nothing is stored */ }
    var languages = navigator.languages || [];
    for (var j = 0; j < languages.length; j++) {
      if (/^zh/.test(languages[j])) return "zh";
      if (/^en/.test(languages[j])) return "en";
    }
    return languages.length ? "en" : "zh";
  }
  var visit = firstVisit();
  document.documentElement.setAttribute("data-visit", visit);
  // Who comes back, or comes for another page, needs all of the program at once: asked for beside its first part.
  if (!visit) {
    preload(document.querySelector("meta[name=kuayu-later]").content);
    preload("programs.json");
  }

  /** In the mode of the app's own request, or it would be fetched twice. */
  function preload(address) {
    if (!address) return; // a build in one part
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "fetch";
    link.crossOrigin = "anonymous";
    link.href = address;
    document.head.appendChild(link);
  }

  // Said by the app once its first page stands. Trunk's own event comes earlier, when the program is here.
  window.addEventListener("kuayu:started", function () {
    started = true;
    var shell = byId("shell");
    if (shell) shell.remove();
    tellOfRestart();
  });

  // The app's panic hook tells the console, and the trap in its wake only that there was one.
  var tell = console.error;
  console.error = function (text) {
    if (!said && /^panicked at /.test(text)) said = text;
    tell.apply(console, arguments);
  };

  if (typeof WebAssembly !== "object") show("wasm", "no WebAssembly");
  else if (!("noModule" in document.createElement("script"))) show("module", navigator.userAgent);
  else setTimeout(function () { if (!started) show("load", "not started after " + PATIENCE / 1000 + " s"); }, PATIENCE);
})();
