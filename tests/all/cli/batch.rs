//! `kuayu batch` as it is called: the same answers as `kuayu audit`, in the order of the roster, nothing left out in
//! silence.

#[path = "../../../xtask/src/invent.rs"]
#[allow(dead_code)]
mod invent;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use kuayu::catalog::document::Edition;
use kuayu::catalog::read;
use kuayu::hash::hash;
use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A fresh folder for one test.
fn folder(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("batch").join(name);
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(dir.join("transcripts")).unwrap();
    dir
}

fn kuayu(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_kuayu")).current_dir(root()).args(args).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// Invented students with their roster and transcripts.
fn students(dir: &Path, count: usize) {
    let years: Vec<String> =
        (112..=115).map(|y| fs::read_to_string(root().join(format!("public/curricula/{y}.json"))).unwrap()).collect();
    let years: Vec<&str> = years.iter().map(String::as_str).collect();
    let source = invent::Source::new(&fs::read_to_string(root().join("programs.json")).unwrap(), &years).unwrap();
    fs::write(dir.join("roster.csv"), source.roster(count)).unwrap();
    for number in 0..count {
        let (name, text) = source.transcript(number);
        fs::write(dir.join("transcripts").join(name), text).unwrap();
    }
}

fn batch(dir: &Path, more: &[&str]) -> Output {
    let (roster, transcripts) = (dir.join("roster.csv"), dir.join("transcripts"));
    let mut args = vec!["batch", "--roster", roster.to_str().unwrap(), transcripts.to_str().unwrap()];
    args.extend(more);
    kuayu(&args)
}

/// The edition of the shipped catalog that an answer names: which one it is goes by the day.
fn edition(id: &str) -> Edition {
    let text = fs::read_to_string(root().join("programs.json")).unwrap();
    read(&text).unwrap().edition(id).unwrap().clone()
}

/// Rows of a CSV answer without its headings.
fn rows(csv: &str) -> Vec<csv::StringRecord> {
    let csv = csv.strip_prefix('\u{feff}').unwrap();
    csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).collect()
}

#[test]
fn the_same_answers_as_audit() {
    let dir = folder("same");
    students(&dir, 12);
    let together = batch(&dir, &["--json", "--advice", "--lang", "en"]);
    let lines: Vec<Value> = stdout(&together).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let roster = fs::read_to_string(dir.join("roster.csv")).unwrap();
    let mut met = 0;
    for row in roster.lines().skip(1) {
        let [id, group, entry, _] = row.split(',').collect::<Vec<_>>().try_into().unwrap();
        let html = dir.join(format!("transcripts/{id}.html"));
        let file = if html.exists() { html } else { html.with_extension("csv") };
        let args = ["audit", "--json", "--advice", "--lang", "en", "--department", group, "--entry", entry];
        let alone = kuayu(&[&args[..], &[file.to_str().unwrap()]].concat());
        let alone: Value = serde_json::from_slice(&alone.stdout).unwrap();
        let mine: Vec<&Value> = lines.iter().filter(|line| line["student"] == id).collect();
        let programs = alone["programs"].as_array().unwrap();
        let edition = edition(alone["edition"].as_str().unwrap());
        assert_eq!((mine.len(), programs.len()), (edition.programs.len(), edition.programs.len()));
        assert_eq!(alone["standard_as_of"], edition.standard_as_of);
        assert_eq!(
            (&alone["kuayu"], alone["catalog"].as_str().unwrap().len()),
            (&env!("CARGO_PKG_VERSION").into(), 64)
        );
        assert_eq!(alone["curricula"], hash(&std::fs::read(format!("public/curricula/{entry}.json")).unwrap()));
        assert_eq!(alone["files"][file.to_str().unwrap()], hash(&std::fs::read(&file).unwrap()));
        assert_eq!(alone["curriculum_as_of"].as_str().unwrap().len(), 10);
        for (line, program) in mine.iter().zip(programs) {
            assert_eq!(line["profile"], alone["profile"]);
            for key in ["edition", "standard_as_of", "curriculum_as_of"] {
                assert_eq!(line[key], alone[key]);
            }
            let credits = &program["credits"];
            let parts = ["passed", "in_progress", "planned"].map(|view| credits[view].as_f64().unwrap());
            assert_eq!(parts.iter().sum::<f64>(), credits["counted"].as_f64().unwrap());
            assert!(program["exclusive_with"].is_array());
            for (key, value) in line.as_object().unwrap() {
                if !["student", "edition", "profile", "left_out", "standard_as_of", "curriculum_as_of"]
                    .contains(&key.as_str())
                {
                    assert_eq!(value, &program[key], "{id} {} {key}", program["code"]);
                }
            }
            met += usize::from(line["certificate"]["status"] == "met");
        }
    }
    assert!(met > 0, "some certificate is met");

    // Without advice everything else stays.
    let without = batch(&dir, &["--json", "--lang", "en"]);
    for (line, with) in stdout(&without).lines().zip(&lines) {
        let mut with = with.clone();
        with.as_object_mut().unwrap().retain(|key, _| key != "advice" && key != "rank");
        assert_eq!(serde_json::from_str::<Value>(line).unwrap(), with);
    }
}

#[test]
fn the_same_bytes_whatever_the_threads() {
    let dir = folder("threads");
    students(&dir, 30);
    let one = batch(&dir, &["--threads", "1", "--advice"]);
    let many = batch(&dir, &["--threads", "5", "--advice"]);
    assert!(one.stdout == many.stdout);
    assert_eq!(stderr(&one), stderr(&many));
    let students: Vec<String> = rows(stdout(&one)).iter().map(|row| row[0].to_owned()).collect();
    let programs = edition(&rows(stdout(&one))[0][3]).programs.len();
    let expected: Vec<String> = (0..30).flat_map(|number| std::iter::repeat_n(invent::id(number), programs)).collect();
    assert_eq!(students, expected, "the order of the roster");
}

const CODE: &str = "課程編碼,課程名稱,學分,成績,學期\n";

#[test]
fn bad_rows_and_files_are_told_and_skipped() {
    let dir = folder("bad");
    let transcripts = dir.join("transcripts");
    let roster = "學號,系組,入學年度,檔案\n1,土木系,112,\n2,土木糸,112,\n3,土木系,112,\n4,土木系,112,../roster.csv\n\
                  5,土木系,112,a.csv;missing.csv\n1,土木系,113,\n6,土木系,112,\n,土木系,112,\n7,,,\n";
    fs::write(dir.join("roster.csv"), roster).unwrap();
    fs::write(transcripts.join("1-first.csv"), format!("{CODE}3901416,綠建築概論,2,90,113-2\n,,2,90,113-2\n")).unwrap();
    fs::write(transcripts.join("1-second.csv"), format!("{CODE}3902019,建築物理(一),2,84,113-2\n")).unwrap();
    fs::write(transcripts.join("a.csv"), format!("{CODE}3901416,=綠建築概論,2,90,113-2\n")).unwrap();
    fs::write(transcripts.join("6.csv"), b"\xff\xd8\xff\xe0\x00\x10JFIF").unwrap();
    fs::write(transcripts.join("7.csv"), format!("{CODE}3901416,綠建築概論,2,90,113-2\n")).unwrap();
    fs::write(transcripts.join("9.csv"), CODE).unwrap();
    fs::write(transcripts.join("~lock.csv"), CODE).unwrap();
    let out = dir.join("results.csv");
    let answer = batch(&dir, &["--lang", "en", "--programs", "avm", "--out", out.to_str().unwrap()]);
    assert_eq!(answer.status.code(), Some(3), "{}", stderr(&answer));
    assert!(
        stderr(&answer).ends_with("3 students judged, 6 not judged, 13 problems and notes\n"),
        "{}",
        stderr(&answer)
    );

    let answers = rows(&fs::read_to_string(&out).unwrap());
    let told: Vec<_> = answers.iter().map(|row| (&row[0], &row[4], &row[12], &row[15])).collect();
    let one = "1 file or line left out; see the table of problems";
    assert_eq!(told, [("1", "AVM", "4", one), ("5", "AVM", "2", one), ("7", "AVM", "2", "")]);

    let problems = rows(&fs::read_to_string(dir.join("results.problems.csv")).unwrap());
    let told: Vec<String> = problems.iter().map(|row| row.iter().take(6).collect::<Vec<_>>().join("|")).collect();
    for expected in [
        "3|2|||not judged|no group is called `土木糸`",
        "7|1|||not judged|the student stands in row 2 already",
        "9||||not judged|no student number",
        "||9.csv||note|nobody in the roster has this file",
        "2|1|1-first.csv|3|left out|",
        "4|3|||not judged|no transcript could be used",
        "5|4|../roster.csv||left out|the file is not in the folder",
        "5|4|||not judged|no transcript could be used",
        "6|5|missing.csv||left out|cannot be opened: ",
        "8|6|6.csv||left out|",
        "8|6|||not judged|no transcript could be used",
        "10|7|||note|neither roster nor transcript says group and entry year",
    ] {
        assert!(told.iter().any(|line| line.starts_with(expected)), "{expected} in {told:#?}");
    }
    assert!(!told.iter().any(|line| line.contains("~lock")));

    // Nobody at all.
    fs::write(dir.join("roster.csv"), "學號\n8\n").unwrap();
    assert_eq!(batch(&dir, &[]).status.code(), Some(1));
    fs::write(dir.join("roster.csv"), "name\nsomebody\n").unwrap();
    let answer = batch(&dir, &[]);
    assert_eq!(answer.status.code(), Some(1));
    assert!(stderr(&answer).contains("名冊沒有「學號」這個欄名"));
    for wrong in [&["--programs", "NONE"][..], &["--threads", "0"], &["--edition", "99-1"], &["--roster", "none.csv"]] {
        assert_eq!(batch(&dir, wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(kuayu(&["batch", "--roster", "x"]).status.code(), Some(2));
}

#[test]
fn the_table_is_safe_to_open() {
    let dir = folder("safe");
    fs::write(dir.join("roster.csv"), "學號,系組,入學年度,檔案\n=1+1,土木系,112,a.csv\n0012,土木系,112,a.csv\n")
        .unwrap();
    fs::write(dir.join("transcripts/a.csv"), format!("{CODE}3901416,綠建築概論,2,90,113-2\n")).unwrap();
    let answer = batch(&dir, &["--advice"]);
    assert_eq!(answer.status.code(), Some(0), "{}", stderr(&answer));
    assert!(stdout(&answer).starts_with("\u{feff}學號,系組,") && stdout(&answer).contains("\r\n"));
    let rows = rows(stdout(&answer));
    let programs = edition(&rows[0][3]).programs.len();
    assert_eq!((&rows[0][0], &rows[programs][0], rows.len()), ("'=1+1", "'0012", 2 * programs));
    for cell in rows.iter().flat_map(csv::StringRecord::iter) {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
}

#[test]
fn a_students_own_backup_is_judged_by_what_offices_said_and_marked() {
    let dir = folder("own");
    let own = r#"{"app":"kuayu","kind":"backup","version":4,"profile":{"group":"土木系","entry":112,"degree":"bachelor"},
        "records":[{"code":"3901416","name":"綠建築概論","credits":2,"grade":{"score":90}}],
        "decisions":[{"program":"AVM","fact":{"fact":"counts","course":{"code":"3901416","name":"綠建築概論"}},"holds":false,"note":""}],
        "plans":[],"settings":{}}"#;
    fs::write(dir.join("transcripts/112310001.json"), own).unwrap();
    let plain = "課號,課名,學分,學期,成績\n3901416,綠建築概論,2,113-1,90\n";
    fs::write(dir.join("transcripts/112310002.csv"), plain).unwrap();
    fs::write(dir.join("transcripts/112310003.json"), own).unwrap();
    let roster = "學號,系組,入學年度,檔案\n112310001,土木系,112,112310001.json\n112310002,土木系,112,112310002.csv\n112310003,電子系,113,112310003.json\n";
    fs::write(dir.join("roster.csv"), roster).unwrap();
    let problems = dir.join("problems.csv");
    let output = batch(&dir, &["--programs", "AVM", "--problems", problems.to_str().unwrap()]);
    let rows = rows(stdout(&output));
    assert_eq!(rows.len(), 3, "{}", stderr(&output));
    // The backup of a student of another department and year is told, as a transcript's is.
    let told = fs::read_to_string(problems).unwrap();
    assert!(told.lines().any(|line| line.contains("112310003") && line.contains("土木系")), "{told}");
    let last = |at: usize| rows[at].iter().next_back().unwrap().to_owned();
    assert!(last(0).contains("綠建築概論") && last(0).contains("否"), "{}", last(0));
    assert_eq!(last(1), "");
}

#[test]
fn a_batch_is_made_again_from_its_receipt_and_what_is_another_is_named() {
    let dir = folder("receipt");
    students(&dir, 12);
    let path = |name: &str| dir.join(name).to_str().unwrap().to_owned();
    batch(&dir, &["--out", &path("results.csv"), "--lang", "en", "--programs", "AVM", "--advice"]);
    let receipt = fs::read_to_string(dir.join("results.receipt.json")).unwrap();
    let replay = || {
        kuayu(&[
            "replay",
            "--lang",
            "en",
            "--roster",
            &path("roster.csv"),
            &path("results.receipt.json"),
            &path("transcripts"),
        ])
    };
    let same = replay();
    assert_eq!(
        (same.status.code(), stdout(&same)),
        (Some(0), "made again, it is the same to the byte\n"),
        "{}",
        stderr(&same)
    );
    assert_eq!(stdout(&same), stdout(&replay()), "it changes nothing");

    // A transcript with another score, one gone, one more; another roster.
    let first = fs::read_dir(dir.join("transcripts")).unwrap().map(|entry| entry.unwrap().path()).min().unwrap();
    let name = first.file_name().unwrap().to_str().unwrap();
    let text = fs::read_to_string(&first).unwrap();
    fs::write(&first, format!("{text}3901416,綠建築概論,2.0,1,114-1,99\n")).unwrap();
    let other = replay();
    assert_eq!(other.status.code(), Some(3));
    assert!(stdout(&other).contains(&format!("a transcript has other bytes: {name}\n")), "{}", stdout(&other));
    assert!(stdout(&other).contains("the answers differ"), "{}", stdout(&other));
    fs::remove_file(&first).unwrap();
    assert!(stdout(&replay()).contains(&format!("a transcript is not there: {name}\n")));
    fs::write(&first, &text).unwrap();
    fs::write(dir.join("roster.csv"), format!("{},,,\n", source_roster(&dir).trim_end())).unwrap();
    assert!(stdout(&replay()).contains("another roster\n"));

    // Another catalog, another version of the program.
    students(&dir, 12);
    fs::write(dir.join("results.receipt.json"), receipt.replace("\"catalog\": \"", "\"catalog\": \"0")).unwrap();
    assert_eq!(stdout(&replay()), "the catalog (programs.json) says otherwise\n");
    fs::write(dir.join("results.receipt.json"), receipt.replace("\"kuayu\": \"", "\"kuayu\": \"9")).unwrap();
    let version = replay();
    assert_eq!(version.status.code(), Some(0), "the bytes are the same");
    assert!(stdout(&version).starts_with("another version of the program: 9"), "{}", stdout(&version));
    fs::write(dir.join("results.receipt.json"), "{}").unwrap();
    assert_eq!(replay().status.code(), Some(2));
}

fn source_roster(dir: &Path) -> String {
    fs::read_to_string(dir.join("roster.csv")).unwrap()
}
