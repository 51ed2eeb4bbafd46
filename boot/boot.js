// Watches over the start of the app and over its end. Runs before everything else, knows nothing of the app itself, and
// is written in old syntax: it must also run where the app cannot.
//
// - A first visitor reads what this is while the program is on its way, which program.js asks for.
// - Browser or host do not let the app run (too old, a policy, a frame, a file): says which, and starts nothing.
// - Something of its own did not load: says so, offers to retry. What others put into the page (the browsers inside other
//   apps do) is none of its business.
// - The app started: the static shell goes, and so does what was said meanwhile.
// - The app stopped (a panic, or any trap of the WebAssembly module): nothing more is stored, and the page is loaded anew
//   by itself, once. Where it stops again soon, says so with the message, offers to export what is stored and to reload.
(function () {
  "use strict";
  /** Longer than the slowest network on which waiting still makes sense. Milliseconds. */
  var PATIENCE = 45000;
  /** Longer than the rest of the page takes to come once this script has run. Milliseconds. */
  var WHOLE = 6000;
  /** Every storage key of the app begins so. Other apps of the same origin use the same storage. */
  var STORAGE_PREFIX = "kuayu";
  /** Where this tab notes, for as long as it is open, the stop after which it was last loaded anew by itself. */
  var RESTARTED = STORAGE_PREFIX + ".restarted";
  // Stands in the page only where it is shown: checkers take the first link of a page for its first place to go. Made
  // now, as a page that has stopped may make no more elements.
  var address = document.createElement("a");
  address.target = "_blank";
  address.rel = "noreferrer";
  /** After a stop sooner than this since that one, the student is asked. Milliseconds. */
  var SOON = 10 * 60 * 1000;
  /**
   * A module with what the program has of WebAssembly's newer parts: references in a signature and a table that grows,
   * two results, copied memory, bytes with a sign, numbers cut to whole ones.
   */
  var PROGRAM = [0, 97, 115, 109, 1, 0, 0, 0, 1, 12, 2, 96, 1, 111, 2, 127, 127, 96, 0, 2, 127, 127, 3, 2, 1, 0, 4, 4, 1,
    111, 0, 1, 5, 3, 1, 0, 1, 10, 29, 1, 27, 0, 65, 0, 65, 0, 65, 0, 252, 10, 0, 0, 32, 0, 65, 1, 252, 15, 0, 192, 67, 0, 0,
    0, 0, 252, 0, 11];
  var root = document.documentElement;
  /** The folder of the site: what lies in it is the app's own. */
  var own = location.href.split(/[?#]/)[0].replace(/[^/]*$/, "");
  var started = false;
  /** The reason told, or "restart" where the page is about to be loaded anew. */
  var shown = "";
  /** What of the app's own a policy kept from loading. */
  var refused = "";
  /** Why the app is not started at all. */
  var why = null;
  /** What the panic said: a trap in its wake says only that there was one. */
  var said = "";

  function byId(id) {
    return document.getElementById(id);
  }

  /** Opens the dialog with the parts whose data-when names the reason. */
  function show(reason, details) {
    if (shown) return;
    var dialog = byId("boot-problem");
    if (!dialog) return document.readyState === "loading" ? whenParsed(function () { show(reason, details); }) : tooShort();
    shown = reason;
    var parts = dialog.querySelectorAll("[data-when]");
    for (var i = 0; i < parts.length; i++) {
      parts[i].hidden = (" " + parts[i].getAttribute("data-when") + " ").indexOf(" " + reason + " ") < 0;
    }
    byId("boot-details").textContent = details || "";
    byId("boot-retry").onclick = function () { location.reload(); };
    byId("boot-export").onclick = exportStored;
    byId("boot-reset").onclick = discardOfflineFiles;
    address.href = address.textContent = location.href;
    dialog.querySelector(".boot-address").appendChild(address);
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
  }

  /** The page ends too early: it stays as if it were loading, and scripts that wait for its end never run. */
  function tooShort() {
    if (started || why || shown || root.getAttribute("data-start") !== "yes") return;
    if (byId("boot-details")) return show("load", "the page ends too early");
    shown = "cut";
    var line = document.createElement("p");
    line.textContent = document.querySelector("meta[name=kuayu-cut]").content;
    root.appendChild(line);
  }

  /** Takes back what was said: the app is here after all, or has stopped, which nothing takes back. */
  function hide() {
    if (stopped()) return;
    var dialog = byId("boot-problem");
    if (shown && dialog && dialog.close) dialog.close();
    shown = "";
  }

  function stopped() {
    return shown === "panic" || shown === "restart";
  }

  function whenParsed(act) {
    document.addEventListener("readystatechange", function parsed() {
      document.removeEventListener("readystatechange", parsed);
      act();
    });
  }

  /** A file with everything the app stored, as it is: for the backup import, or for whoever mends the fault. */
  function exportStored() {
    var stored = {};
    for (var i = 0; i < localStorage.length; i++) {
      var key = localStorage.key(i);
      if (key.indexOf(STORAGE_PREFIX) === 0) stored[key] = localStorage.getItem(key);
    }
    var text = JSON.stringify({ app: "kuayu", kind: "rescue", stored: stored }, null, 2);
    // Where the browser lets the file fall, silently, there is still the text to copy.
    var box = byId("boot-stored");
    box.hidden = false;
    box.value = text;
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

  /** Whether an address or a stack names a script or program of the app. Offline use is not needed for the start. */
  function isOwn(text) {
    return String(text).split(own).some(function (part, at) { return at > 0 && /^(kuayu|start)-[^/\s]*\.(js|wasm)/.test(part); });
  }

  /** Something of the app's own failed. */
  function failed(error, fallback) {
    if (isTrap(error)) stop(describe(error));
    // What cannot run fails to load, too.
    else if (!started && !why) show(refused ? "host" : "load", [refused, describe(error, fallback)].filter(Boolean).join("\n"));
  }

  /** Something failed. Of others' mistakes only traps count: in a module without names nobody can say whose it is. */
  function heard(error, place, fallback) {
    if (isTrap(error) || isOwn(place) || isOwn(error && error.stack)) failed(error, fallback);
  }

  /** What is stored is whole: the browser replaces a text at once or not at all, and a stopped app replaces none. */
  function stop(details) {
    if (stopped()) return;
    hide();
    if (mayRestart(details)) {
      shown = "restart";
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
    if (target && target !== window && target.tagName) {
      // A missing icon is no reason to stop, nor is what others put here. A preload that fails is asked for again.
      var address = String(target.src || target.href);
      var style = target.rel === "stylesheet" && address.indexOf(own) === 0;
      if (style || (target.tagName === "SCRIPT" && isOwn(address))) failed("", address);
      return;
    }
    heard(event.error, event.filename, event.message);
  }, true);
  window.addEventListener("unhandledrejection", function (event) { heard(event.reason, "", "rejected"); });
  window.addEventListener("kuayu:failed", function (event) { failed(event.detail); });
  document.addEventListener("securitypolicyviolation", function (event) {
    if (event.disposition === "report" || String(event.blockedURI).indexOf(own) !== 0) return;
    refused = event.effectiveDirective + ": " + event.blockedURI;
    // Firefox tells of it after what failed by it.
    if (shown === "load") {
      hide();
      show("host", refused + "\n" + byId("boot-details").textContent);
    }
  });

  /** Why the app cannot run here, and what exactly; nothing where it can. */
  function obstacle() {
    var agent = navigator.userAgent;
    if (location.protocol === "file:") return ["file", location.href];
    if (window.origin === "null") return ["frame", location.href];
    if (typeof WebAssembly !== "object") return ["wasm", agent];
    // Dialogs, layers of styles, and modules: without them neither the program nor its pages are of any use.
    if (!("noModule" in document.createElement("script")) || !window.HTMLDialogElement || !window.CSSLayerBlockRule) return ["old", agent];
    try {
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
      document.createElement("template").innerHTML = "<p></p>";
    } catch (policy) {
      return ["host", String(policy)];
    }
    return WebAssembly.validate(new Uint8Array(PROGRAM)) ? null : ["old", agent];
  }

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
  root.setAttribute("data-visit", visit);
  if (window.isSecureContext === false) root.setAttribute("data-secure", "no");

  // Said by the app once its first page stands. Trunk's own event comes earlier, when the program is here.
  window.addEventListener("kuayu:started", function () {
    started = true;
    ["shell", "boot-missing"].forEach(function (id) {
      if (byId(id)) byId(id).remove();
    });
    hide();
    tellOfRestart();
  });

  // The app's panic hook tells the console, and the trap in its wake only that there was one.
  var tell = console.error;
  console.error = function (text) {
    if (!said && /^panicked at /.test(text)) said = text;
    tell.apply(console, arguments);
  };

  why = obstacle();
  if (why) show(why[0], why[1]);
  else {
    root.setAttribute("data-start", "yes");
    // Scripts that are asked for in the page have run by then.
    document.addEventListener("DOMContentLoaded", function () {
      if (root.getAttribute("data-start") === "yes") failed("", "start.js has not run, or the page ends before it");
    });
    setTimeout(tooShort, WHOLE);
    setTimeout(function () { if (!started) show("slow", "not started after " + PATIENCE / 1000 + " s"); }, PATIENCE);
  }
})();
