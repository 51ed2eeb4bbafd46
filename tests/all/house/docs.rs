//! Every command that the guides show is run, in the order of each guide, and every command is in the help.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::support::sources::files;

/// A standard as the course system shows one, invented.
const PAGE: &str = "<p>116 學年度入學 微學程 【綠建築微學程】 課程科目表</p><table>\
<tr><th>類別</th><th>課程編碼</th><th>課程名稱</th><th>學分</th><th>備註</th></tr>\
<tr><td>★</td><td>3401007</td><td>測量學(一)</td><td>9.0</td><td>基礎</td></tr>\
<tr><td>★</td><td>99A0001</td><td>示範綠建築</td><td>9.0</td><td>核心</td></tr>\
<tr><td>★</td><td>99A0002</td><td>示範專題</td><td>9.0</td><td>總整</td></tr>\
<tr><td colspan=5>至少修畢10學分。</td></tr></table>";

/// A transcript, invented.
const TRANSCRIPT: &str = "課程編碼,課程名稱,學分,成績,學期\n3901416,綠建築概論,2,90,113-2\n";

/// A table of all courses, invented.
const TERMS: &str = "code,name,credits,unit,terms,levels\n99A0001,示範綠建築,3.0,示範系,114-1 115-1,大學部\n";

/// The curriculum of 電子系 that is shipped, as the course system shows one, with an invented course more.
fn curriculum_page() -> String {
    use kuayu::catalog::Curricula;
    let text = fs::read_to_string(root().join("public/curricula/115.json")).unwrap();
    let catalog = kuayu::catalog::read(&fs::read_to_string(root().join("programs.json")).unwrap()).unwrap();
    let group = Curricula::read(&text).unwrap().group("電子系", &catalog).unwrap();
    let mut page =
        "<h3>115 學年度入學 四技 電子系 課程科目表</h3><table border=1><tr><th>學年<th>學期<th>類別<th>課程編碼\
                    <th>課程名稱<th>學分<th>時數<th>階段別<th>群組編號<th>備註"
            .to_owned();
    for row in group.rows() {
        let code = row.code.as_deref().unwrap_or_default();
        let (sign, name, credits) = (row.symbol.sign(), &row.name, row.credits);
        page += &format!("<tr><td>{}<td>{}<td>{sign}<td>{code}<td>{name}", row.year, row.semester);
        page += &format!("<td>{credits}<td>3<td>{}<td><td>", row.stage);
    }
    page + "<tr><td>4<td>2<td>★<td>99A0001<td>示範綠建築<td>3.0#<td>3<td>1<td><td></table>"
}

/// A table of English names.
const NAMES: &str = "code,name_en,term\n3401007,Surveying(I),113-1\n土木系,Department of Civil Engineering,\n";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder with everything that the guides speak of.
fn desk(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("guides").join(name);
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(dir.join("public/curricula")).unwrap();
    fs::create_dir_all(dir.join("public/names")).unwrap();
    fs::create_dir_all(dir.join("public/classes")).unwrap();
    fs::create_dir_all(dir.join("transcripts")).unwrap();
    for (from, to) in [
        ("programs.json", "programs.json"),
        ("programs.json", "old.json"),
        ("public/courses.json", "public/courses.json"),
        ("public/curricula/112.json", "public/curricula/112.json"),
        ("public/curricula/113.json", "public/curricula/113.json"),
        ("public/curricula/114.json", "public/curricula/114.json"),
        ("public/curricula/115.json", "public/curricula/115.json"),
        ("public/names/en.json", "public/names/en.json"),
    ] {
        fs::copy(root().join(from), dir.join(to)).unwrap();
    }
    for file in fs::read_dir(root().join("public/classes")).unwrap() {
        let path = file.unwrap().path();
        fs::copy(&path, dir.join("public/classes").join(path.file_name().unwrap())).unwrap();
    }
    fs::write(dir.join("AVM.html"), PAGE).unwrap();
    fs::write(dir.join("電子系.html"), curriculum_page()).unwrap();
    fs::write(dir.join("terms.csv"), TERMS).unwrap();
    fs::write(dir.join("names.csv"), NAMES).unwrap();
    fs::write(dir.join("transcript.csv"), TRANSCRIPT).unwrap();
    fs::write(dir.join("transcripts/X1.csv"), TRANSCRIPT).unwrap();
    fs::write(dir.join("roster.csv"), "學號,系組,入學年度\nX1,土木系,112\n").unwrap();
    dir
}

/// Runs every line of a guide that is a command, and says how many there were.
fn run(guide: &str, dir: &Path) -> usize {
    let text = fs::read_to_string(root().join(guide)).unwrap();
    let mut block = false;
    let mut count = 0;
    for line in text.lines().map(str::trim) {
        block ^= line.starts_with("```");
        if block && line.starts_with("kuayu ") {
            let done = kuayu(line.split_whitespace().skip(1), dir);
            assert!(done.status.success(), "{guide}: {line}\n{}", String::from_utf8_lossy(&done.stderr));
            count += 1;
        }
    }
    count
}

fn kuayu<'a>(args: impl IntoIterator<Item = &'a str>, dir: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kuayu")).args(args).current_dir(dir).output().unwrap()
}

#[test]
fn the_guide_to_the_catalog() {
    let dir = desk("catalog");
    assert!(run("docs/catalog.md", &dir) >= 12);
    // The tables came back as they went out.
    assert!(fs::read(dir.join("programs.json")).unwrap() == fs::read(root().join("programs.json")).unwrap());
    assert!(fs::read_to_string(dir.join("proposal.json")).unwrap().contains("\"116-1\""));
    let curricula = |root: &Path, year| fs::read_to_string(root.join(format!("public/curricula/{year}.json"))).unwrap();
    // Lines that one year's file has and another has not; the commas between them do not matter.
    let more = |than: &Path, of: &Path, year| {
        let (less, more) = (curricula(than, year), curricula(of, year));
        let known: Vec<&str> = less.lines().map(|line| line.trim_end_matches(',')).collect();
        let lines = more.lines().map(|line| line.trim_end_matches(','));
        lines.filter(|line| !known.contains(line)).map(str::to_owned).collect::<Vec<_>>()
    };
    // One group got one course and a day of its own; the earlier years learn that a later one has the course.
    for year in 112..=114 {
        assert_eq!(more(root(), &dir, year), ["[\"99A0001\",\"示範綠建築\",115]"], "{year}");
        assert_eq!(more(&dir, root(), year), [""; 0], "{year}");
    }
    let head = "\"電子系\": {\"as_of\": \"2026-11-20\", \"credits\": null, \"courses\": [";
    assert_eq!(more(root(), &dir, 115), [head, "[\"★\",\"99A0001\",\"示範綠建築\",3,4,2,\"1\"]"]);
    assert_eq!(more(&dir, root(), 115).len(), 1, "the head without that day");
    assert!(fs::read_to_string(dir.join("public/courses.json")).unwrap().contains("\"as_of\": \"2026-07-24\""));
    assert!(
        fs::read_to_string(dir.join("public/names/en.json"))
            .unwrap()
            .ends_with("{\"term\": \"113-1\", \"names\": [\n[\"3401007\",\"Surveying(I)\"]\n]}\n]\n}\n")
    );
}

#[test]
fn the_guide_to_batches() {
    let dir = desk("batch");
    assert!(run("docs/batch.md", &dir) >= 4);
    assert!(fs::read_to_string(dir.join("results-115.csv")).unwrap().contains(",115-1,AZJ,"));
    let catalog = kuayu::catalog::read(&fs::read_to_string(root().join("programs.json")).unwrap()).unwrap();
    let sizes: Vec<usize> = catalog.editions().iter().map(|edition| edition.programs.len()).collect();
    assert!(sizes.contains(&fs::read_to_string(dir.join("results.jsonl")).unwrap().lines().count()));
    assert!(dir.join("results.problems.csv").is_file());
}

#[test]
fn the_guide_to_certainty() {
    assert!(run("docs/certainty.md", &desk("certainty")) >= 1);
}

#[test]
fn the_guide_to_hosting() {
    assert!(run("docs/hosting.md", &desk("hosting")) >= 1);
}

/// The counter's guide explains every answer in the words that the page and the tables use.
#[test]
fn the_guide_to_the_answers() {
    use kuayu::audit::{Answer, Closed, View};
    use kuayu::i18n::{Lang, badge};
    let guide = fs::read_to_string(root().join("docs/verdicts.md")).unwrap();
    for status in [
        Answer::Met,
        Answer::MetIfInProgress,
        Answer::MetIfPlanned,
        Answer::NotYet { missing: Vec::new(), reachable: true },
        Answer::NotYet { missing: Vec::new(), reachable: false },
        Answer::DependsOn { facts: Vec::new(), view: View::Passed },
        Answer::NotOpen(Closed::OwnProgram),
        Answer::NotRequired,
    ] {
        for lang in Lang::ALL {
            let row = format!("| {} | ", badge::status(lang, &status));
            assert!(guide.contains(&row), "docs/verdicts.md has no row that begins `{row}`");
        }
    }
}

/// What the developers' guide shows is what is compiled.
#[test]
fn the_guide_to_rules_shows_the_source() {
    let guide = fs::read_to_string(root().join("docs/adding-a-rule.md")).unwrap();
    let shown: Vec<&str> = guide.split("<!-- from: ").skip(1).collect();
    assert!(shown.len() >= 5);
    for part in shown {
        let (file, rest) = part.split_once(" -->\n```rust\n").unwrap();
        let (code, _) = rest.split_once("```").unwrap();
        let source = fs::read_to_string(root().join(file)).unwrap();
        assert!(source.contains(code), "{file} does not have:\n{code}");
    }
}

/// Marked words of the map: what stands between single backticks, outside of code blocks.
fn marked(text: &str) -> Vec<&str> {
    let prose = text.split("```").step_by(2);
    prose.flat_map(|part| part.split('`').skip(1).step_by(2)).collect()
}

/// The map stays small, and everything that it names is there: files, and the items that the two walks pass.
#[test]
fn the_map_is_short_and_true() {
    let map = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    assert!(map.len() <= 10_000, "{} bytes; the rest belongs into docs/", map.len());
    let folders = ["src/", "tests/", "boot/", "public/", "docs/", "xtask/"];
    let mut walked = 0;
    for path in marked(&map).into_iter().filter(|word| folders.iter().any(|folder| word.starts_with(folder))) {
        assert!(root().join(path).exists(), "ARCHITECTURE.md names {path}");
    }
    for (before, after) in map.match_indices("` (`").map(|(at, _)| map.split_at(at)) {
        let item = before.rsplit('`').next().unwrap();
        let file = after["` (`".len()..].split('`').next().unwrap();
        let source = fs::read_to_string(root().join(file)).unwrap();
        let is_there = ["fn", "struct", "macro_rules!"].iter().any(|sort| {
            let named = format!("{sort} {item}");
            source
                .split(&named)
                .skip(1)
                .any(|rest| rest.starts_with(|next: char| !next.is_alphanumeric() && next != '_'))
        });
        if item.starts_with("src/") || item.contains(['.', '{', ' ']) {
            continue;
        }
        assert!(is_there, "ARCHITECTURE.md: no {item} in {file}");
        walked += 1;
    }
    assert!(walked >= 20, "the walks name {walked} items");
}

/// Every address in the documents that names a file of this project leads to one.
#[test]
fn links_lead_somewhere() {
    let mut documents: Vec<PathBuf> = Vec::new();
    for folder in ["", "docs", "docs/decisions"] {
        let files = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        documents.extend(files.filter(|path| path.extension().is_some_and(|extension| extension == "md")));
    }
    assert!(documents.len() > 15);
    for document in documents {
        let text = fs::read_to_string(&document).unwrap();
        for target in text.split("](").skip(1).map(|rest| rest.split([')', '#']).next().unwrap()) {
            if !target.is_empty() && !target.contains("://") {
                let leads = document.parent().unwrap().join(target).exists();
                assert!(leads, "{}: {target}", document.display());
            }
        }
    }
}

/// What documents and comments say of the tests' files and of how to run some of them.
#[test]
fn tests_that_are_named_are_there() {
    let texts = ["md", "rs"].map(|kind| files("", kind)).concat();
    let tools = ["tools/hooks/pre-commit", "tools/transcripts/make.py", "fuzz/.gitignore"]
        .map(|file| (file.to_owned(), fs::read_to_string(root().join(file)).unwrap()));
    let asked = ["--test", " "].concat();
    let mut named = 0;
    for (file, text) in texts.iter().chain(&tools) {
        let ends = |c: char| !(c.is_alphanumeric() || "/._-".contains(c));
        for path in text.match_indices("tests/").map(|(at, _)| text[at..].split(ends).next().unwrap()) {
            let path = path.trim_end_matches('.');
            if path.ends_with(".rs") {
                assert!(root().join(path).is_file(), "{file} names {path}");
                named += 1;
            }
        }
        for rest in text.split(&asked).skip(1) {
            let target = rest.split_whitespace().next().unwrap().trim_matches(['`', '"', '.']);
            assert!(["all", "wasm"].contains(&target), "{file}: no test target {target}");
        }
    }
    assert!(named > 20, "{named} files of tests named");
}

#[test]
fn the_readme() {
    assert!(run("README.md", &desk("readme")) >= 4);
}

/// The names of the commands that a help lists.
fn listed(help: &str) -> Vec<&str> {
    let (_, list) = help.split_once("Commands:\n").unwrap();
    let lines = list.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("  "));
    lines.filter(|line| !line.starts_with(' ')).map(|line| line.split(' ').next().unwrap()).collect()
}

/// Each command of the help exists, takes the options that its help gives it, and each that exists is in the help.
#[test]
fn the_help_is_complete_and_true() {
    let dir = desk("help");
    let help = |args: &[&str]| {
        let told = kuayu(args.iter().copied().chain(["--help"]), &dir);
        assert!(told.status.success(), "{args:?} --help");
        String::from_utf8(told.stdout).unwrap()
    };
    let (all, tools) = (help(&[]), help(&["catalog"]));
    assert_eq!(listed(&all), ["advise", "audit", "batch", "catalog", "certify", "check", "import", "replay"]);
    let known = [
        "diff",
        "impact",
        "english-names",
        "import-standard",
        "import-curriculum",
        "curricula-to-csv",
        "curricula-from-csv",
        "classes-to-csv",
        "classes-from-csv",
        "renew-curricula",
        "courses",
        "to-csv",
        "from-csv",
    ];
    assert_eq!(listed(&tools), known);
    let single = listed(&all).into_iter().filter(|name| *name != "catalog").map(|name| vec![name]);
    let mut seen = 0;
    for name in single.chain(known.iter().map(|tool| vec!["catalog", *tool])) {
        let own = help(&name);
        // In Chinese first, then in English.
        let mut lines = own.lines();
        assert!(!lines.next().unwrap().is_ascii() && lines.next().unwrap().is_ascii(), "{name:?}: {own}");
        assert!(own.contains(&format!("Usage: kuayu {}", name.join(" "))), "{name:?}: {own}");
        let call = |more: &[&str]| {
            let done = kuayu(name.iter().copied().chain(more.iter().copied()), &dir);
            (done.status.code(), String::from_utf8(done.stderr).unwrap())
        };
        let (code, told) = call(&["--no-such-option"]);
        assert_eq!(code, Some(2), "{name:?}");
        assert!(told.contains("不認得 `--no-such-option`"), "{name:?}: {told}");
        let options = own.lines().filter_map(|line| line.trim_start().strip_prefix("--"));
        for option in options.map(|line| format!("--{}", line.split(' ').next().unwrap())) {
            // Whatever else is wrong, the option itself is known.
            let (_, told) = call(&[&option, "1", "--no-such-option"]);
            assert!(!told.contains(&format!("不認得 `{option}`")), "{name:?} {option}: {told}");
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen} options");
    assert_eq!(kuayu(["no-such-command"], &dir).status.code(), Some(2));
}
