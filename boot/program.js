// Asks for the files of the program, as early as can be and as small as this browser takes them. In old syntax like
// boot.js, which runs before it and says in data-visit who comes.
//
// To start.js and the script between the parts:  window.kuayuModule(address), a promise of a module.
(function () {
  "use strict";
  // As links ask, or what a link asked for early is fetched a second time. WebKit takes what came by a link for no other
  // way of asking, whatever `crossorigin` the link has; Chromium and Firefox take it for this one as well.
  var AS_LINKS_ASK = { mode: "no-cors", credentials: "include" };
  var packing = smallest();
  preload(packed(document.querySelector("meta[name=kuayu-first]").content));
  // Who comes back, or comes for another page, needs what answers at once: asked for beside the program's first part.
  if (!document.documentElement.dataset.visit) {
    preload(packed(document.querySelector("meta[name=kuayu-later]").content));
    drawing().forEach(function (part) { preload(packed(part)); });
    preload("programs.json");
  }

  /** The files of the program's parts that draw the page asked for, where the second does not. */
  function drawing() {
    var page = /^#\/programs\/[^/]+\/sheet/.test(location.hash) ? "sheet" : (/^#\/(\w+)/.exec(location.hash) || ["", ""])[1];
    if (!page) return [];
    var parts = " " + document.querySelector("meta[name=kuayu-parts]").content;
    var own = new RegExp(" " + page + "=(\\S+)").exec(parts) || / other=(\S+)/.exec(parts);
    var common = / common=(\S+)/.exec(parts);
    return own && common ? [common[1], own[1]] : [];
  }

  /**
   * The smallest packing of the program's files that this browser can undo, as the end of the file's name and the
   * browser's word for it: many hosts send such files as large as they are.
   */
  function smallest() {
    if (!window.DecompressionStream) return undefined;
    return [["br", "brotli"], ["gz", "gzip"]].filter(function (packing) {
      try {
        return new DecompressionStream(packing[1]);
      } catch (unknown) {
        return false;
      }
    })[0];
  }

  /** Whether files come packed: what the service worker has lies there unpacked. */
  function arePacked() {
    return packing && !(navigator.serviceWorker && navigator.serviceWorker.controller);
  }

  /** The address of a file of the program, packed where that is of use. */
  function packed(address) {
    return address && arePacked() ? address + "." + packing[0] : address;
  }

  /** A packed answer of the host, unpacked, unless the host said that it is packed, and the browser has undone it. */
  function unpacked(response) {
    if (!response.ok) throw new Error(response.url + ": " + response.status);
    var reader = response.body.getReader();
    return reader.read().then(function (first) {
      var stream = new ReadableStream({
        start: function (to) { if (first.value) to.enqueue(first.value); },
        pull: function (to) {
          return reader.read().then(function (next) { return next.done ? to.close() : to.enqueue(next.value); });
        },
      });
      // Every module begins with a nought, and nothing that is packed does.
      if (!first.value || first.value[0] !== 0) stream = stream.pipeThrough(new DecompressionStream(packing[1]));
      return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
    });
  }

  /** A module from an answer that the host calls by its type, else when all of it is here. */
  function compiled(response) {
    if (!response.ok) throw new Error(response.url + ": " + response.status);
    if (/^application\/wasm/.test(response.headers.get("Content-Type"))) return WebAssembly.compileStreaming(response);
    return response.arrayBuffer().then(function (bytes) { return WebAssembly.compile(bytes); });
  }

  /**
   * A file of the program as a module, for start.js and the script between the parts. Where no packed one can be had, or is
   * none, the plain one is taken.
   */
  window.kuayuModule = function (address) {
    var plain = function () { return fetch(address, AS_LINKS_ASK).then(compiled); };
    if (!arePacked()) return plain();
    return fetch(packed(address), AS_LINKS_ASK).then(unpacked).then(compiled).catch(plain);
  };

  /** Asks for what will be fetched. */
  function preload(address) {
    if (!address) return; // a build in one part
    var link = document.createElement("link");
    link.rel = "preload";
    link.as = "fetch";
    link.href = address;
    document.head.appendChild(link);
  }
})();
