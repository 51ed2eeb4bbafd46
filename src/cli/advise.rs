//! `kuayu advise`: the cheapest courses that finish one or several programs together.

use serde::Serialize;

use super::args::{Args, Wrong};
use super::audit_json::JsonHindered;
use super::student::Library;
use super::{DONE, NOTHING, codes};
use crate::audit::{Amount, Fact, MOST_TOGETHER, Together};
use crate::catalog::Catalog;
use crate::catalog::document::Edition;
use crate::credits::Credits;
use crate::i18n::audit as words;
use crate::i18n::cli::refused;
use crate::i18n::{Lang, halves};
use crate::rules::Purpose;
use crate::transcript::{Completion, Record};

/// Runs the command and gives the exit code: `NOTHING` when the programs cannot be finished together.
pub(super) fn run(args: &Args) -> Result<u8, Wrong> {
    let lang = args.lang();
    let library = Library::open(args)?;
    let edition = library.edition(args)?;
    let student = library.student(args)?;
    let programs = codes(args.option("--programs"));
    if programs.is_empty() {
        return Err(super::wrong::missing(lang, "--programs"));
    }
    if programs.len() > MOST_TOGETHER {
        return Err(refused::too_many(lang, MOST_TOGETHER));
    }
    refuse(edition, &programs, lang)?;
    let mut records = student.records.clone();
    for code in codes(args.option("--pin")) {
        records.push(pinned(&library.catalog, &code, lang)?);
    }
    let purpose = if args.flag("--requirement") { Purpose::CrossDomainRequirement } else { Purpose::Certificate };
    let names: Vec<&str> = programs.iter().map(String::as_str).collect();
    let prepared = library.prepare(edition, &student)?;
    let found = prepared.advise_together(&records, &names, purpose, &codes(args.option("--without")));
    if args.flag("--json") {
        let json = Json { programs: &programs, advice: found.as_ref().map(JsonTogether::of) };
        println!("{}", serde_json::to_string_pretty(&json).map_err(|error| error.to_string())?);
    } else {
        print!("{}", report(edition, found.as_ref(), lang));
    }
    Ok(if found.is_some() { DONE } else { NOTHING })
}

/// Programs that do not exist, or that exclude each other.
fn refuse(edition: &Edition, programs: &[String], lang: Lang) -> Result<(), Wrong> {
    for code in programs {
        if edition.program(code).is_none() {
            return Err(refused::no_program(lang, code, &edition.id));
        }
        if let Some(other) = programs.iter().find(|other| edition.exclusive(code, other)) {
            return Err(refused::exclusive(lang, code, other));
        }
    }
    Ok(())
}

/// A course that the student means to take in any case.
fn pinned(catalog: &Catalog, code: &str, lang: Lang) -> Result<Record, Wrong> {
    let course = catalog.by_code(code).and_then(|id| catalog.course(id));
    let course = course.ok_or_else(|| refused::not_listed(lang, code))?;
    Ok(Record::ticked(code, &course.name, course.credits.unwrap_or_default(), Completion::Planned))
}

#[derive(Serialize)]
struct Json<'a> {
    programs: &'a [String],
    /// `null` when the programs cannot be finished together.
    advice: Option<JsonTogether<'a>>,
}

#[derive(Serialize)]
struct JsonTogether<'a> {
    credits: Credits,
    courses: Vec<JsonShared<'a>>,
    depends_on: Vec<JsonFacts<'a>>,
    /// With fewer credits, if the answers that it depends on are yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    if_confirmed: Option<Box<JsonTogether<'a>>>,
    /// Courses that may be hard to take, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hindered: Vec<JsonHindered<'a>>,
    /// The way told first in their place, where there is one at most three credits dearer.
    #[serde(skip_serializing_if = "Option::is_none")]
    easier: Option<Box<JsonTogether<'a>>>,
}

#[derive(Serialize)]
struct JsonShared<'a> {
    code: Option<&'a str>,
    name: &'a str,
    credits: Credits,
    #[serde(skip_serializing_if = "<[u8]>::is_empty")]
    stages: &'a [u8],
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unsaid: bool,
    counts_in: Vec<JsonPlace<'a>>,
}

#[derive(Serialize)]
struct JsonPlace<'a> {
    program: &'a str,
    category: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonFacts<'a> {
    program: &'a str,
    facts: &'a [Fact],
}

impl<'a> JsonTogether<'a> {
    fn of(together: &'a Together) -> JsonTogether<'a> {
        let courses = together.courses.iter().map(|shared| JsonShared {
            code: shared.course.code.as_deref(),
            name: &shared.course.name,
            credits: shared.credits,
            stages: &shared.stages,
            unsaid: shared.unsaid,
            counts_in: (shared.counts_in.iter())
                .map(|(program, category)| JsonPlace { program, category: category.as_deref() })
                .collect(),
        });
        let if_confirmed = together.if_confirmed.as_deref().map(|other| Box::new(JsonTogether::of(other)));
        let depends_on = together.facts.iter().map(|(program, facts)| JsonFacts { program, facts });
        JsonTogether {
            credits: together.credits,
            courses: courses.collect(),
            depends_on: depends_on.collect(),
            if_confirmed,
            hindered: together.hindered.iter().map(|(course, why)| JsonHindered::of(course, why)).collect(),
            easier: together.easier.as_deref().map(|easier| Box::new(JsonTogether::of(easier))),
        }
    }
}

fn report(edition: &Edition, together: Option<&Together>, lang: Lang) -> String {
    let said = crate::i18n::cli::Report::of(lang);
    let Some(together) = together else {
        return format!("{}\n", said.not_together);
    };
    let mut out = match &together.easier {
        Some(easier) => one_way(edition, easier, said.easier, lang),
        None => String::new(),
    };
    out.push_str(&one_way(edition, together, said.at_least, lang));
    if let Some(other) = &together.if_confirmed {
        out.push_str(&one_way(edition, other, said.if_confirmed, lang));
    }
    out
}

fn one_way(edition: &Edition, together: &Together, heading: &str, lang: Lang) -> String {
    let credits = words::amount(lang, Amount::Credits(together.credits));
    let mut out = format!("{heading} {credits}\n");
    for shared in &together.courses {
        let places = shared.counts_in.iter().map(|(program, category)| match category {
            Some(category) => format!("{program} {category}"),
            None => program.clone(),
        });
        let places = places.collect::<Vec<_>>().join(", ");
        let course = halves::course(lang, &shared.course, &shared.stages, shared.unsaid);
        out.push_str(&format!("  {course} {}  ({places})\n", shared.credits));
    }
    for (course, why) in &together.hindered {
        out.push_str(&format!("  ! {}: {}\n", course.name, crate::i18n::hindrance::why(lang, why)));
    }
    for (code, facts) in &together.facts {
        let Some(program) = edition.programs.iter().find(|program| program.code == *code) else { continue };
        for fact in facts {
            let ask = words::ask(lang, words::who_to_ask(fact, program));
            out.push_str(&format!("  ? {code}: {} ({ask})\n", words::fact(lang, fact, program)));
        }
    }
    out
}
