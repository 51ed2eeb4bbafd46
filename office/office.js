// The office's page asks this, and this asks workers (office/worker.js): many students judged at once, each file read when
// its student's turn comes, nothing sent anywhere, everything forgotten with the tab or a reload.
//
// In the page: kuayuOffice, an object of functions that give promises. What is told is JSON, as office/src/answer.rs has it.
//
// `cargo xtask build` puts the names of the worker and of the page's styles here.
const WORKER = "office-worker.js";
const STYLES = "office.css";
/** How long one student may take. Milliseconds. */
const PATIENCE = 60000;
/** How often the page hears how far it is. Milliseconds. */
const EVERY = 100;
/** How many students' lines are unpacked at once. */
const UNPACKED = 64;
/** How much of a table is hashed at once. Bytes. */
const PIECE = 1 << 23;
/** Questions that a worker has at once: the files of the next are read while it answers. */
const AT_ONCE = 2;

(function () {
  "use strict";
  const here = document.currentScript.src;
  const build = document.querySelector('meta[name="kuayu-build"]')?.content ?? "";

  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = new URL(STYLES, here);
  document.head.append(styles);

  /** A worker that answers questions; stopped for good when its module stops. */
  function desk() {
    const worker = new Worker(new URL(`${WORKER}?v=${build}`, here));
    const open = new Map();
    let last = 0;
    let stopped = false;
    const stop = () => {
      stopped = true;
      worker.terminate();
      for (const resolve of open.values()) resolve({ trapped: true });
      open.clear();
    };
    worker.onmessage = ({ data }) => {
      open.get(data.id)?.(data);
      open.delete(data.id);
      if (data.trapped) stop();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      stop();
    };
    const ask = (request, blobs = []) =>
      new Promise((resolve) => {
        if (stopped) return resolve({ trapped: true });
        const id = (last += 1);
        open.set(id, resolve);
        worker.postMessage({ id, request, blobs }, blobs.filter((blob) => blob instanceof ArrayBuffer));
      });
    return { ask, stop, stopped: () => stopped };
  }

  let roster = null;
  /** The transcripts: a name, and a file or a place in a zip file. */
  let transcripts = [];
  let zips = [];
  let settings = {};
  /** The worker that answers for the page; while students are judged it judges, too. */
  let front = null;
  /** A promise of the next one. */
  let seating = null;
  /** How often catalog and roster were asked for: only the last time is answered with them. */
  let looks = 0;
  let students = [];
  let order = [];
  let rosterLines = null;
  let results = [];
  let running = null;

  /** The bytes of transcripts, as the worker takes them, and what to say of each. */
  async function filesOf(student) {
    const files = [];
    const blobs = [];
    for (const place of students[student].files) {
      const known = transcripts[place];
      if (!known) {
        files.push({ name: String(place), missing: "-" });
      } else if (known.blob) {
        // Read here: to hand a file to a worker takes the page's thread longer than to read it.
        const bytes = await known.blob.arrayBuffer().catch((error) => String(error.message || error));
        if (typeof bytes === "string") {
          files.push({ name: known.name, missing: bytes });
        } else {
          files.push({ name: known.name });
          blobs.push(bytes);
        }
      } else {
        const { answer, parts, trapped } = await known.zip.ask({ ask: "entry", at: known.at });
        if (trapped || answer.is !== "bytes") {
          files.push({ name: known.name, missing: answer?.why ?? "-" });
        } else {
          files.push({ name: known.name });
          blobs.push(parts[0]);
        }
      }
    }
    return { files, blobs };
  }

  /** A worker with catalog and roster; also what it said of both. */
  async function seated() {
    const one = desk();
    const opened = await one.ask({ ask: "open", ...settings });
    if (opened.trapped || opened.answer.is !== "opened") return { one, opened };
    const names = transcripts.map(({ name }) => name);
    const read = roster ? await one.ask({ ask: "roster", names }, [roster]) : undefined;
    return { one, opened, read };
  }

  /** The worker that answers for the page: a new one where it was stopped. */
  async function answering() {
    if (!front || front.stopped()) {
      seating ??= seated().then(({ one }) => {
        front = one;
        seating = null;
      });
      await seating;
    }
    return front;
  }

  function cancel() {
    running?.stop();
    running = null;
  }

  const isZip = (file) => /\.zip$/i.test(file.name);

  /** The files of what was dropped, folders opened; each with its path below the one folder that was dropped, if it was one. */
  async function filesIn(dropped) {
    const entries = Array.from(dropped.items, (item) => item.webkitGetAsEntry?.()).filter(Boolean);
    // A browser, or a page that drags files of its own, may know no folders; they are there during the event only.
    const plain = Array.from(dropped.files, (file) => ({ file, path: file.name }));
    if (entries.length === 0) return plain;
    const found = [];
    const walk = async (entry, path) => {
      if (entry.isFile) {
        const file = await new Promise((resolve) => entry.file(resolve, () => resolve(null)));
        if (file) found.push({ file, path: path + entry.name });
        return;
      }
      const reader = entry.createReader();
      for (let some; (some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])))).length > 0; ) {
        for (const one of some) await walk(one, `${path}${entry.name}/`);
      }
    };
    const one = entries.length === 1;
    for (const entry of entries) await walk(entry, "");
    // WebKit opens no file in this way that is not one of the disk.
    if (found.length === 0 && entries.every((entry) => entry.isFile)) return plain;
    return found.map(({ file, path }) => ({ file, path: one ? path.split("/").slice(path.includes("/") ? 1 : 0).join("/") : path }));
  }

  /** The lines of these results, unpacked, some at a time. */
  async function linesOf(some) {
    const there = some.filter(Boolean);
    const lines = [];
    const unpack = ({ lines, packed }) =>
      packed ? new Response(new Blob([lines]).stream().pipeThrough(new DecompressionStream("gzip"))).blob() : lines;
    for (let from = 0; from < there.length; from += UNPACKED) {
      lines.push(...(await Promise.all(there.slice(from, from + UNPACKED).map(unpack))));
    }
    return lines;
  }

  /** Gives a table to the worker piece by piece, to be hashed. */
  async function hashed(table, answers) {
    for (let from = 0; from < table.size; from += PIECE) {
      await (await answering()).ask({ ask: "hash", answers }, [table.slice(from, from + PIECE)]);
    }
  }

  let bencher = null;
  /** What changed the catalog that is edited since it was opened: done again in a new worker where one stops. */
  let journal = [];
  let made = [];
  /** The files that were taken last: questions about them are answered with the same files. */
  let takenLast = [];
  const asked = (event) => event.preventDefault();

  /** Asks the worker that holds the catalog; where it stops, a new one gets to where that one was. */
  async function bench(request, files) {
    if (request.wanted === "take") {
      if (files.length > 0) takenLast = files;
      files = takenLast;
    }
    const lasts = ["do", "take", "store"].includes(request.wanted);
    if (request.wanted === "open") {
      bencher?.stop();
      bencher = null;
    }
    bencher ??= desk();
    const said = await bencher.ask(request, files);
    const done = !said.trapped && said.answer.is !== "failed";
    if (done && request.wanted === "open") journal = [];
    if (done && (lasts || request.wanted === "open")) journal.push({ request, files });
    if (said.trapped || (request.wanted === "open" && !done)) {
      bencher.stop();
      bencher = desk();
      for (const before of journal) await bencher.ask(structuredClone(before.request), before.files);
    }
    return said;
  }

  window.kuayuOffice = {
    /** Takes transcripts and zip files, in place of those before. Gives how many there are and which zip files failed. */
    async transcripts(files) {
      const below = (file) => file.webkitRelativePath?.split("/").slice(1).join("/") || file.name;
      return this.take(files.map((file) => ({ file, path: below(file) })));
    },

    /** The same of what was dropped (a DataTransfer). */
    async dropped(data) {
      return this.take(await filesIn(data));
    },

    async take(files) {
      cancel();
      zips.forEach((zip) => zip.stop());
      [transcripts, zips] = [[], []];
      const failed = [];
      for (const { file, path: name } of files) {
        if (name.split("/").some((part) => /^[.~]/.test(part))) continue;
        if (!isZip(file)) {
          transcripts.push({ name, blob: file });
          continue;
        }
        const zip = desk();
        const { answer, trapped } = await zip.ask({ ask: "zip" }, [file]);
        if (trapped || answer.is !== "zip") {
          zip.stop();
          failed.push(file.name);
          continue;
        }
        zips.push(zip);
        answer.names.forEach((name, at) => transcripts.push({ name, zip, at }));
      }
      transcripts.sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
      return JSON.stringify({ count: transcripts.length, failed });
    },

    /** Reads catalog and roster; `wanted` is what `open` of office/src/ask.rs takes. Gives what both say. */
    async look(file, wanted) {
      cancel();
      front?.stop();
      if (file) roster = file;
      settings = JSON.parse(wanted);
      results = [];
      const turn = (looks += 1);
      const { one, opened, read } = await seated();
      if (turn !== looks) {
        one.stop();
        return JSON.stringify({ superseded: true });
      }
      front = one;
      const failed = [opened, read].find((said) => said && (said.trapped || said.answer.is === "failed"));
      if (failed) return JSON.stringify({ failed: failed.answer?.why ?? failed.why ?? "" });
      if (read) {
        ({ students, order } = read.answer);
        rosterLines = new Blob(read.parts);
      }
      return JSON.stringify({ opened: opened.answer, roster: read?.answer });
    },

    /** Judges all students; tells the page of those done, `[[place, judgement], ...]`. Gives whether it came to its end. */
    async run(tell) {
      cancel();
      results = students.map(() => null);
      const queue = [...order];
      const workers = new Set();
      let stopped = false;
      running = {
        stop() {
          stopped = true;
          workers.forEach((worker) => worker.stop());
        },
      };
      const mine = running;
      let news = [];
      const flush = () => {
        if (news.length > 0) tell(JSON.stringify(news.splice(0)));
      };
      const clock = setInterval(flush, EVERY);
      const done = (student, { answer, parts, packed }) => {
        const [lines, problems] = parts;
        // Bytes and not blobs: twenty thousand of these would keep the page's thread busy.
        results[student] = { lines, packed, problems, read: answer.read };
        delete answer.read;
        news.push([student, answer]);
      };
      /** A student's judgement; none where the worker stopped or took too long. */
      const judgedBy = async (one, student) => {
        const { files, blobs } = await filesOf(student);
        const late = setTimeout(() => one.stop(), PATIENCE);
        const said = await one.ask({ ask: "judge", student, files }, blobs);
        clearTimeout(late);
        return !said.trapped && said.answer.is === "judged" ? said : undefined;
      };
      /** Judges until nobody is left, with that worker or one of its own. Gives the worker that is left. */
      async function work(seat) {
        /** A new worker in the place of the one before; false where none can be had. */
        const sit = async () => {
          seat?.stop();
          workers.delete(seat);
          const { one, read } = await seated();
          seat = one;
          workers.add(seat);
          return !stopped && read?.answer?.is === "roster";
        };
        // A run that was stopped took it along.
        const sitsAlready = seat && !seat.stopped();
        if (sitsAlready) workers.add(seat);
        let sits = sitsAlready || (await sit());
        while (sits && !stopped && queue.length > 0) {
          const unsure = [];
          const judge = async () => {
            for (let student; !stopped && unsure.length === 0 && (student = queue.shift()) !== undefined; ) {
              const said = await judgedBy(seat, student);
              if (said) done(student, said);
              else unsure.push(student);
            }
          };
          await Promise.all(Array.from({ length: AT_ONCE }, judge));
          // One of them stopped the worker: asked alone, each shows whether it was they.
          for (const student of stopped ? [] : unsure) {
            sits = await sit();
            const said = sits && (await judgedBy(seat, student));
            if (said) {
              done(student, said);
              continue;
            }
            sits = await sit();
            if (!sits) break;
            done(student, await seat.ask({ ask: "crashed", student }));
          }
        }
        return seat;
      }
      const many = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 8, Math.ceil(order.length / 20)));
      const left = await Promise.all(Array.from({ length: many }, (_, at) => work(at === 0 ? front : undefined)));
      // Asked something meanwhile, the page may have another by now; stopped, it gets a new one when it asks.
      if (!stopped && front.stopped()) front = left[0];
      left.filter((worker) => stopped || worker !== front).forEach((worker) => worker.stop());
      clearInterval(clock);
      flush();
      if (running === mine) running = null;
      return String(!stopped && results.every(Boolean));
    },

    /** Ends a run. */
    async cancel() {
      cancel();
      return "";
    },

    /** Asks something about the catalog that is edited. Gives the answer; the bytes beside it wait for `made`. */
    async edit(text, files) {
      const request = JSON.parse(text);
      const { answer, parts, trapped } = await bench(request, files);
      if (trapped) return JSON.stringify({ is: "trapped" });
      if (parts.length > 0) made = parts.map((part) => new Blob([part]));
      return JSON.stringify(answer);
    },

    /** A file that came with an answer of `edit`. */
    async made(at) {
      return made[at] ?? null;
    },

    /** Whether leaving the page is asked first. */
    async hold(holds) {
      window[holds ? "addEventListener" : "removeEventListener"]("beforeunload", asked);
      return "";
    },

    /** One student in full. */
    async details(student) {
      const { files, blobs } = await filesOf(student);
      const { answer, trapped } = await (await answering()).ask({ ask: "details", student, files }, blobs);
      return trapped ? JSON.stringify({ is: "failed", why: "" }) : JSON.stringify(answer);
    },

    /** One student's review sheet of a program. */
    async sheet(student, program) {
      const { files, blobs } = await filesOf(student);
      const { answer, trapped } = await (await answering()).ask({ ask: "sheet", student, files, program }, blobs);
      return trapped ? JSON.stringify({ is: "failed", why: "" }) : JSON.stringify(answer);
    },

    /** The table of answers ("answers"), of problems ("problems"), or both as a workbook of these students and programs. */
    async table(kind, chosen) {
      const { students: of, programs } = chosen ? JSON.parse(chosen) : {};
      const worker = await answering();
      const { parts } = await worker.ask({ ask: "headings" });
      const all = (key) => results.filter(Boolean).map((result) => result[key]);
      const answers = async (some) => new Blob([parts[0], ...(await linesOf(some))], { type: "text/csv" });
      const problems = new Blob([parts[1], rosterLines, ...all("problems")], { type: "text/csv" });
      if (kind === "answers") return answers(results);
      if (kind === "problems") return problems;
      if (kind === "receipt") {
        await hashed(await answers(results), true);
        await hashed(problems, false);
        const transcripts = Object.fromEntries(all("read").flat());
        const made = await worker.ask({ ask: "receipt", build: build || null, transcripts });
        return made.trapped || made.answer.is !== "bytes" ? null : new Blob(made.parts, { type: "application/json" });
      }
      const some = await answers(of.map((student) => results[student]));
      const { answer, parts: made, trapped } = await worker.ask({ ask: "workbook", programs }, [some, problems]);
      if (trapped || answer.is !== "bytes") return null;
      return new Blob(made, { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" });
    },
  };
})();
