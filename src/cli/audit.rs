//! `kuayu audit`: both answers for every program, for one transcript.

use super::DONE;
use super::args::{Args, Wrong};
use super::audit_json::Json;
use super::issues;
use super::student::{Library, Student};
use crate::audit::{AdvisedCourse, CourseRef, ProgramAudit, rank};
use crate::catalog::document::{Edition, Program};
use crate::i18n::audit as words;
use crate::i18n::badge;
use crate::i18n::cli;
use crate::i18n::edition as edition_words;
use crate::i18n::said;
use crate::i18n::{Lang, halves};

/// Runs the command and gives the exit code.
pub(super) fn run(args: &Args) -> Result<u8, Wrong> {
    let lang = args.lang();
    let library = Library::open(args)?;
    let edition = library.edition(args)?;
    let student = library.student(args)?;
    let audits = library.prepare(edition, &student)?.audit(&student.records);
    let curriculum_as_of = library.curriculum_as_of(&student.profile)?;
    let wanted = |code: &str| args.option("--program").is_none_or(|only| only == code);
    if let Some(only) = args.option("--program").filter(|only| !edition.programs.iter().any(|p| p.code == *only)) {
        return Err(cli::refused::no_program(lang, only, &edition.id));
    }
    if args.flag("--json") {
        let json = Json::of(
            (&library, edition),
            curriculum_as_of.as_deref(),
            &student,
            &audits,
            &wanted,
            args.flag("--advice"),
            lang,
        );
        println!("{}", serde_json::to_string_pretty(&json).map_err(|error| error.to_string())?);
    } else {
        print!(
            "{}",
            report(edition, curriculum_as_of.as_deref(), &student, &audits, &wanted, args.flag("--advice"), lang)
        );
    }
    Ok(DONE)
}

/// The answers as text, nearest program first.
fn report(
    edition: &Edition,
    curriculum_as_of: Option<&str>,
    student: &Student,
    audits: &[ProgramAudit],
    wanted: &dyn Fn(&str) -> bool,
    advice: bool,
    lang: Lang,
) -> String {
    let group = student.profile.group.as_deref().unwrap_or("?");
    let entry = student.profile.entry.map_or("?".to_owned(), |year| year.to_string());
    let mut out =
        format!("{}  {group} {entry}  ({} records)\n", words::text(lang, &edition.title), student.records.len());
    out.push_str(&format!("{}\n", edition_words::as_of(lang, &edition.standard_as_of, false)));
    if let (Some(date), Some(entry)) = (curriculum_as_of, student.profile.entry) {
        out.push_str(&format!("{}\n", edition_words::curriculum_as_of(lang, entry, date, false)));
    }
    for (file, issue) in &student.issues {
        out.push_str(&format!("! {file} {}", issues::sentence(issue, lang).trim_start()));
    }
    for at in rank(audits) {
        let (Some(audit), Some(program)) = (audits.get(at), edition.programs.get(at)) else { continue };
        if wanted(&program.code) {
            out.push_str(&report_of(program, student, audit, advice, lang));
        }
    }
    out
}

fn report_of(program: &Program, student: &Student, audit: &ProgramAudit, advice: bool, lang: Lang) -> String {
    let mut out = format!("\n{} {}\n", program.code, program.name);
    let said = cli::Report::of(lang);
    let questions = [(said.certificate, &audit.certificate), (said.requirement, &audit.cross_domain)];
    for (question, verdict) in questions {
        out.push_str(&format!("  {question}: {}\n", badge::status(lang, &verdict.answer)));
        for reason in words::reasons(lang, program, verdict) {
            out.push_str(&format!("    - {reason}\n"));
        }
        if let Some(advice) = verdict.advice.as_ref().filter(|a| advice && !a.courses.is_empty()) {
            let least = advice.easier.is_some().then_some(advice);
            for advice in std::iter::once(advice.first()).chain(least) {
                let courses: Vec<String> = advice.courses.iter().map(|course| advised(course, lang)).collect();
                let credits = words::amount(lang, crate::audit::Amount::Credits(advice.credits));
                out.push_str(&format!("    > {credits}: {}\n", courses.join(" + ")));
                for (course, why) in &advice.hindered {
                    out.push_str(&format!("      ! {}: {}\n", course.name, crate::i18n::hindrance::why(lang, why)));
                }
                for fact in &advice.facts {
                    out.push_str(&format!("      ? {}\n", words::asked(lang, program, fact)));
                }
            }
        }
    }
    for told in said::used(lang, &student.decisions, audit, program) {
        out.push_str(&format!("  = {told}\n"));
    }
    for other in &audit.exclusive_with {
        out.push_str(&format!("  ! {}\n", words::exclusive(lang, other)));
    }
    for counted in &audit.counted {
        let category = counted.category.as_deref().unwrap_or("?");
        // Of evening and graduate students nothing asks whether a course is cross-domain.
        let asked = student.profile.degree.has_curricula();
        let standing = words::standing(lang, &counted.cross_domain, student.profile.entry);
        let standing = if asked { format!(" ({standing})") } else { String::new() };
        out.push_str(&format!(
            "  + [{category}] {} {}{standing}\n",
            taken_as(student, counted.record, &counted.course, lang),
            counted.credits
        ));
    }
    let name = |record: usize| student.records.get(record).map_or(String::new(), |r| r.name.clone());
    for record in &audit.not_counted {
        let reason = words::not_counted(lang, &record.reason, program, &name);
        let course = taken_as(student, record.record, &record.course, lang);
        out.push_str(&format!("  - {course} ({reason})\n"));
    }
    out
}

/// A listed course, with the code it was taken under where that is another.
fn taken_as(student: &Student, record: usize, listed: &CourseRef, lang: Lang) -> String {
    let course = words::course(lang, listed);
    let taken = student.records.get(record).and_then(|record| record.code.as_ref());
    match taken.filter(|taken| Some(*taken) != listed.code.as_ref()) {
        Some(taken) => format!("{course}{}", cli::taken_as(lang, taken)),
        None => course,
    }
}

/// A course to take: which part of a year course, and whether it has been on offer.
fn advised(course: &AdvisedCourse, lang: Lang) -> String {
    let mut out = halves::course(lang, &course.course, &course.stages, course.unsaid);
    if course.offered == 0 && !course.online {
        out.push_str(cli::Report::of(lang).not_offered);
    }
    out
}
