// Starts the program, once boot.js has seen that this browser and this host let it. A script of its own, because one
// written into the page would need its hash in the policy, which a host that rewrites pages breaks; and asked for while
// running, because what fails then is told everywhere, while WebKit keeps a waiting module's failure to itself.
//
// To boot.js:  event "kuayu:failed" on window, with the reason as detail.
const [script, program] = document.querySelector("meta[name=kuayu-app]").content.split(" ");
const told = (reason) => window.dispatchEvent(new CustomEvent("kuayu:failed", { detail: reason }));
// Without boot.js nobody would take the shell away, or tell of a failure: style sheets tell of that.
const { dataset } = document.documentElement;
/** How long to wait before the script is asked for a second time. Milliseconds. */
const PAUSE = 300;
if (dataset.start === "yes") {
  dataset.start = "begun";
  const module = window.kuayuModule(program);
  // Once in a thousand starts or more, a browser's own service worker does not answer: the next question is answered. It
  // is put in other words, because Firefox asks no more for an address that failed, as long as the page stands.
  const again = () => new Promise((resolve) => setTimeout(resolve, PAUSE)).then(() => import(`${script}?again`));
  import(script).catch(again).then((app) => app.default({ module_or_path: module })).catch(told);
  module.catch(() => {}); // told above
}
