//! `kuayu import`: what the importer reads.

use serde::Serialize;

use super::args::{Args, Wrong};
use super::issues::{JsonIssue, sentence};
use super::student::Library;
use super::{DONE, NOTHING};
use crate::credits::Credits;
use crate::i18n::{self, Lang};
use crate::import::{ClassFound, Format, Import, ImportedProfile, Row};
use crate::office::batch::Library as _;
use crate::regulation::PASS_MARK_BACHELOR;
use crate::term::Term;
use crate::transcript::{Completion, Grade};

/// One file as it was read.
struct Source {
    path: String,
    import: Import,
}

/// What was asked for.
struct Request {
    json: bool,
    lang: Lang,
    format: Option<Format>,
    newest: Option<Term>,
    /// What the rows are compared with; `None` where there is no catalog.
    library: Option<Library>,
    today: Term,
}

/// Runs the command and gives the exit code.
pub(super) fn run(args: &Args) -> Result<u8, Wrong> {
    let request = request(args)?;
    let mut sources = Vec::new();
    for path in &args.files {
        let import = read(path, &request).map_err(|error| format!("{path}: {error}"))?;
        sources.push(Source { path: path.clone(), import });
    }
    if request.json {
        let json = serde_json::to_string_pretty(&Json::of(&sources, request.lang));
        println!("{}", json.map_err(|error| error.to_string())?);
    } else {
        for source in &sources {
            print!("{}", report(source, request.lang));
        }
    }
    Ok(if sources.iter().any(|source| !source.import.rows.is_empty()) { DONE } else { NOTHING })
}

fn request(args: &Args) -> Result<Request, Wrong> {
    // Only a catalog that is asked for must be there.
    let here = std::path::Path::new("programs.json").is_file();
    let library = match args.option("--catalog") {
        None if !here => None,
        _ => Some(Library::open(args)?),
    };
    let format = args.value::<Option<Format>>("--format").flatten();
    let (newest, today) = (args.value("--newest"), args.today()?);
    Ok(Request { json: args.flag("--json"), lang: args.lang(), format, newest, library, today })
}

fn read(path: &str, request: &Request) -> std::io::Result<Import> {
    let mut import = super::import_file(path, request.format)?;
    if let Some(newest) = request.newest {
        import.assign_terms(newest);
    }
    match &request.library {
        Some(library) => library.compare(&mut import),
        // Classes stand beside it: without it links are told and give no courses.
        None => import.place_classes(request.today, None, &|_, _| Some(ClassFound::NotHere)),
    }
    Ok(import)
}

/// The machine-readable answer.
#[derive(Serialize)]
struct Json<'a> {
    rows: Vec<JsonRow<'a>>,
    issues: Vec<JsonIssue<'a>>,
    /// Of the first file that says anything.
    profile: Option<&'a ImportedProfile>,
    /// One entry a file.
    files: Vec<JsonFile<'a>>,
}

#[derive(Serialize)]
struct JsonRow<'a> {
    file: &'a str,
    line: usize,
    code: Option<&'a str>,
    name: &'a str,
    credits: Option<Credits>,
    stage: Option<String>,
    term: Option<Term>,
    score: Option<Score>,
    status: Completion,
    declared: bool,
    block: Option<usize>,
    english: bool,
    unplaced: bool,
    note: &'a str,
}

/// A number, or the letter or word in its place.
#[derive(Serialize)]
#[serde(untagged)]
enum Score {
    Number(u8),
    Word(String),
}

#[derive(Serialize)]
struct JsonFile<'a> {
    file: &'a str,
    format: Option<Format>,
    read: usize,
    skipped: usize,
    ignored: usize,
}

impl<'a> Json<'a> {
    fn of(sources: &'a [Source], lang: Lang) -> Json<'a> {
        let rows = |source: &'a Source| source.import.rows.iter().map(|row| JsonRow::of(row, &source.path));
        let issues =
            |source: &'a Source| source.import.issues.iter().map(move |issue| JsonIssue::of(issue, &source.path, lang));
        Json {
            rows: sources.iter().flat_map(rows).collect(),
            issues: sources.iter().flat_map(issues).collect(),
            profile: sources.iter().find_map(|source| source.import.profile.as_ref()),
            files: sources
                .iter()
                .map(|source| JsonFile {
                    file: &source.path,
                    format: source.import.format,
                    read: source.import.rows.len(),
                    skipped: source.import.skipped().count(),
                    ignored: source.import.ignored.len(),
                })
                .collect(),
        }
    }
}

impl<'a> JsonRow<'a> {
    fn of(row: &'a Row, file: &'a str) -> JsonRow<'a> {
        let record = &row.record;
        JsonRow {
            file,
            line: row.line,
            code: record.code.as_deref(),
            name: &record.name,
            credits: record.credits,
            stage: (!record.stage.is_only()).then(|| record.stage.to_string()),
            term: record.term,
            score: match record.grade {
                Grade::None => None,
                Grade::Score(score) => Some(Score::Number(score)),
                grade => Some(Score::Word(grade.to_string())),
            },
            status: record.completion(PASS_MARK_BACHELOR),
            declared: record.declared.is_some(),
            block: row.block,
            english: row.english,
            unplaced: row.unplaced,
            note: &record.note,
        }
    }
}

/// The answer for people.
fn report(source: &Source, lang: Lang) -> String {
    let import = &source.import;
    let format = import.format.map_or("", |format| i18n::import::format(format, lang));
    let mut out = format!("{}  {format}\n", source.path);
    out.push_str(&i18n::import::counts(import.rows.len(), import.skipped().count(), import.ignored.len(), lang));
    out.push('\n');
    if let Some(profile) = import.profile.as_ref().filter(|said| said.entry.is_some() || said.group.is_some()) {
        let entry = profile.entry.map(|year| year.to_string()).unwrap_or_default();
        out.push_str(&i18n::import::profile(&entry, profile.group.as_deref().unwrap_or(""), lang));
        out.push('\n');
    }
    for row in &import.rows {
        let record = &row.record;
        let text = |value: Option<String>| value.unwrap_or_else(|| "-".to_owned());
        out.push_str(&format!(
            "{:>5}  {:<7}  {:>4}  {:<1}  {:<5}  {:>3}  {}  {}\n",
            row.line,
            record.code.as_deref().unwrap_or("-"),
            text(record.credits.map(|credits| credits.to_string())),
            record.stage.to_string(),
            text(record.term.map(|term| term.to_string())),
            record.grade.to_string(),
            i18n::import::status(record.completion(PASS_MARK_BACHELOR), lang),
            record.name,
        ));
    }
    for (at, column) in import.columns.iter().enumerate() {
        out.push_str(&i18n::import::column_taken(at + 1, column, lang));
        out.push('\n');
    }
    for issue in &import.issues {
        out.push_str(&sentence(issue, lang));
    }
    out
}
