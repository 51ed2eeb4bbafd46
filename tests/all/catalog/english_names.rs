//! English names: the committed file against the other data files, every mistake in such a file with its place, and the
//! command that makes one from a table.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kuayu::catalog::{EnglishFile, EnglishNames, KnownNames, ProblemKind, check_english};
use kuayu::office::english;

const GOOD: &str = r#"{
"schema": 1,
"source": {"title":{"zh":"課程系統","en":"course system"},"url":"https://a.b"},
"as_of": "114-1",
"units": [
["土木系","Department of Civil Engineering"]
],
"courses": [
{"term": "114-1", "names": [
["1401032","Calculus"]
]},
{"term": null, "names": [
["1401033","Calculus"]
]}
]
}
"#;

fn committed() -> (String, EnglishFile) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/names/en.json");
    let text = fs::read_to_string(path).unwrap();
    let file = EnglishFile::read(&text).unwrap();
    (text, file)
}

/// The mistakes after a replacement, each with its line.
fn mistakes(from: &str, to: &str) -> Vec<(usize, ProblemKind)> {
    assert_eq!(GOOD.matches(from).count(), 1, "{from}");
    let text = GOOD.replace(from, to);
    let known = KnownNames { codes: ["1401032", "1401033"].into(), units: ["土木系", "建築系"].into() };
    let found = check_english(&text, &EnglishFile::read(&text).unwrap(), &known);
    found.into_iter().map(|problem| (problem.at.unwrap().line, problem.kind)).collect()
}

#[test]
fn every_mistake_has_its_place() {
    use ProblemKind::*;
    let code = |code: &str| code.to_owned();
    assert_eq!(mistakes("null", "null"), []);
    assert_eq!(mistakes(r#""1401032""#, r#""1401039""#), [(10, UnknownCode { code: code("1401039") })]);
    assert_eq!(mistakes(r#""1401033""#, r#""1401032""#), [(13, DuplicateCourse { code: code("1401032") })]);
    assert_eq!(mistakes(r#""1401033","Calculus""#, r#""1401033"," ""#), [(13, EmptyText)]);
    assert_eq!(mistakes(r#""term": "114-1""#, r#""term": "1141""#), [(9, BadTerm { text: code("1141") })]);
    assert_eq!(mistakes(r#""as_of": "114-1""#, r#""as_of": """#), [(4, BadTerm { text: String::new() })]);
    let unknown = UnknownUnit { name: code("土木糸"), suggestion: Some(code("土木系")) };
    assert_eq!(mistakes("土木系", "土木糸"), [(6, unknown)]);
    let twice = "[\"土木系\",\"Civil\"],\n[\"土木系\",\"Civil\"]";
    let row = r#"["土木系","Department of Civil Engineering"]"#;
    assert_eq!(mistakes(row, twice), [(7, DuplicateUnit { name: code("土木系") })]);
}

#[test]
fn the_committed_names() {
    let (text, file) = committed();
    // What the command writes: a table of the same names gives the same bytes.
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["code", "name_en", "term"]).unwrap();
    for (name, english) in &file.units {
        table.write_record([name, english, ""]).unwrap();
    }
    for of_term in &file.courses {
        for (code, english) in &of_term.names {
            table.write_record([code, english, of_term.term.as_deref().unwrap_or_default()]).unwrap();
        }
    }
    let made = english::read(&table.into_inner().unwrap(), &|_| None).unwrap();
    assert!(english::text(&made).unwrap() == text);
    // Nearly all courses of the programs have one, and every department that runs a program.
    let catalog =
        kuayu::catalog::read(&fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("programs.json")).unwrap())
            .unwrap();
    let names = EnglishNames::new(file);
    let listed = catalog.courses().filter(|(_, course)| course.school.is_none()).filter_map(|(_, c)| c.code.as_deref());
    let (all, named) =
        listed.fold((0, 0), |(all, named), code| (all + 1, named + usize::from(names.course(code).is_some())));
    assert!(named * 100 >= all * 85, "{named} of {all}");
    let unit = |name: &str| names.units.iter().any(|(chinese, _)| chinese == name);
    for program in catalog.editions().iter().flat_map(|edition| &edition.programs) {
        assert!(unit(&program.department), "{}", program.department);
    }
    let surveying = names.course("3401007").unwrap();
    assert_eq!((surveying.name.as_str(), surveying.translated), ("Surveying(I)", false));
    assert!(names.course("1401033").unwrap().translated);
}

fn kuayu(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kuayu")).args(args).current_dir(dir).output().unwrap()
}

fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("english").join(name);
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

#[test]
fn the_command_names_bad_rows_and_writes_nothing_then() {
    let dir = folder("command");
    fs::write(dir.join("names.csv"), "code,name_en,term\n1401032,Calculus,114-1\n1401033,-,114-1\n").unwrap();
    let args = ["catalog", "english-names", "--lang", "en", "--out", "en.json", "names.csv"];
    let done = kuayu(&dir, &args);
    assert_eq!(done.status.code(), Some(1));
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(told.starts_with("names.csv row 3: `-` is no English name\n"), "{told}");
    assert!(!dir.join("en.json").exists());
    fs::write(dir.join("names.csv"), "code,name_en,term\n1401032,Calculus,114-1\n").unwrap();
    assert_eq!(kuayu(&dir, &args).status.code(), Some(0));
    let file = EnglishFile::read(&fs::read_to_string(dir.join("en.json")).unwrap()).unwrap();
    assert_eq!(file.courses[0].names, [("1401032".to_owned(), "Calculus".to_owned())]);
}

#[test]
fn check_compares_with_the_other_files() {
    let dir = folder("check");
    fs::write(dir.join("en.json"), GOOD.replace("1401033", "14O1033")).unwrap();
    let courses = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/courses.json");
    let both = ["check", "--lang", "en", "--courses", courses.to_str().unwrap(), "--names", "en.json"];
    let done = kuayu(&dir, &both);
    assert_eq!(done.status.code(), Some(1));
    let told = String::from_utf8(done.stderr).unwrap();
    assert!(told.starts_with("en.json:13:1: no data file has the course code 14O1033\n"), "{told}");
    // Alone there is nothing to compare with.
    let alone = kuayu(&dir, &["check", "--lang", "en", "--names", "en.json"]);
    assert_eq!(alone.status.code(), Some(0));
    assert!(String::from_utf8(alone.stdout).unwrap().contains("English names of 2 courses (1 of them"));
}
