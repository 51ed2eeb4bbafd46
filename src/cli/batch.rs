//! `kuayu batch`: both answers for every program, for many students at once.
//!
//! The roster is worked through in stretches. Within one, students of one profile are judged one after the other, so
//! that its programs are prepared once and then forgotten; then the stretch is written in the order of the roster. What
//! is held in memory is the roster and one stretch, however long the roster is.

mod folder;
mod ordered;
mod progress;
mod teller;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use self::folder::Folder;
use self::progress::Progress;
pub(super) use self::teller::Teller;
use super::args::{Args, Wrong};
use super::audit_json::JsonProgram;
use super::student::Library;
use super::{DONE, NOTHING, OPENER, PARTLY, bytes_at};
use crate::audit::{Profile, ProgramAudit};
use crate::catalog::document::{Edition, Program};
use crate::hash::{Hashing, hash, hash_of_catalog};
use crate::i18n::Lang;
use crate::i18n::batch as words;
use crate::i18n::cli::refused;
use crate::office::batch::{
    self as many, File as Transcript, Judged, Library as _, Receipt, Rows, Shelf, judge, profile_key,
};
use crate::office::remark::{Remark, What};
use crate::office::roster::{self, RosterRow};

/// How many profiles are kept prepared.
const PROFILES: usize = 12;
/// Students of one stretch. A student is 25 kB as a table, three times that as JSON, more with advice.
const STRETCH: usize = 4000;
/// The same for `--json`.
const STRETCH_JSON: usize = 800;

/// What was asked for.
pub(super) struct Request {
    pub lang: Lang,
    pub json: bool,
    pub advice: bool,
    /// The programs that are written; all where none is named.
    pub programs: Vec<String>,
    pub threads: usize,
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
    let problems = args.option("--problems").map(str::to_owned);
    let problems = problems.or_else(|| args.option("--out").map(|out| beside(out, "problems.csv")));
    let tell = Teller::open(problems, request.lang)?;
    let out: Box<dyn Write> = match args.option("--out") {
        Some(path) => Box::new(BufWriter::new(File::create(path).map_err(|error| format!("{path}: {error}"))?)),
        None => Box::new(BufWriter::new(io::stdout().lock())),
    };
    let ended = work(&library, edition, &request, (list, folder), out, tell)?;
    if let (Some(path), false) = (args.option("--out"), request.json) {
        let path = beside(path, "receipt.json");
        std::fs::write(&path, ended.receipt.write()).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(if ended.judged == 0 {
        NOTHING
    } else if ended.complete {
        DONE
    } else {
        PARTLY
    })
}

/// What a batch came to.
pub(super) struct Ended {
    /// Students who were judged.
    pub judged: usize,
    /// Nothing and nobody was left out.
    pub complete: bool,
    /// What it was made of and what came of it.
    pub receipt: Receipt,
}

/// Judges the students of a roster by the transcripts of a folder (its path and the folder's).
pub(super) fn work(
    library: &Library,
    edition: &Edition,
    request: &Request,
    (list, folder): (&str, &str),
    out: Box<dyn Write + '_>,
    mut tell: Teller,
) -> Result<Ended, Wrong> {
    let bytes = std::fs::read(list).map_err(|error| format!("{list}: {error}"))?;
    let roster = roster::read(&bytes, &library.catalog, OPENER);
    let folder = Folder::open(folder, list)?;
    let sorted = many::sort(&folder.names, &roster.students);
    let not_judged = roster.problems.len();
    for problem in roster.problems {
        let (row, student, what) = (problem.row, problem.student, What::Roster(problem.kind));
        tell.remark(&Remark { row, student, file: String::new(), what })?;
    }
    for file in sorted.nobodys {
        tell.remark(&Remark { row: None, student: String::new(), file, what: What::Nobodys })?;
    }

    let mut out = Hashed { out, hashing: Hashing::default() };
    let failed = |error: io::Error| error.to_string();
    if !request.json {
        out.write_all(&many::heading(request.advice, request.lang)).map_err(failed)?;
    }
    let shelf = Shelf::new(library, edition, PROFILES);
    let students = &roster.students;
    let work = |at: usize| -> Done {
        let (Some(row), Some(files)) = (students.get(at), sorted.files.get(at)) else { return Done::default() };
        let (files, hashes): (Vec<Transcript>, Vec<Option<String>>) =
            files.iter().map(|name| transcript(&folder, name)).unzip();
        let named = files.iter().map(|file| file.name.to_owned()).zip(hashes);
        let read = named.filter_map(|(name, hash)| Some((name, hash?))).collect();
        let (judged, remarks) = judge(&shelf, row, files, request.advice);
        let text = judged.as_ref().map(|judged| written(row, judged, edition, &remarks, request));
        Done { text, remarks, read }
    };
    let mut progress = Progress::new(students.len(), request.lang);
    let mut judged = 0;
    let mut transcripts = BTreeMap::new();
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
            transcripts.extend(one.read);
            if let Some(text) = one.text {
                judged += 1;
                out.write_all(&text).map_err(failed)?;
            }
        }
    }
    out.flush().map_err(failed)?;
    let complete = tell.finish()?;
    eprintln!("{}", words::summary(judged, not_judged + students.len() - judged, tell.count, request.lang));
    let receipt = Receipt {
        kuayu: many::VERSION.to_owned(),
        build: option_env!("KUAYU_BUILD").map(str::to_owned),
        term: library.today().to_string(),
        lang: request.lang.tag().to_owned(),
        advice: request.advice,
        programs: request.programs.clone(),
        edition: edition.id.clone(),
        as_of: edition.standard_as_of.clone(),
        catalog: hash_of_catalog(&library.catalog),
        curricula: library.curricula_hashes(),
        roster: hash(&bytes),
        transcripts,
        answers: out.hashing.hash(),
        problems: tell.hash(),
    };
    Ok(Ended { judged, complete, receipt })
}

/// Hashes what it writes.
struct Hashed<'w> {
    out: Box<dyn Write + 'w>,
    hashing: Hashing,
}

impl Write for Hashed<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hashing.add(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// How many threads are asked for.
pub(super) fn threads(args: &Args) -> usize {
    let asked = args.value::<u8>("--threads").map(usize::from);
    asked.unwrap_or_else(|| std::thread::available_parallelism().map_or(1, usize::from))
}

/// A file of the folder, read, and the hash of its bytes.
fn transcript<'f>(folder: &Folder, name: &'f str) -> (Transcript<'f>, Option<String>) {
    let bytes = match folder.file(name) {
        None => Err(What::OutsideFolder),
        Some(path) => bytes_at(&path).map_err(|error| What::CannotOpen(error.to_string())),
    };
    let hash = bytes.as_ref().ok().map(|bytes| hash(bytes));
    (Transcript { name, source: bytes.map(|bytes| OPENER.source(&bytes)) }, hash)
}

/// `results.csv`: `results.problems.csv`.
fn beside(out: &str, ending: &str) -> String {
    Path::new(out).with_extension(ending).to_string_lossy().into_owned()
}

/// What became of one student.
#[derive(Default)]
struct Done {
    /// The rows, when the student could be judged.
    text: Option<Vec<u8>>,
    remarks: Vec<Remark>,
    /// The files that were read, and the hashes of their bytes.
    read: Vec<(String, String)>,
}

impl Done {
    fn crashed(row: Option<&RosterRow>) -> Done {
        let student = row.map_or(String::new(), |row| row.student.clone());
        let remark = Remark { row: row.map(|row| row.row), student, file: String::new(), what: What::Crashed };
        Done { text: None, remarks: vec![remark], read: Vec::new() }
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
