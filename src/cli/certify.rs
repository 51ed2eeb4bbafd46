//! `kuayu certify`: what shows each answer, for a checker that does not trust the engine.

use serde::Serialize;

use super::args::{Args, Wrong};
use super::student::Library;
use super::{DONE, PARTLY};
use crate::audit::{Certificate, Unproven};
use crate::i18n::cli::refused;

/// What is written.
#[derive(Serialize)]
struct Json<'a> {
    edition: &'a str,
    certificates: Vec<Certificate>,
    /// Programs of which an answer could not be shown, and what of it.
    unproven: Vec<JsonUnproven<'a>>,
}

#[derive(Serialize)]
struct JsonUnproven<'a> {
    program: &'a str,
    what: &'static str,
    /// The contrary was found: the answer is wrong.
    wrong: bool,
}

/// Runs the command and gives the exit code: `PARTLY` when some answer could not be shown.
pub(super) fn run(args: &Args) -> Result<u8, Wrong> {
    let lang = args.lang();
    let library = Library::open(args)?;
    let edition = library.edition(args)?;
    let student = library.student(args)?;
    if let Some(only) = args.option("--program").filter(|only| edition.program(only).is_none()) {
        return Err(refused::no_program(lang, only, &edition.id));
    }
    let prepared = library.prepare(edition, &student)?;
    let mut json = Json { edition: &edition.id, certificates: Vec::new(), unproven: Vec::new() };
    for program in &edition.programs {
        if args.option("--program").is_some_and(|only| only != program.code) {
            continue;
        }
        for certificate in prepared.certify(&student.records, &program.code).into_iter().flatten() {
            let (wrong, what) = match certificate {
                Ok(certificate) => {
                    json.certificates.push(certificate);
                    continue;
                }
                Err(Unproven::Open(what)) => (false, what),
                Err(Unproven::Wrong(what)) => (true, what),
            };
            json.unproven.push(JsonUnproven { program: &program.code, what, wrong });
        }
    }
    println!("{}", serde_json::to_string_pretty(&json).map_err(|error| error.to_string())?);
    Ok(if json.unproven.is_empty() { DONE } else { PARTLY })
}
