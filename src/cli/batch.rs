//! `kuayu batch`: both answers for every program, for many students at once.
//!
//! The roster is worked through in stretches. Within one, students of one profile are judged one after the other, so
//! that its programs are prepared once and then forgotten; then the stretch is written in the order of the roster. What
//! is held in memory is the roster and one stretch, however long the roster is.

mod folder;
mod ordered;
mod progress;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use self::folder::Folder;
use self::progress::Progress;
use super::args::{Args, Wrong};
use super::audit_json::JsonProgram;
use super::student::Library;
use super::{DONE, NOTHING, PARTLY, source_at};
use crate::audit::{Profile, ProgramAudit};
use crate::catalog::document::{Edition, Program};
use crate::i18n::Lang;
use crate::i18n::batch as words;
use crate::i18n::cli::refused;
use crate::office::batch::{self as many, File as Transcript, Judged, Rows, Shelf, judge, profile_key};
use crate::office::remark::{Remark, Weight, What};
use crate::office::roster::{self, RosterRow};

/// How many remarks are shown one by one; all of them stand in the table of problems.
const MOST_SHOWN: usize = 20;
/// Students of one stretch. A student is 25 kB as a table, three times that as JSON, more with advice.
const STRETCH: usize = 4000;
/// The same for `--json`.
const STRETCH_JSON: usize = 800;

/// What was asked for.
struct Request {
    lang: Lang,
    json: bool,
    advice: bool,
    programs: Vec<String>,
    threads: usize,
}

/// Runs the command and gives the exit code: `PARTLY` when somebody or something was left out, `NOTHING` when nobody
/// could be judged.
pub(super) fn run(args: &Args) -> Result<u8, Wrong> {
    let request = Request {
        lang: args.lang(),
        json: args.flag("--json"),
        advice: args.flag("--advice"),
        programs: super::codes(args.option("--programs")),
        threads: threads(args),
    };
    let (list, folder) = (args.needed("--roster")?, args.file(0)?);
    let library = Library::open(args)?;
    let edition = library.edition(args)?;
    if let Some(code) = request.programs.iter().find(|code| !edition.programs.iter().any(|p| p.code == **code)) {
        return Err(refused::no_program(request.lang, code, &edition.id));
    }
    let bytes = std::fs::read(list).map_err(|error| format!("{list}: {error}"))?;
    let roster = roster::read(&bytes, &library.catalog, super::OPENER);
    let folder = Folder::open(folder, list)?;
    let sorted = many::sort(&folder.names, &roster.students);

    let problems = args.option("--problems").map(str::to_owned).or_else(|| args.option("--out").map(beside));
    let mut tell = Teller::open(problems, request.lang)?;
    let not_judged = roster.problems.len();
    for problem in roster.problems {
        let (row, student, what) = (problem.row, problem.student, What::Roster(problem.kind));
        tell.remark(&Remark { row, student, file: String::new(), what })?;
    }
    for file in sorted.nobodys {
        tell.remark(&Remark { row: None, student: String::new(), file, what: What::Nobodys })?;
    }

    let mut out: Box<dyn Write> = match args.option("--out") {
        Some(path) => Box::new(BufWriter::new(File::create(path).map_err(|error| format!("{path}: {error}"))?)),
        None => Box::new(BufWriter::new(io::stdout().lock())),
    };
    let failed = |error: io::Error| error.to_string();
    if !request.json {
        out.write_all(&many::heading(request.advice, request.lang)).map_err(failed)?;
    }
    let shelf = Shelf::new(&library, edition);
    let students = &roster.students;
    let work = |at: usize| -> Done {
        let (Some(row), Some(files)) = (students.get(at), sorted.files.get(at)) else { return Done::default() };
        let (judged, remarks) = judge(&shelf, row, files.iter().map(|name| transcript(&folder, name)), request.advice);
        let text = judged.as_ref().map(|judged| written(row, judged, edition, &remarks, &request));
        Done { text, remarks }
    };
    let mut progress = Progress::new(students.len(), request.lang);
    let mut judged = 0;
    let every: Vec<usize> = (0..students.len()).collect();
    for stretch in every.chunks(if request.json { STRETCH_JSON } else { STRETCH }) {
        let mut order: Vec<usize> = stretch.to_vec();
        order.sort_by_key(|at| students.get(*at).map(|row| profile_key(&row.profile)));
        let mut done: BTreeMap<usize, Done> = BTreeMap::new();
        let at = |turn: usize| order.get(turn).copied().unwrap_or_default();
        let finished: Result<(), std::convert::Infallible> =
            ordered::in_order(order.len(), request.threads, &|turn| work(at(turn)), &mut |turn, one| {
                let at = at(turn);
                done.insert(at, one.unwrap_or_else(|| Done::crashed(students.get(at))));
                progress.at(stretch.first().copied().unwrap_or_default() + turn + 1);
                Ok(())
            });
        let Ok(()) = finished;
        progress.clear();
        for one in done.into_values() {
            for remark in &one.remarks {
                tell.remark(remark)?;
            }
            if let Some(text) = one.text {
                judged += 1;
                out.write_all(&text).map_err(failed)?;
            }
        }
    }
    out.flush().map_err(failed)?;
    let complete = tell.finish()?;
    eprintln!("{}", words::summary(judged, not_judged + students.len() - judged, tell.count, request.lang));
    Ok(if judged == 0 {
        NOTHING
    } else if complete {
        DONE
    } else {
        PARTLY
    })
}

fn threads(args: &Args) -> usize {
    let asked = args.value::<u8>("--threads").map(usize::from);
    asked.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
}

/// A file of the folder, read.
fn transcript<'f>(folder: &Folder, name: &'f str) -> Transcript<'f> {
    let source = match folder.file(name) {
        None => Err(What::OutsideFolder),
        Some(path) => source_at(&path).map_err(|error| What::CannotOpen(error.to_string())),
    };
    Transcript { name, source }
}

/// `results.csv`: `results.problems.csv`.
fn beside(out: &str) -> String {
    Path::new(out).with_extension("problems.csv").to_string_lossy().into_owned()
}

/// What became of one student.
#[derive(Default)]
struct Done {
    /// The rows, when the student could be judged.
    text: Option<Vec<u8>>,
    remarks: Vec<Remark>,
}

impl Done {
    fn crashed(row: Option<&RosterRow>) -> Done {
        let student = row.map_or(String::new(), |row| row.student.clone());
        let remark = Remark { row: row.map(|row| row.row), student, file: String::new(), what: What::Crashed };
        Done { text: None, remarks: vec![remark] }
    }
}

/// One student's rows, as they are written.
fn written(row: &RosterRow, judged: &Judged, edition: &Edition, remarks: &[Remark], request: &Request) -> Vec<u8> {
    let all = edition.programs.iter().zip(&judged.audits).zip(many::places(&judged.audits));
    let wanted = |code: &String| request.programs.is_empty() || request.programs.contains(code);
    let programs: Vec<(&Program, &ProgramAudit, usize)> =
        all.map(|((program, audit), place)| (program, audit, place)).filter(|(p, ..)| wanted(&p.code)).collect();
    let mut out = Vec::new();
    if !request.json {
        let rows = Rows { edition, advice: request.advice, lang: request.lang };
        rows.answers(&mut out, row, judged, &programs, remarks);
        return out;
    }
    for (program, audit, place) in programs {
        let line = JsonLine {
            student: &row.student,
            edition: &edition.id,
            standard_as_of: &edition.standard_as_of,
            curriculum_as_of: judged.curriculum_as_of.as_deref(),
            profile: &judged.profile,
            left_out: many::left_out(remarks),
            program: JsonProgram::of(
                program,
                audit,
                request.advice.then_some(place),
                &judged.decisions,
                request.advice,
                request.lang,
            ),
        };
        // Writing into memory does not fail.
        if serde_json::to_writer(&mut out, &line).is_ok() {
            out.push(b'\n');
        }
    }
    out
}

/// One line of `--json`: the program as `kuayu audit --json` has it, without the records.
#[derive(Serialize)]
struct JsonLine<'a> {
    student: &'a str,
    edition: &'a str,
    /// As of when the edition's lists are true.
    standard_as_of: &'a str,
    /// The same of the student's curriculum, where there is one.
    curriculum_as_of: Option<&'a str>,
    profile: &'a Profile,
    /// Files and lines that the answers do without.
    left_out: usize,
    #[serde(flatten)]
    program: JsonProgram<'a>,
}

/// Where remarks go: the first to the standard error, all to the table of problems.
struct Teller {
    table: Option<(String, BufWriter<File>)>,
    lang: Lang,
    count: usize,
    shown: usize,
    hidden: usize,
    complete: bool,
}

impl Teller {
    fn open(table: Option<String>, lang: Lang) -> Result<Teller, Wrong> {
        let table = match table {
            None => None,
            Some(path) => {
                let told = |error: io::Error| format!("{path}: {error}");
                let mut file = BufWriter::new(File::create(&path).map_err(told)?);
                file.write_all(&many::remarks_heading(lang)).map_err(told)?;
                Some((path, file))
            }
        };
        Ok(Teller { table, lang, count: 0, shown: 0, hidden: 0, complete: true })
    }

    fn remark(&mut self, remark: &Remark) -> Result<(), Wrong> {
        let weight = remark.what.weight();
        self.complete &= matches!(weight, Weight::Note | Weight::Check);
        self.count += 1;
        if let Some((path, file)) = &mut self.table {
            let mut row = Vec::new();
            many::remark(&mut row, remark, self.lang);
            file.write_all(&row).map_err(|error| format!("{path}: {error}"))?;
        }
        if self.shown < MOST_SHOWN && weight != Weight::Note {
            self.shown += 1;
            eprintln!("{}", many::sentence(remark, self.lang));
        } else {
            self.hidden += 1;
        }
        Ok(())
    }

    /// Writes what is left; whether nothing and nobody was left out.
    fn finish(&mut self) -> Result<bool, Wrong> {
        let path = self.table.as_ref().map(|(path, _)| path.clone());
        if self.hidden > 0 {
            eprintln!("{}", words::more(self.hidden, path.as_deref(), self.lang));
        }
        if let Some((path, file)) = &mut self.table {
            file.flush().map_err(|error| format!("{path}: {error}"))?;
        }
        Ok(self.complete)
    }
}
