// What does not run in which engine, and why: the reviewed list. `EXCEPTIONS=run` runs these tests all the same, and fails
// where one of them passes or does not exist any more: then it is to be struck out here.
//
//   engine -> test file -> name of a test, or "*" for the whole file -> reason

const PAPER = "the driver does not print, and shows no other medium";
const ASKED = "the driver closes and leaves pages without a question";
const FRAMES = "tests/e2e/webkit looks into no frame";
const UNTRIED = "said anew in words that WebKit can follow, and not seen passing in it yet";
const COLOURS = "the engine has no forced colours";

export const EXCEPTIONS = {
  firefox: {
    "plan.test.mjs": {
      "a course moves by dragging, as on a computer": "the protocol begins a drag in Firefox and never ends it: there is no drop",
    },
  },
  webkit: {
    "editor.test.mjs": {
      "leaving with something that is not saved is asked first": ASKED,
    },
    "hosts.test.mjs": {
      "a sandboxed frame that may run scripts and store nothing: says to open the page itself": FRAMES,
      "a sandboxed frame that may run none: says to open the page itself": FRAMES,
      "in another site's frame: where the data is, and a way to the page itself": FRAMES,
      "opened as a file: says that it must be on a web site": "files do not come through the proxy that watches pages",
    },
    "keyboard.test.mjs": {
      "first use by touch: taps counted, under a minute": "the driver has no fingers and grants no clipboard",
      "forced colours: progress and the present page are still to be told apart": COLOURS,
    },
    "office-says.test.mjs": {
      "a course in no list that the unit counts, and the question to it ready to send": "the driver grants no clipboard",
    },
    "office.test.mjs": {
      "review sheets of a list: a page each, with number, courses, grades and the signatures in order": PAPER,
    },
    "phones.test.mjs": {
      "on a phone no field has letters under 16 px, which would enlarge the page around it": "the driver has no fingers, by which the styles know a phone",
      "a reader's own colours: what was told by a background alone has an edge": COLOURS,
    },
    "plan.test.mjs": {
      "a course moves by dragging, as on a computer": "the driver's mouse drags nothing: WebKitGTK leaves that to the desktop",
    },
    "sheet.test.mjs": {
      "on paper: one A4 page, without menu and buttons, dark theme or not": PAPER,
      "AVH with fourteen counted courses is one page (zh-TW)": PAPER,
      "AVH with fourteen counted courses is one page (en-GB)": PAPER,
      "AV6 with fourteen counted courses is one page (en-GB)": PAPER,
      "AVD with fourteen counted courses is one page (zh-TW)": PAPER,
    },
    "start.test.mjs": {
      "says so when scripts are turned off": "without scripts the driver can ask nothing",
    },
    "stops.test.mjs": {
      "a stop at every start: two starts and no more, then the panel": UNTRIED,
      "without a network and without offline files: the panel, not the browser's own page of errors":
        "the network is gone behind a proxy, of which the browser knows nothing: it counts itself as online",
    },
    "storage.test.mjs": {
      "the browser is asked to keep the storage, once there is something to keep": UNTRIED,
    },
    "suggest.test.mjs": {
      "before unsent work goes with its tab, the browser asks": ASKED,
      "a link is opened from a message, a picture, the camera; without a reader of codes the page says what else there is":
        "the camera that the test makes up does not show in this engine; why is not known",
    },
  },
};
