//! What must stay true of the source as a whole, whoever edits it. Each failure names the file and the line.

use kuayu::rules::Kind;
use std::fs;
use std::path::Path;

use crate::support::sources::{files, none};

/// No file is longer, so that one file stays one idea.
const MOST_LINES: usize = 400;

/// Where the browser, the clock and the command line may be named.
const FACES: [&str; 5] = ["src/platform", "src/ui", "src/cli", "src/bin", "src/main.rs"];

/// All Rust files under a folder of the package, as (path from the package, text).
fn sources(folder: &str) -> Vec<(String, String)> {
    files(folder, "rs")
}

fn is_face(name: &str) -> bool {
    FACES.iter().any(|face| name == *face || name == format!("{face}.rs") || name.starts_with(&format!("{face}/")))
}

/// Lines that are code, numbered from 1.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn the_domain_names_no_browser_and_no_clock() {
    let forbidden = ["web_sys", "js_sys", "gloo_", "leptos", "wasm_bindgen", "SystemTime", "time::Instant"];
    let mut complaints = Vec::new();
    for (name, text) in sources("src").iter().filter(|(name, _)| !is_face(name)) {
        for (at, line) in code(text) {
            complaints.extend(forbidden.iter().filter(|f| line.contains(**f)).map(|f| format!("{name}:{at}: {f}")));
        }
    }
    none(complaints);
}

#[test]
fn sentences_stand_only_in_i18n() {
    let mut complaints = Vec::new();
    let speaks = |name: &str| name.starts_with("src/i18n");
    for (name, text) in sources("src").iter().filter(|(name, _)| !speaks(name)) {
        // A mark after a Chinese character ends a sentence; alone it is only something to look for in what is read.
        let ended = |line: &str| {
            let mut pairs = line.chars().zip(line.chars().skip(1));
            pairs.any(|(before, mark)| ('一'..='鿿').contains(&before) && matches!(mark, '。' | '？' | '！'))
        };
        complaints.extend(code(text).filter(|(_, line)| ended(line)).map(|(at, line)| format!("{name}:{at}: {line}")));
    }
    none(complaints);
}

/// Chinese in the faces is data: names that the catalog has, too. Everything else that they say is said by `src/i18n`.
#[test]
fn the_faces_say_nothing_of_their_own() {
    let names = ["微學程", "土木系", "電子系"];
    let mut complaints = Vec::new();
    for (name, text) in sources("src/ui").into_iter().chain(sources("src/cli")) {
        // The demo student's courses.
        if name == "src/ui/pages/demo.rs" {
            continue;
        }
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
        for (at, line) in code(text) {
            let said = names.iter().fold(line.to_owned(), |line, name| line.replace(name, ""));
            let said = said.split("//").next().unwrap();
            if said.chars().any(|c| ('一'..='鿿').contains(&c)) {
                complaints.push(format!("{name}:{at}: {line}"));
            }
            // What differs by language is a sentence, whatever is in it.
            if line.contains("Lang::En =>") || line.contains("Lang::En, ") && line.contains("=>") {
                complaints.push(format!("{name}:{at}: {line}"));
            }
        }
    }
    none(complaints);
}

#[test]
fn files_stay_short() {
    let mut complaints = Vec::new();
    for (name, text) in sources("src").into_iter().chain(sources("readers")).chain(sources("tests")) {
        let lines = text.lines().count();
        if lines > MOST_LINES {
            complaints.push(format!("{name}: {lines} lines, at most {MOST_LINES}"));
        }
    }
    none(complaints);
}

#[test]
fn every_kind_of_restriction_is_explained() {
    let mut complaints = Vec::new();
    let is_kind = |path: &str| Kind::NAMES.iter().any(|kind| path == format!("src/rules/{kind}.rs"));
    for (name, text) in sources("src/rules").into_iter().filter(|(path, _)| is_kind(path)) {
        for heading in ["//! What it does: ", "//! Why: ", "//! Example:"] {
            if !text.contains(heading) {
                complaints.push(format!("{name} lacks `{heading}`"));
            }
        }
    }
    none(complaints);
}

#[test]
fn nothing_is_left_for_later() {
    // Put together here, so that this file does not name them.
    let marks = ["TO", "FIX", "XX"].iter().zip(["DO", "ME", "X"]).map(|(a, b)| format!("{a}{b}")).collect::<Vec<_>>();
    let mut complaints = Vec::new();
    for (name, text) in sources("src").into_iter().chain(sources("readers")).chain(sources("tests")) {
        for (at, line) in text.lines().enumerate() {
            complaints.extend(marks.iter().filter(|m| line.contains(*m)).map(|m| format!("{name}:{}: {m}", at + 1)));
        }
    }
    none(complaints);
}

#[test]
fn the_static_shell_says_what_the_app_says() {
    use kuayu::i18n::{Home, Lang};
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap();
    for (lang, part) in [(Lang::ZhTw, "data-first=\"zh\""), (Lang::En, "data-first=\"en\"")] {
        let (_, after) = page.split_once(part).unwrap();
        let (hero, _) = after.split_once("</div>").unwrap();
        let words = Home::of(lang);
        for sentence in [words.hero, words.lead, words.private, words.offline] {
            assert!(hero.contains(sentence), "index.html, {part}: {sentence}");
        }
    }
}

/// Browser tests wait for conditions, and only one file of theirs knows how the app stores.
#[test]
fn browser_tests_neither_sleep_nor_know_the_storage() {
    let mut complaints = Vec::new();
    for (name, text) in files("tests/e2e", "mjs").into_iter().filter(|(name, _)| !name.ends_with("/stored.mjs")) {
        // Polls, `letPass` (which is told why time has to pass), and a host that is slow on purpose.
        let may_wait = ["/lib.mjs", "/webkit/driver.mjs", "/server.mjs"].iter().any(|file| name.ends_with(file));
        for (at, line) in code(&text) {
            let sleeps = line.contains("new Promise(") && line.contains("=> setTimeout(");
            let frame = line.contains("requestAnimationFrame");
            if line.contains("waitForTimeout") || sleeps && !may_wait && !frame {
                complaints.push(format!("{name}:{at}: waits for time, not for a condition: {}", line.trim()));
            }
            // What other apps store may be written anywhere.
            let touches = |rest: &str| {
                let key = [".setItem(", ".getItem("].iter().find_map(|call| rest.strip_prefix(call));
                rest.starts_with('[') || key.is_some_and(|key| !key.starts_with('"') || key.starts_with("\"kuayu."))
            };
            if line.split("localStorage").skip(1).any(touches) {
                complaints.push(format!("{name}:{at}: stored.mjs reads and writes the storage: {}", line.trim()));
            }
        }
    }
    none(complaints);
}
